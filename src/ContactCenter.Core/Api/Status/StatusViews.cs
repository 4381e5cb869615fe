using System.ComponentModel;
using System.Text.Json.Serialization;
using ContactCenter.Core.Common;
using ContactCenter.Core.Configuration.Access;
using ContactCenter.Core.Notifications.Status;

namespace ContactCenter.Core.Api.Status;

/// <summary>What the status page tells now.</summary>
/// <param name="Languages">The languages in which words are needed.</param>
/// <param name="Components">How each component is.</param>
/// <param name="Notices">What is told, the newest first.</param>
public sealed record StatusView(
    IReadOnlyList<string> Languages, IReadOnlyList<ComponentView> Components, IReadOnlyList<NoticeView> Notices)
{
    internal static StatusView Of(StatusRecord record, StatusPageSettings page, DateTimeOffset now) => new(
        page.Languages,
        [.. page.Components.Select(one => new ComponentView(one.Id, one.Name, record.StateOf(one.Id)))],
        [.. record.Notices.Reverse().Select(notice => NoticeView.Of(notice, now))]);
}

/// <summary>How a component is.</summary>
/// <param name="Id">Its short name.</param>
/// <param name="Name">What the page calls it, by language.</param>
/// <param name="State">How it is for those who use it.</param>
public sealed record ComponentView(string Id, IReadOnlyDictionary<string, string> Name, ComponentState State);

/// <summary>One notice as the page tells it.</summary>
public sealed record NoticeView
{
    /// <summary>Its number.</summary>
    [Description("Number on the page, from 1.")]
    public required int Number { get; init; }

    /// <summary>The incident.</summary>
    [Description("The incident that it is about.")]
    public string? Incident { get; init; }

    /// <summary>Where one is.</summary>
    [Description("How far one is with it.")]
    public required NoticePhase Phase { get; init; }

    /// <summary>Since when.</summary>
    [Description("Since when it is so.")]
    public required DateTimeOffset Since { get; init; }

    /// <summary>What is affected.</summary>
    [Description("What is affected, and how.")]
    public required IReadOnlyDictionary<string, ComponentState> Components { get; init; }

    /// <summary>The promise.</summary>
    [Description("When the next update was promised for.")]
    public DateTimeOffset? NextUpdateAt { get; init; }

    /// <summary>Whether it is broken.</summary>
    [Description("True: an update was promised that has not come.")]
    public required bool IsLate { get; init; }

    /// <summary>What was said.</summary>
    [Description("What was published, the newest first.")]
    public required IReadOnlyList<StatusUpdateView> Updates { get; init; }

    internal static NoticeView Of(StatusNotice notice, DateTimeOffset now) => new()
    {
        Number = notice.Number,
        Incident = notice.Incident,
        Phase = notice.Phase,
        Since = notice.Since,
        Components = notice.Components,
        NextUpdateAt = notice.NextUpdateAt,
        IsLate = notice.IsLate(now),
        Updates =
        [
            .. notice.Updates.Reverse().Select(static update =>
                new StatusUpdateView(update.At, update.Phase, update.Words, update.ApprovedBy, update.IsCorrection)),
        ],
    };
}

/// <summary>What was published once.</summary>
/// <param name="At">When.</param>
/// <param name="Phase">How far one was.</param>
/// <param name="Words">The words by language.</param>
/// <param name="ApprovedBy">Who approved them; it stands on no page.</param>
/// <param name="IsCorrection">Whether it puts right what was said before.</param>
public sealed record StatusUpdateView(
    DateTimeOffset At, NoticePhase Phase, IReadOnlyDictionary<string, string> Words, string ApprovedBy, bool IsCorrection);

/// <summary>What drafts are wanted for.</summary>
public sealed record DraftBody
{
    /// <summary>The incident.</summary>
    [Description("The incident.")]
    public required string Incident { get; init; }

    /// <summary>Where one is.</summary>
    [Description("How far one is: investigating, identified, monitoring or resolved.")]
    public NoticePhase Phase { get; init; }

    /// <summary>What is affected.</summary>
    [Description("What is affected; where nothing is said, the components of its queue.")]
    public IReadOnlyList<string>? Components { get; init; }
}

/// <summary>Drafts. Nothing is published by them.</summary>
/// <param name="Components">What is affected, and how, until a person says otherwise.</param>
/// <param name="NextUpdateAt">When the next update comes; absent: such an incident is not published.</param>
/// <param name="Drafts">The words.</param>
public sealed record DraftList(
    IReadOnlyDictionary<string, ComponentState> Components, DateTimeOffset? NextUpdateAt, IReadOnlyList<StatusDraft> Drafts);

/// <summary>Words that whoever sends them has approved.</summary>
public sealed record PublishBody
{
    /// <summary>The incident.</summary>
    [Description("The incident that it is about; nothing is said of it on the page.")]
    public string? Incident { get; init; }

    /// <summary>Since when.</summary>
    [Description("Since when it is so; now where nothing is said.")]
    public DateTimeOffset? Since { get; init; }

    /// <summary>Where one is.</summary>
    [Description("How far one is: investigating, identified, monitoring or resolved.")]
    public required NoticePhase Phase { get; init; }

    /// <summary>What is affected.</summary>
    [Description("What is affected, and how: operational, degraded, partialOutage, majorOutage or maintenance. Needed for a new notice.")]
    public IReadOnlyDictionary<string, ComponentState>? Components { get; init; }

    /// <summary>The words.</summary>
    [Description("The words in each language of the page; at most 1,000 characters.")]
    public required IReadOnlyDictionary<string, string> Words { get; init; }

    /// <summary>The promise.</summary>
    [Description("When the next update comes, within a day; needed until it is resolved.")]
    public DateTimeOffset? NextUpdateAt { get; init; }

    /// <summary>Whether it corrects.</summary>
    [Description("True: it puts right what was said before, which stays on the page.")]
    public bool IsCorrection { get; init; }
}

/// <summary>How it is read and written.</summary>
[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Metadata,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    MaxDepth = 16,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters =
    [
        typeof(CamelCaseEnumConverter<ComponentState>), typeof(CamelCaseEnumConverter<NoticePhase>),
        typeof(CamelCaseEnumConverter<StatusAudience>),
    ])]
[JsonSerializable(typeof(StatusView))]
[JsonSerializable(typeof(DraftBody))]
[JsonSerializable(typeof(DraftList))]
[JsonSerializable(typeof(PublishBody))]
internal sealed partial class StatusPageJson : JsonSerializerContext;
