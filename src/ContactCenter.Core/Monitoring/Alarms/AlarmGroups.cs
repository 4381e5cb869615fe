namespace ContactCenter.Core.Monitoring.Alarms;

/// <summary>
/// Correlation groups: alarms of one group on one resource are one incident. Storms and messages that are no alarms have their own
/// (<see cref="CorrelationKey"/>).
/// </summary>
public static class AlarmGroups
{
    /// <summary>The instance, its calls and numbers.</summary>
    public const string Telephony = "telephony";

    /// <summary>Chats, tasks and e-mails.</summary>
    public const string Digital = "digital";

    /// <summary>A contact flow.</summary>
    public const string Flow = "flow";

    /// <summary>A queue of contacts.</summary>
    public const string Queue = "queue";

    /// <summary>The agents of a routing profile.</summary>
    public const string Agents = "agents";

    /// <summary>How customers find it.</summary>
    public const string Experience = "experience";

    /// <summary>A Lambda function.</summary>
    public const string Function = "function";

    /// <summary>A bot.</summary>
    public const string Ivr = "ivr";

    /// <summary>A table with its indexes.</summary>
    public const string Table = "table";

    /// <summary>An external system.</summary>
    public const string Api = "api";

    /// <summary>Recordings of calls.</summary>
    public const string Recordings = "recordings";

    /// <summary>Limits of the account.</summary>
    public const string Account = "account";

    /// <summary>This system itself.</summary>
    public const string System = "system";

    /// <summary>Changes that nobody may make quietly.</summary>
    public const string Audit = "audit";

    /// <summary>A queue or topic of messages.</summary>
    public const string Messages = "messages";
}

/// <summary>Who owns the follow-up of an alarm.</summary>
public static class AlarmOwners
{
    /// <summary>Who runs the center.</summary>
    public const string Operations = "operations";

    /// <summary>Who builds and runs the technical side.</summary>
    public const string Engineering = "engineering";

    /// <summary>Who plans and leads agents.</summary>
    public const string Workforce = "workforce";

    /// <summary>Every owner.</summary>
    public static IReadOnlyList<string> All { get; } = [Operations, Engineering, Workforce];
}
