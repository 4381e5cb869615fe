using System.Collections.Immutable;
using System.Text.Json.Serialization;
using ContactCenter.Core.Common;

namespace ContactCenter.Core.Notifications.Status;

/// <summary>How something is for those who use it.</summary>
[JsonConverter(typeof(NamedEnumConverter<ComponentState>))]
public enum ComponentState
{
    /// <summary>It works.</summary>
    Operational,

    /// <summary>It works, slower or worse than usual.</summary>
    Degraded,

    /// <summary>It works, but not for everybody.</summary>
    PartialOutage,

    /// <summary>It works for nobody.</summary>
    MajorOutage,

    /// <summary>It is being worked on as planned.</summary>
    Maintenance,
}

/// <summary>How far one is with it.</summary>
[JsonConverter(typeof(NamedEnumConverter<NoticePhase>))]
public enum NoticePhase
{
    /// <summary>The cause is looked for.</summary>
    Investigating,

    /// <summary>The cause is known.</summary>
    Identified,

    /// <summary>It works again, and is watched.</summary>
    Monitoring,

    /// <summary>It is over.</summary>
    Resolved,
}

/// <summary>What was published once, in words that a person has approved.</summary>
/// <param name="At">When.</param>
/// <param name="Phase">How far one was.</param>
/// <param name="Words">The words by language.</param>
public sealed record StatusUpdate(DateTimeOffset At, NoticePhase Phase, ImmutableDictionary<string, string> Words)
{
    /// <summary>Who approved the words. It is kept, and stands on no page.</summary>
    public required string ApprovedBy { get; init; }

    /// <summary>True: it puts right what was said before, which stays where it is.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsCorrection { get; init; }
}

/// <summary>What is wrong in one place, as the page tells it.</summary>
public sealed record StatusNotice
{
    /// <summary>Its number on the page, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>The incident that it is about; null: none.</summary>
    public string? Incident { get; init; }

    /// <summary>Since when it is so.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>What is affected, and how, by the id of the component.</summary>
    public required ImmutableSortedDictionary<string, ComponentState> Components { get; init; }

    /// <summary>What was said, the oldest first.</summary>
    public required ImmutableList<StatusUpdate> Updates { get; init; }

    /// <summary>When the next update was promised for; null: none is.</summary>
    public DateTimeOffset? NextUpdateAt { get; init; }

    /// <summary>How far one is.</summary>
    [JsonIgnore]
    public NoticePhase Phase => Updates[^1].Phase;

    /// <summary>Whether it is not over.</summary>
    [JsonIgnore]
    public bool IsOpen => Phase != NoticePhase.Resolved;

    /// <summary>Whether an update was promised that has not come.</summary>
    public bool IsLate(DateTimeOffset now) => IsOpen && NextUpdateAt < now;
}

/// <summary>All that the page tells, as it is kept beside the page.</summary>
public sealed record StatusRecord
{
    /// <summary>Nothing was ever told.</summary>
    public static StatusRecord Empty { get; } = new() { Notices = [] };

    /// <summary>The notices, the oldest first.</summary>
    public required ImmutableList<StatusNotice> Notices { get; init; }

    /// <summary>How a component is: the worst that an open notice says.</summary>
    public ComponentState StateOf(string component) => Notices
        .Where(static notice => notice.IsOpen)
        .Select(notice => notice.Components.GetValueOrDefault(component, ComponentState.Operational))
        .OrderByDescending(Rank)
        .FirstOrDefault(ComponentState.Operational);

    /// <summary>Planned work is less bad than anything that is not planned.</summary>
    internal static int Rank(ComponentState state) => state switch
    {
        ComponentState.Operational => 0,
        ComponentState.Maintenance => 1,
        ComponentState.Degraded => 2,
        ComponentState.PartialOutage => 3,
        _ => 4,
    };
}

/// <summary>How it is stored.</summary>
[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Metadata,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(CamelCaseEnumConverter<ComponentState>), typeof(CamelCaseEnumConverter<NoticePhase>)])]
[JsonSerializable(typeof(StatusRecord))]
public sealed partial class StatusJson : JsonSerializerContext;

/// <summary>A file of the page.</summary>
/// <param name="Name">Its name, such as <c>index.html</c>.</param>
/// <param name="MediaType">What it is.</param>
/// <param name="Text">What is in it.</param>
public sealed record StatusFile(string Name, string MediaType, string Text);

/// <summary>The record with the version that it was read in.</summary>
/// <param name="Record">The record.</param>
/// <param name="Version">Its version where it is kept; null: nothing was ever kept.</param>
public sealed record StoredStatus(StatusRecord Record, string? Version);

/// <summary>Where the page and its record are: in another Region than the center.</summary>
public interface IStatusSite
{
    /// <summary>Reads the record.</summary>
    ValueTask<StoredStatus> ReadAsync(CancellationToken cancellationToken);

    /// <summary>Writes the record unless somebody else has since it was read.</summary>
    /// <returns>False when somebody else has; nothing was written.</returns>
    ValueTask<bool> TryWriteAsync(StatusRecord record, StoredStatus read, CancellationToken cancellationToken);

    /// <summary>Writes the files of the page.</summary>
    ValueTask PublishAsync(IReadOnlyList<StatusFile> files, CancellationToken cancellationToken);
}
