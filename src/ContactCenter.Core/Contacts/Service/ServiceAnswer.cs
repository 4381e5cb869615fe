using ContactCenter.Core.Common;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Contacts.Flows;
using ContactCenter.Core.Deployment.Synthetic;
using ContactCenter.Core.Monitoring.Alarms;

namespace ContactCenter.Core.Contacts.Service;

/// <summary>What is broken for a caller, and the way around it.</summary>
public sealed record ServiceAnswer
{
    /// <summary>How bad it is.</summary>
    public required ServiceStatus Status { get; init; }

    /// <summary>Id of the worst incident, or null.</summary>
    public string? Incident { get; init; }

    /// <summary>Its severity, or null.</summary>
    public Severity? Severity { get; init; }

    /// <summary>What the caller is told, or null.</summary>
    public string? Announcement { get; init; }

    /// <summary>Names of APIs, functions and bots that the flow should go around.</summary>
    public IReadOnlyList<string> Skip { get; init; } = [];

    /// <summary>Of which groups something is to be gone around: <c>api</c>, <c>function</c>, <c>ivr</c>.</summary>
    public IReadOnlySet<string> SkipsByGroup { get; init; } = new HashSet<string>();

    /// <summary>The queue to use instead of the one that is broken, or null.</summary>
    public QueueSettings? StandbyQueue { get; init; }

    /// <summary>True while the queue, or the center where none is known, is served.</summary>
    public bool IsOpen { get; init; } = true;

    /// <summary>True for a contact that this system has made itself, which is proved by its mark.</summary>
    public bool IsSynthetic { get; init; }

    /// <summary>True for a call that this system has dialled itself: it has arrived, and the flow ends it.</summary>
    public bool IsDialled { get; init; }

    /// <summary>What is broken, for the log.</summary>
    public IReadOnlyList<string> Reasons { get; init; } = [];

    /// <summary>Nothing is broken.</summary>
    public static ServiceAnswer Well { get; } = new() { Status = ServiceStatus.Ok };

    /// <summary>Nobody can tell; this is the prepared answer too.</summary>
    public static ServiceAnswer Unknown { get; } = new() { Status = ServiceStatus.Unknown, Reasons = ["open incidents are not known"] };

    /// <summary>
    /// The answer as a flow reads it. <c>skip</c> is a list between commas, so that a flow can look for <c>,crm,</c> in it.
    /// </summary>
    /// <param name="instance">The instance; it knows the ARNs of its queues.</param>
    /// <param name="isDefault">True for the prepared answer.</param>
    public HookAnswer ToHookAnswer(ConnectInstance instance, bool isDefault = false)
    {
        ArgumentNullException.ThrowIfNull(instance);
        var status = Status switch
        {
            ServiceStatus.Ok =>
            "ok",
            ServiceStatus.Degraded => "degraded",
            ServiceStatus.Broken => "broken",
            _ => "unknown"
        };
        return new HookAnswer
        {
            Decision = isDefault ? "default" : status,
            IsDefault = isDefault,
            Values = new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                ["status"] = status,
                ["incident"] = Incident,
                ["severity"] = Severity?.ToString(),
                ["skip"] = Skip.Count == 0 ? null : $",{string.Join(',', Skip)},",
                ["skipApi"] = YesNo(AlarmGroups.Api),
                ["skipFunction"] = YesNo(AlarmGroups.Function),
                ["skipBot"] = YesNo(AlarmGroups.Ivr),
                ["standbyQueue"] = StandbyQueue?.Name,
                ["standbyQueueArn"] = StandbyQueue?.Id is { } id ? instance.QueueArn(id) : null,
                ["open"] = IsOpen ? "yes" : "no",
                ["hasAnnouncement"] = Announcement is null ? "no" : "yes",
                [SyntheticMark.Attribute] = IsDialled ? SyntheticMark.Dialled : IsSynthetic ? SyntheticMark.Proved : "no",
            },
            Sentences = new Dictionary<string, string?>(StringComparer.Ordinal) { ["announcement"] = Announcement },
            Reasons = Reasons,
        };
    }

    private string YesNo(string group) => SkipsByGroup.Contains(group) ? "yes" : "no";
}

/// <summary>What a caller would run into.</summary>
public enum ServiceStatus
{
    /// <summary>Nothing that is known of.</summary>
    Ok,

    /// <summary>Something that makes the service worse.</summary>
    Degraded,

    /// <summary>Something without which the caller cannot be served as usual.</summary>
    Broken,

    /// <summary>Nobody can tell: the caller is served as usual.</summary>
    Unknown,
}

/// <summary>What a caller is about to use.</summary>
/// <param name="Queue">The queue, or null.</param>
/// <param name="Topic">The topic, or null; its queue counts when there is no other.</param>
/// <param name="Uses">Names of APIs, functions and bots that the flow would use; empty: any.</param>
/// <param name="Language">Language of the announcement as a two-letter code, or null.</param>
/// <param name="ContactId">Id of the contact, or null.</param>
public sealed record ServiceNeed(string? Queue, string? Topic, IReadOnlyList<string> Uses, string? Language, string? ContactId = null)
{
    // A flow has fewer blocks than that.
    private const int MaximumUses = 50;

    /// <summary>
    /// Takes it from a request: <c>queue</c>, <c>topic</c>, <c>language</c>, and <c>uses</c> with names separated by commas; parameters of
    /// the block before attributes of the contact.
    /// </summary>
    public static ServiceNeed Of(FlowRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return new ServiceNeed(
            request.Find("queue")?.Trim() ?? request.Queue,
            request.Find("topic")?.Trim(),
            [
                .. (request.Find("uses") ?? "").Split(
                    ',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Take(MaximumUses)
            ],
            SpokenLanguage.Of(request),
            request.ContactId);
    }
}
