using System.Text.Json.Serialization;
using ContactCenter.Core.Common;

namespace ContactCenter.Core.Learning.Advice;

/// <summary>What would make an alarm worth hearing.</summary>
[JsonConverter(typeof(NamedEnumConverter<AdviceKind>))]
public enum AdviceKind
{
    /// <summary>Let it be red for longer before it tells.</summary>
    Lengthen,

    /// <summary>Let it be quiet for longer before it is over, so that a return is no new firing.</summary>
    Calm,

    /// <summary>It tells what another alarm tells within two minutes.</summary>
    Merge,

    /// <summary>Nobody did anything because of it: put it into the report.</summary>
    Demote,

    /// <summary>It tells again and again of what is real: repair the cause.</summary>
    Fix,

    /// <summary>Compare it with another threshold, or let more of its datapoints breach.</summary>
    Raise,

    /// <summary>Let it tell nobody in hours in which it tells of nothing.</summary>
    Schedule,

    /// <summary>Let it keep its state where datapoints are missing, so that a gap is no end and no new begin.</summary>
    MissingData,

    /// <summary>Nobody has done anything because of it for a quarter: take it away.</summary>
    Delete,
}

/// <summary>Advice for one alarm, chosen in the first weeks and tried in the last.</summary>
/// <param name="Alarm">Name of the alarm.</param>
/// <param name="Kind">What to do.</param>
/// <param name="Patience">With which patience; as it is today where that is not what is advised.</param>
/// <param name="Other">The alarm that tells the same, where that is the advice.</param>
/// <param name="Labelled">How many incidents of it people have judged or acted in.</param>
/// <param name="Today">What it told in the last week.</param>
/// <param name="Then">What it would have told in the last week.</param>
public sealed record AlarmAdvice(
    string Alarm, AdviceKind Kind, AlarmPatience Patience, string? Other, int Labelled, ReplayOutcome Today, ReplayOutcome Then)
{
    /// <summary>The hours in which it tells nobody, where that is the advice.</summary>
    public QuietHours? Hours { get; init; }

    /// <summary>How it would compare, where that is the advice.</summary>
    public ThresholdRule? Rule { get; init; }
}
