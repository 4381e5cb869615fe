using System.ComponentModel;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Settings;

namespace ContactCenter.Core.Api.Settings;

/// <summary>One setting.</summary>
/// <param name="Kind">Of which kind it is.</param>
/// <param name="Subject">What it is about, in a few words.</param>
/// <param name="Setting">The setting.</param>
public sealed record SettingView(SettingKind Kind, string Subject, Setting Setting)
{
    /// <summary>The view of a setting.</summary>
    internal static SettingView Of(Setting setting) => new(setting.Kind, setting.Subject, setting);
}

/// <summary>Settings that are not over.</summary>
/// <param name="Items">The settings by kind, in the order in which they were last saved: of two about the same the later counts.</param>
public sealed record SettingList(IReadOnlyList<SettingView> Items);

/// <summary>Why something is done.</summary>
public sealed record ReasonBody
{
    /// <summary>Why.</summary>
    [Description("Why, in your words.")]
    public required string Reason { get; init; }
}

/// <summary>A page of what was done to settings.</summary>
/// <param name="Items">The acts, the newest first.</param>
/// <param name="Next">What <c>after</c> takes for the next page; null: this is the last.</param>
public sealed record SettingActPage(IReadOnlyList<SettingAct> Items, string? Next);

/// <summary>Alarms whose threshold is another than that of the file.</summary>
/// <param name="Items">The alarms, in the order of the catalog.</param>
public sealed record ThresholdList(IReadOnlyList<ThresholdDifference> Items);

/// <summary>Who is on call for a while.</summary>
/// <param name="From">Begin.</param>
/// <param name="To">End.</param>
/// <param name="Participant">Who; null: nobody.</param>
/// <param name="InFile">Who would be by the file alone; null: nobody.</param>
public sealed record OnCallTurnView(DateTimeOffset From, DateTimeOffset To, string? Participant, string? InFile);

/// <summary>Who is on call by one schedule.</summary>
/// <param name="Schedule">Its name.</param>
/// <param name="Turns">The turns, in order; the first is the one that was asked for.</param>
public sealed record OnCallView(string Schedule, IReadOnlyList<OnCallTurnView> Turns)
{
    /// <summary>Who takes turns.</summary>
    [Description("Who takes turns in it, in order.")]
    public IReadOnlyList<OnCallPersonView> Participants { get; init; } = [];
}

/// <summary>Somebody who takes turns.</summary>
/// <param name="Name">The name, as takeovers say it.</param>
/// <param name="TimeZone">IANA name of the zone that the person lives in.</param>
public sealed record OnCallPersonView(string Name, string TimeZone);

/// <summary>Who is on call.</summary>
/// <param name="Items">By schedule.</param>
public sealed record OnCallList(IReadOnlyList<OnCallView> Items);

/// <summary>What holds for a queue now.</summary>
/// <param name="Queue">Its name.</param>
/// <param name="IsOpen">Whether it is served.</param>
/// <param name="IsOpenByFile">Whether it would be by the hours of the file alone.</param>
/// <param name="Standby">The queue that takes over when it counts as broken; null: none does.</param>
/// <param name="IsForced">True: a person has decided that it counts as broken.</param>
/// <param name="Announcement">What its customers are told first, by language; null: nothing.</param>
public sealed record QueueInForce(
    string Queue, bool IsOpen, bool IsOpenByFile, string? Standby, bool IsForced, IReadOnlyDictionary<string, string>? Announcement);

/// <summary>What holds now.</summary>
/// <param name="Queues">For each queue, in the order of the file.</param>
/// <param name="Repairs">How far repairs may go.</param>
/// <param name="RepairsByFile">How far they may go by the file alone.</param>
/// <param name="IsTrainingFrozen">True while the classifier stays as it is.</param>
public sealed record InForceView(
    IReadOnlyList<QueueInForce> Queues, RemediationMode Repairs, RemediationMode RepairsByFile, bool IsTrainingFrozen);
