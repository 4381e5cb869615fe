using System.ComponentModel;
using System.Text.Json.Serialization;
using ContactCenter.Core.Api.Access;
using ContactCenter.Core.Common;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Contacts.Queues;
using ContactCenter.Core.Contacts.Routing;

namespace ContactCenter.Core.Api.Queues;

/// <summary>What goes on in the queues now, as hooks know it.</summary>
/// <param name="queues">The states of the queues.</param>
/// <param name="today">What happened in them today.</param>
/// <param name="file">The file.</param>
public sealed class QueueRoutes(QueueView queues, QueuesToday today, ContactCenterConfiguration file) : IApiRoutes
{
    /// <summary>Whoever asks is nobody in particular: no head start, no hurry.</summary>
    private static readonly ContactPriority Anybody = new(ContactPriority.Usual, TimeSpan.Zero, IsEmergency: false, []);

    /// <inheritdoc/>
    public IReadOnlyList<ApiRoute> Routes =>
    [
        ApiRoute.Get(
            "/queues",
            ApiRole.Viewer,
            "What goes on in the queues now; what was not measured within three minutes is not there.",
            QueueJson.Default.QueueList,
            async (call, _) => ApiAnswer.Of(
                Now(await queues.GetAsync(), await today.GetAsync(), call.Now), QueueJson.Default.QueueList)),
    ];

    private QueueList Now(QueueStates? states, TodaysNumbers? numbers, DateTimeOffset now) => new(
        [
            .. file.Queues.Select(queue => QueueNow.Of(queue, states, file.Routing, now) with
            {
                Today = numbers?.Of(queue.Name),
            }),
        ])
    {
        MeasuredAt = states?.At,
        TodaySince = numbers?.Since,
    };

    /// <summary>The view of a queue.</summary>
    internal static TimeSpan? WaitIn(QueueSettings queue, QueueStates states, RoutingSettings routing, DateTimeOffset now) =>
        QueueOutlook.Of(queue, Anybody, new RoutingSituation(now, states, Incidents: null), routing).Wait;
}

/// <summary>What goes on in a queue. What was not measured is absent.</summary>
public sealed record QueueNow
{
    /// <summary>The queue.</summary>
    [Description("Name of the queue.")]
    public required string Name { get; init; }

    /// <summary>How much it matters.</summary>
    [Description("How much the queue matters.")]
    public required Importance Importance { get; init; }

    /// <summary>Who waits.</summary>
    [Description("Contacts that wait.")]
    public int? Waiting { get; init; }

    /// <summary>How long the first has waited.</summary>
    [Description("How long the first of them has waited, in seconds.")]
    public double? OldestSeconds { get; init; }

    /// <summary>The longest wait that is acceptable.</summary>
    [Description("The longest acceptable wait of a call, in seconds; absent where the file says none.")]
    public double? MaximumWaitSeconds { get; init; }

    /// <summary>The share that is to be answered in time.</summary>
    [Description("The service level that the file sets as a target, in percent.")]
    public double? TargetPercent { get; init; }

    /// <summary>Who serves it.</summary>
    [Description("Agents who serve the queue and are ready or with a contact.")]
    public int? Staffed { get; init; }

    /// <summary>Who is free.</summary>
    [Description("Agents of those who can take a contact now.")]
    public int? Available { get; init; }

    /// <summary>Who is busy.</summary>
    [Description("Agents of those who have a contact.")]
    public int? OnContact { get; init; }

    /// <summary>How many give up.</summary>
    [Description("Share of contacts that gave up lately, in percent.")]
    public double? AbandonmentPercent { get; init; }

    /// <summary>How long somebody would wait.</summary>
    [Description("How long a call that comes in now would wait, in seconds; absent where nobody serves the queue.")]
    public double? PredictedWaitSeconds { get; init; }

    /// <summary>What happened in it today.</summary>
    [Description("What happened in it today, by channel; absent where nothing is known, and a channel without contacts is left out.")]
    public IReadOnlyList<ChannelToday>? Today { get; init; }

    /// <summary>The view of a queue.</summary>
    internal static QueueNow Of(QueueSettings queue, QueueStates? states, RoutingSettings routing, DateTimeOffset now)
    {
        var known = new QueueNow
        {
            Name = queue.Name,
            Importance = queue.Importance,
            MaximumWaitSeconds = queue.MaximumWait?.TotalSeconds,
            TargetPercent = queue.ServiceLevelPercent,
        };
        return states?.Find(queue.Name) is not { } state
            ? known
            : known with
            {
                Waiting = state.Waiting,
                OldestSeconds = state.OldestSeconds,
                Staffed = state.AgentsStaffed,
                Available = state.AgentsAvailable,
                OnContact = state.AgentsOnContact,
                AbandonmentPercent = state.AbandonmentPercent,
                PredictedWaitSeconds = QueueRoutes.WaitIn(queue, states, routing, now)?.TotalSeconds,
            };
    }
}

/// <summary>What goes on in the queues.</summary>
/// <param name="Items">The queues, in the order of the file.</param>
public sealed record QueueList(IReadOnlyList<QueueNow> Items)
{
    /// <summary>When it was measured.</summary>
    [Description("When it was measured; absent: nothing was within three minutes.")]
    public DateTimeOffset? MeasuredAt { get; init; }

    /// <summary>From when on today is counted.</summary>
    [Description("When the day began, by the clock of the center, from which on today is counted; absent where nothing is known of it.")]
    public DateTimeOffset? TodaySince { get; init; }
}

/// <summary>Answers about queues.</summary>
[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Metadata,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(CamelCaseEnumConverter<Importance>), typeof(CamelCaseEnumConverter<ContactChannel>)])]
[JsonSerializable(typeof(QueueList))]
internal sealed partial class QueueJson : JsonSerializerContext;
