using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Configuration.Synthetic;

/// <summary>
/// Contacts that this system makes itself, to find out whether customers would get through. Without this section there are none.
/// </summary>
public sealed record SyntheticSettings
{
    /// <summary>Amazon Connect runs five at a time and keeps others waiting (administrator guide, "Execute test cases").</summary>
    public const int MaximumAtOnce = 5;

    /// <summary>The shortest time between two of the same kind; a contact may last five minutes.</summary>
    public static readonly TimeSpan MinimumEvery = TimeSpan.FromMinutes(5);

    /// <summary>The longest: what is tried less often than once a day proves nothing of today.</summary>
    public static readonly TimeSpan MaximumEvery = TimeSpan.FromDays(1);

    /// <summary>The longest that a change is waited out; a flow that is being worked on all day is tried by the schedule.</summary>
    public static readonly TimeSpan MaximumAfterChange = TimeSpan.FromHours(1);

    [Description("How often each flow is tried in each language, such as 15m: 5m to 24h. What has gone wrong is tried again at once.")]
    public TimeSpan Every { get; set; } = TimeSpan.FromMinutes(15);

    [Description(
        "How long after the last change of a flow, bot or function all are tried, such as 2m: 1m to 1h. Changes in quick succession are waited out.")]
    public TimeSpan AfterChange { get; set; } = TimeSpan.FromMinutes(2);

    [Description("How many may be under way at a time. Each takes one of the instance's concurrent calls or chats.")]
    [Range(1, MaximumAtOnce)]
    public int AtOnce { get; set; } = 2;

    [Description("None is begun while so much of the quota of concurrent calls is in use, in percent.")]
    [Range(10, 95)]
    public int MaximumCallsPercent { get; set; } = 70;

    [Description(
        "false: test cases of Amazon Connect are not used, because the Region or the account has none; chats alone are tried then.")]
    public bool TestCases { get; set; } = true;

    [Description(
        "Id of a queue that no routing profile serves and that is not in queues: test cases are led there instead of into the queue that they were meant for, so that neither agents nor figures of a queue meet them. Without it they end when the flow leads them into the queue.")]
    [RegularExpression("^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$", ErrorMessage = NamedResource.IdMeaning)]
    public string? Queue { get; set; }

    [Description(
        "What is said, pressed and expected otherwise than by itself, and flows of your own. By itself each of the flows inbound and chat is tried in each language.")]
    public IReadOnlyList<SyntheticContactSettings> Contacts { get; set; } = [];

    [Description(
        "Calls that are dialled from a number of the center to its other numbers, to prove number and carrier. Without it nothing dials.")]
    public SyntheticCallSettings? Calls { get; set; }

    /// <summary>How often a contact of a month is tried, in contacts a month of 730 hours.</summary>
    [JsonIgnore]
    public double TriesOfMonth => 730 * TimeSpan.TicksPerHour / (double)Math.Max(Every.Ticks, TimeSpan.TicksPerMinute);
}

/// <summary>
/// Calls that the instance places to its own numbers. Whoever answers cannot be marked, so a call is known by the number that calls, and
/// only in the minutes in which one is under way.
/// </summary>
public sealed record SyntheticCallSettings
{
    /// <summary>More numbers one number does not call in six hours, one after the other.</summary>
    public const int MaximumNumbers = 20;

    /// <summary>A telephone number.</summary>
    public const string Number = "^\\+[1-9][0-9]{6,14}$";

    /// <summary>The shortest time between two calls to the same number: each is paid for at both ends.</summary>
    public static readonly TimeSpan MinimumEvery = TimeSpan.FromHours(6);

    /// <summary>The longest.</summary>
    public static readonly TimeSpan MaximumEvery = TimeSpan.FromDays(7);

    [Description(
        "Number of the instance that calls, such as +4930901820. It may dial out, and is used for nothing else: neither do customers call it, nor is anybody called by it.")]
    [RegularExpression(Number, ErrorMessage = Findings.FormPhone)]
    public required string From { get; set; }

    [Description("Numbers of the center that are called, 1 to 20: each leads into the flow of calls of this deployment.")]
    public required IReadOnlyList<string> To { get; set; }

    [Description("How often each is called, such as 1d: 6h to 7d. What has not arrived is tried again at once.")]
    public TimeSpan Every { get; set; } = TimeSpan.FromDays(1);
}

/// <summary>One synthetic contact, as far as it is otherwise than by itself.</summary>
public sealed record SyntheticContactSettings
{
    [Description(
        "The flow: inbound or chat of this deployment, or the name of one of contactFlows that has an id there.")]
    [RegularExpression(NamedResource.NamePattern, ErrorMessage = NamedResource.NameMeaning)]
    public required string Flow { get; set; }

    [Description("Two-letter code of the language, one of the flows. Without it: the first, and for a flow of this deployment all.")]
    [RegularExpression("^[a-z]{2}$", ErrorMessage = Findings.FormTwoLetters)]
    public string? Language { get; set; }

    [Description("true: a chat. Without it a call, but for the flow chat.")]
    public bool? IsChat { get; set; }

    [Description("What is heard first. A flow of this deployment need not be told; a flow of your own must be.")]
    [RegularExpression(FlowTexts.Plain, ErrorMessage = FlowTexts.PlainMeaning)]
    public string? Hears { get; set; }

    [Description("What is said to the bot, or written. Without it, where a bot listens: that a person is wanted.")]
    [RegularExpression(FlowTexts.Plain, ErrorMessage = FlowTexts.PlainMeaning)]
    public string? Says { get; set; }

    [Description("The key that is pressed, 1 to 9. Without it, where there is a menu and no bot: its first.")]
    [RegularExpression("^[1-9]$", ErrorMessage = Findings.FormKey)]
    public string? Key { get; set; }

    [Description(
        "The queue in which it must end, one of queues that has an id. Without it: the one that the flows of this deployment lead to; a flow of your own ends when it was heard.")]
    public string? Queue { get; set; }
}
