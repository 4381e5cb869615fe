using System.Collections.Immutable;
using System.Text.Json.Serialization;
using ContactCenter.Core.Common;

namespace ContactCenter.Core.Learning.Reviews;

/// <summary>What a finding is for in a review.</summary>
[JsonConverter(typeof(NamedEnumConverter<FindingRole>))]
public enum FindingRole
{
    /// <summary>It went well.</summary>
    Well,

    /// <summary>It could as well have been worse.</summary>
    Lucky,

    /// <summary>It made it worse, or longer.</summary>
    Hindered,

    /// <summary>It contributed to it.</summary>
    Contributed,
}

/// <summary>What can be found by what is stored; how it is said stands in the documents.</summary>
[JsonConverter(typeof(NamedEnumConverter<FindingKind>))]
public enum FindingKind
{
    /// <summary>Somebody took it in the promised time.</summary>
    AcknowledgedInTime,

    /// <summary>It was over in the promised time.</summary>
    ResolvedInTime,

    /// <summary>People were told within two minutes of its detection.</summary>
    ToldSoon,

    /// <summary>A repair helped.</summary>
    RepairHelped,

    /// <summary>It came when little is going on.</summary>
    QuietTime,

    /// <summary>It ended by itself.</summary>
    EndedByItself,

    /// <summary>Nobody took it in the promised time.</summary>
    AcknowledgedLate,

    /// <summary>It was not over in the promised time.</summary>
    ResolvedLate,

    /// <summary>Messages to an audience were given up.</summary>
    MessagesGivenUp,

    /// <summary>A person told of it before an alarm did.</summary>
    ToldByPerson,

    /// <summary>It was over and came back.</summary>
    CameBack,

    /// <summary>A repair did not help.</summary>
    RepairFailed,

    /// <summary>It was detected late.</summary>
    DetectedLate,

    /// <summary>A change is the likeliest cause.</summary>
    LikelyChange,

    /// <summary>More came than in any of the same times of the weeks before.</summary>
    UnusualLoad,

    /// <summary>The same resource had the same symptom before.</summary>
    Recurring,
}

/// <summary>Something that can be read from what is stored, with its evidence.</summary>
/// <param name="Role">What it is for.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Values">Its numbers and names, in the order in which it is said.</param>
public sealed record ReviewFinding(FindingRole Role, FindingKind Kind, ImmutableArray<string> Values)
{
    /// <inheritdoc/>
    public bool Equals(ReviewFinding? other) =>
        other is not null && (Role, Kind) == (other.Role, other.Kind) && Values.SequenceEqual(other.Values);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Role, Kind, Values.Length);
}

/// <summary>Types of actions (Google SRE book, "Postmortem culture").</summary>
[JsonConverter(typeof(NamedEnumConverter<ActionType>))]
public enum ActionType
{
    /// <summary>Find out.</summary>
    Investigate,

    /// <summary>Make this incident less bad.</summary>
    MitigateThis,

    /// <summary>Repair what it damaged.</summary>
    RepairDamage,

    /// <summary>Hear of the next one sooner.</summary>
    DetectFuture,

    /// <summary>Make the next one less bad.</summary>
    MitigateFuture,

    /// <summary>Let there be no next one.</summary>
    PreventFuture,
}

/// <summary>What would help, by a finding; nobody has agreed to it.</summary>
/// <param name="Because">The finding.</param>
/// <param name="Type">Of which type.</param>
/// <param name="Owner">Who follows up the alarm; people name a person.</param>
public sealed record ProposedAction(ReviewFinding Because, ActionType Type, string Owner)
{
    /// <summary>What is proposed because of findings; nothing because of what went well.</summary>
    public static ImmutableArray<ProposedAction> Of(IEnumerable<ReviewFinding> findings, string owner) =>
    [
        .. findings.Select(finding => (finding, Type: TypeOf(finding.Kind)))
            .Where(static one => one.Type is not null)
            .Select(one => new ProposedAction(one.finding, one.Type!.Value, owner)),
    ];

    private static ActionType? TypeOf(FindingKind kind) => kind switch
    {
        FindingKind.AcknowledgedLate or FindingKind.ResolvedLate or FindingKind.RepairFailed => ActionType.MitigateFuture,
        FindingKind.MessagesGivenUp => ActionType.RepairDamage,
        FindingKind.ToldByPerson or FindingKind.DetectedLate => ActionType.DetectFuture,
        FindingKind.LikelyChange or FindingKind.Recurring or FindingKind.UnusualLoad => ActionType.PreventFuture,
        FindingKind.CameBack or FindingKind.EndedByItself => ActionType.Investigate,
        _ => null,
    };
}
