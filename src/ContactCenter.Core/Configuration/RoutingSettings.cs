using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace ContactCenter.Core.Configuration;

/// <summary>How contacts are routed. With nothing but queues, all go to the first one, in the order in which they came.</summary>
public sealed record RoutingSettings
{
    /// <summary>
    /// Names of predefined attributes; those that begin with <c>connect:</c> are Amazon Connect's own, which nobody else may make.
    /// </summary>
    internal const string AttributePattern = "^(?![cC][oO][nN][nN][eE][cC][tT]:)[\\p{L}\\p{M}\\p{N} .,\\-_:/]{1,100}$";

    internal const string AttributeMeaning =
        "1 to 100 letters of any script, digits, blanks and . , - _ : /, not beginning with connect: (Amazon Connect's own attributes)";

    /// <summary>Queue of whatever has no other, and the last that takes over; null: the first of the queues.</summary>
    [Description("Queue of contacts that have no other, and the last that takes over. Without it: the first of queues.")]
    public string? DefaultQueue { get; set; }

    /// <summary>Where contacts go, by topic of the classifier.</summary>
    [Description("Where contacts go, by topic of the classifier.")]
    public IReadOnlyDictionary<string, TopicRoute> Topics { get; set; } = new Dictionary<string, TopicRoute>();

    /// <summary>Promises by segment, as the contact attribute <c>segment</c> names it.</summary>
    [Description("Promises by customer segment, as the contact attribute segment names it.")]
    public IReadOnlyDictionary<string, SegmentSettings> Segments { get; set; } = new Dictionary<string, SegmentSettings>();

    /// <summary>Promised time to an answer for everybody else.</summary>
    [Description("Promised time to an answer for everybody else.")]
    public TimeSpan AnswerWithin { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>
    /// A predicted wait from which on a callback is offered; null: when one in four would give up before, by their patience.
    /// </summary>
    [Description(
        "Predicted wait from which on a callback is offered. Without it: when one in four would give up before, by their patience.")]
    public TimeSpan? CallbackAfter { get; set; }

    /// <summary>
    /// Whether customers who call again within a week are known as such; kept is a keyed hash of their number, never the number.
    /// </summary>
    [Description(
        "False keeps nothing of who called; otherwise a keyed hash of the number is kept for a week, so that those who call again get a head start.")]
    public bool RemembersCallers { get; set; } = true;

    /// <summary>How long customers wait on average before they give up; the prediction of waits needs it.</summary>
    [Description("How long customers wait on average before they give up.")]
    public TimeSpan Patience { get; set; } = TimeSpan.FromMinutes(3);

    /// <summary>Time after which routing criteria ask for less.</summary>
    [Description("Time after which routing criteria ask for less of the agent; less than 5s counts as 5s.")]
    public TimeSpan RelaxEvery { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Languages for which agents have a proficiency, as two-letter codes.</summary>
    [Description("Languages for which agents have a proficiency, as two-letter codes.")]
    public IReadOnlyList<string> Languages { get; set; } = [];

    /// <summary>False when the instance has the predefined attributes already, as from another environment.</summary>
    [Description("False when the instance has the predefined attributes of skills and languages already, as from another environment.")]
    public bool DeploysAttributes { get; set; } = true;

    /// <summary>Name of the predefined attribute of skills in Amazon Connect.</summary>
    [Description("Name of the predefined attribute of skills in Amazon Connect.")]
    [RegularExpression(AttributePattern, ErrorMessage = AttributeMeaning)]
    public string SkillAttribute { get; set; } = "Skill";

    /// <summary>Name of the predefined attribute of languages in Amazon Connect.</summary>
    [Description("Name of the predefined attribute of languages in Amazon Connect.")]
    [RegularExpression(AttributePattern, ErrorMessage = AttributeMeaning)]
    public string LanguageAttribute { get; set; } = "Language";

    /// <summary>What callers are told while something is broken: texts by language, by correlation group of the alarm catalog.</summary>
    [Description(
        "What callers are told while something is broken, by group of the alarm catalog (api, queue, function, ivr …), then by language.")]
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Announcements { get; set; } =
        new Dictionary<string, IReadOnlyDictionary<string, string>>();
}

/// <summary>Where contacts about a topic go.</summary>
public sealed record TopicRoute
{
    /// <summary>The queue.</summary>
    [Description("Name of the queue in queues.")]
    public required string Queue { get; set; }

    /// <summary>Value of the agents' proficiency that helps most, or null.</summary>
    [Description("Value of the agents' proficiency that helps most, such as Billing.")]
    [RegularExpression(
        "^[\\p{L}\\p{M}\\p{N} .,\\-_/]{1,64}$", ErrorMessage = "1 to 64 letters of any script, digits, blanks and . , - _ /")]
    public string? Skill { get; set; }

    /// <summary>Level of it that is looked for first, 1 to 5.</summary>
    [Description("Level of the proficiency that is looked for first, 1 to 5; it relaxes while the customer waits.")]
    [Range(1, 5)]
    public int Level { get; set; } = 4;

    /// <summary>True when every minute counts: such contacts are served before all others.</summary>
    [Description("True when every minute counts, as with a stolen card: such contacts are served before all others.")]
    public bool Emergency { get; set; }
}

/// <summary>What customers of a segment are promised.</summary>
public sealed record SegmentSettings
{
    /// <summary>They are served as if they had come so much earlier as this is shorter than the promise to everybody.</summary>
    [Description(
        "Promised time to an answer, such as 30s. They are served as if they had come earlier by what it is shorter than routing.answerWithin.")]
    public required TimeSpan AnswerWithin { get; set; }
}
