using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Configuration;

/// <summary>How contacts are routed. With nothing but queues, all go to the first one, in the order in which they came.</summary>
public sealed record RoutingSettings
{
    /// <summary>
    /// Names of predefined attributes; those that begin with <c>connect:</c> are Amazon Connect's own, which nobody else may make.
    /// </summary>
    internal const string AttributePattern = "^(?![cC][oO][nN][nN][eE][cC][tT]:)[\\p{L}\\p{M}\\p{N} .,\\-_:/]{1,100}$";

    internal const string AttributeMeaning = Findings.FormContactAttribute;

    [Description("Queue of contacts that have no other, and the last that takes over. Without it: the first of queues.")]
    public string? DefaultQueue { get; set; }

    [Description("Where contacts go, by topic of the classifier.")]
    public IReadOnlyDictionary<string, TopicRoute> Topics { get; set; } = new Dictionary<string, TopicRoute>();

    [Description("Promises by customer segment, as the contact attribute segment names it.")]
    public IReadOnlyDictionary<string, SegmentSettings> Segments { get; set; } = new Dictionary<string, SegmentSettings>();

    [Description("Promised time to an answer for everybody else.")]
    public TimeSpan AnswerWithin { get; set; } = TimeSpan.FromMinutes(5);

    [Description(
        "Predicted wait from which on a callback is offered. Without it: when one in four would give up before, by their patience.")]
    public TimeSpan? CallbackAfter { get; set; }

    /// <summary>
    /// Whether customers who call again within a week are known as such; kept is a keyed hash of their number, never the number.
    /// </summary>
    [Description(
        "False keeps nothing of who called; otherwise a keyed hash of the number is kept for a week, so that those who call again get a head start.")]
    public bool RemembersCallers { get; set; } = true;

    [Description(
        "True: how contacts ended is counted by topic, queue and level, so that contactcenter advise routes can propose others (contacts.promises, topics.next).")]
    public bool LearnsRoutes { get; set; }

    [Description(
        "True: how difficult a contact is follows how contacts of its topic ended, where that tells more than the rule (routing.learnsRoutes, topics.complexity).")]
    public bool LearnsComplexity { get; set; }

    [Description("How long customers wait on average before they give up.")]
    public TimeSpan Patience { get; set; } = TimeSpan.FromMinutes(3);

    [Description("Time after which routing criteria ask for less of the agent; less than 5s counts as 5s.")]
    public TimeSpan RelaxEvery { get; set; } = TimeSpan.FromSeconds(5);

    [Description("Languages for which agents have a proficiency, as two-letter codes.")]
    public IReadOnlyList<string> Languages { get; set; } = [];

    [Description("False when the instance has the predefined attributes of skills and languages already, as from another environment.")]
    public bool DeploysAttributes { get; set; } = true;

    [Description("Name of the predefined attribute of skills in Amazon Connect.")]
    [RegularExpression(AttributePattern, ErrorMessage = AttributeMeaning)]
    public string SkillAttribute { get; set; } = "Skill";

    [Description("Name of the predefined attribute of languages in Amazon Connect.")]
    [RegularExpression(AttributePattern, ErrorMessage = AttributeMeaning)]
    public string LanguageAttribute { get; set; } = "Language";

    [Description(
        "What callers are told while something is broken, by group of the alarm catalog (api, queue, function, ivr …), then by language.")]
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Announcements { get; set; } =
        new Dictionary<string, IReadOnlyDictionary<string, string>>();
}

/// <summary>Where contacts about a topic go.</summary>
public sealed record TopicRoute
{
    [Description("Name of the queue in queues.")]
    public required string Queue { get; set; }

    [Description("Value of the agents' proficiency that helps most, such as Billing.")]
    [RegularExpression(
        "^[\\p{L}\\p{M}\\p{N} .,\\-_/]{1,64}$", ErrorMessage = Findings.FormSkill)]
    public string? Skill { get; set; }

    [Description("Level of the proficiency that is looked for first, 1 to 5; it relaxes while the customer waits.")]
    [Range(1, 5)]
    public int Level { get; set; } = 4;

    [Description("True when every minute counts, as with a stolen card: such contacts are served before all others.")]
    public bool Emergency { get; set; }
}

/// <summary>What customers of a segment are promised.</summary>
public sealed record SegmentSettings
{
    [Description(
        "Promised time to an answer, such as 30s. They are served as if they had come earlier by what it is shorter than routing.answerWithin.")]
    public required TimeSpan AnswerWithin { get; set; }
}
