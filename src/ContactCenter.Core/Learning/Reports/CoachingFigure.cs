using System.Collections.Immutable;
using System.Text.Json.Serialization;
using ContactCenter.Core.Common;

namespace ContactCenter.Core.Learning.Reports;

/// <summary>What is compared.</summary>
[JsonConverter(typeof(NamedEnumConverter<CoachingMeasure>))]
public enum CoachingMeasure
{
    /// <summary>Seconds that a contact takes: talk, hold and the work afterwards.</summary>
    Handling,

    /// <summary>Seconds of that on hold.</summary>
    Hold,

    /// <summary>Share of the contacts that are transferred.</summary>
    Transferred,

    /// <summary>Share of the satisfied, of those who rated.</summary>
    Satisfied,

    /// <summary>How customers sound, -1 to 1.</summary>
    Sentiment,

    /// <summary>Share of the contacts before which the customer had been in touch in the days before.</summary>
    Again,
}

/// <summary>A measure of an agent group in a queue or a topic, beside its own mean and the other groups.</summary>
/// <param name="Group">The routing profile; null: all agents, because the measure is not known by group.</param>
/// <param name="Of">The queue, or the topic.</param>
/// <param name="Measure">What is measured.</param>
/// <param name="Value">What it is here.</param>
public sealed record CoachingFigure(string? Group, string Of, CoachingMeasure Measure, Estimate Value)
{
    /// <summary>A difference that is a smaller share of what the others have is none to talk about; of sentiment, a smaller one.</summary>
    public const double MinimumDifference = 0.1;

    /// <summary>Topics that are routed to the queue; empty where <see cref="Of"/> is a topic.</summary>
    public ImmutableArray<string> Topics { get; init; } = [];

    /// <summary>What it is of the same group over all of them together.</summary>
    public double? Own { get; init; }

    /// <summary>What it is of the other groups in the same queue or topic; of all agents, in the other topics. Null: too few.</summary>
    public Estimate? Others { get; init; }

    /// <summary>Between what the difference to the others lies.</summary>
    public Spread? Difference => Others is { } others ? Value.Minus(others) : null;

    /// <summary>Whether it is to be talked about: worse than the others beyond chance, and by enough to matter.</summary>
    public bool IsHint => Others is { } others && Difference is { } difference
        && (Measure is CoachingMeasure.Satisfied or CoachingMeasure.Sentiment ? difference.High < 0 : difference.Low > 0)
        && Math.Abs(Value.Value - others.Value)
            >= MinimumDifference * (Measure == CoachingMeasure.Sentiment ? 1 : Math.Abs(others.Value));
}
