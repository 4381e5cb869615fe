using System.Collections.Immutable;
using ContactCenter.Core.Configuration;

namespace ContactCenter.Core.Escalation;

/// <summary>Who is told when, for one severity.</summary>
public sealed record EscalationPolicy
{
    /// <summary>The steps, in order of their delay.</summary>
    public required ImmutableArray<EscalationStep> Steps { get; init; }

    /// <summary>Time from the last step to the first of the next round, or null when there is none.</summary>
    public TimeSpan? RepeatEvery { get; init; }

    /// <summary>How many rounds follow the first.</summary>
    public int RepeatTimes { get; init; }

    /// <summary>Who is told while it is not over, whoever has acknowledged it; in order of the delay.</summary>
    public ImmutableArray<EscalationStep> Unresolved { get; init; } = [];

    /// <summary>How long an acknowledgement counts.</summary>
    public TimeSpan AcknowledgementExpires { get; init; } = TimeSpan.FromHours(1);

    /// <summary>The policy of a configuration.</summary>
    /// <param name="settings">What holds for a severity.</param>
    /// <param name="owner">What holds for incidents of one owner instead; null: nothing.</param>
    public static EscalationPolicy From(EscalationSettings settings, OwnerEscalationSettings? owner = null) => new()
    {
        Steps = Ordered(owner?.Steps ?? settings.Steps),
        Unresolved = Ordered(owner?.Unresolved ?? settings.Unresolved),
        RepeatEvery = settings.RepeatEvery,
        RepeatTimes = settings.RepeatEvery is null ? 0 : settings.RepeatTimes,
        AcknowledgementExpires = settings.AcknowledgementExpires,
    };

    /// <summary>Once the rounds are used up the last audience is reminded once a day: an incident that lasts is never forgotten.</summary>
    private static readonly TimeSpan AfterwardsEvery = TimeSpan.FromDays(1);

    /// <summary>Time from the begin of one round to the begin of the next.</summary>
    private TimeSpan RoundLength => Length + (RepeatEvery ?? TimeSpan.Zero);

    private TimeSpan Length => Steps.IsEmpty ? TimeSpan.Zero : Steps[^1].After;

    /// <summary>An incident may be older than a configuration that has fewer steps: it is at the last one then.</summary>
    private EscalationStep StepAt(int step) => Steps[Math.Min(step, Steps.Length - 1)];

    private static ImmutableArray<EscalationStep> Ordered(IReadOnlyList<EscalationStepSettings> steps) =>
        [.. steps.Select(static step => new EscalationStep(step.After, step.Audience)).OrderBy(static step => step.After)];

    /// <summary>True when the round is one of those in which all steps are taken, not a daily reminder after them.</summary>
    public bool IsFullRound(int round) => round <= RepeatTimes && !Steps.IsEmpty;

    /// <summary>When a step is due. There is always a next one.</summary>
    /// <param name="startedAt">When the escalation began.</param>
    /// <param name="round">0 for the first time through.</param>
    /// <param name="step">Index of the step; 0 in the daily reminders after the last round.</param>
    public DateTimeOffset DueAt(DateTimeOffset startedAt, int round, int step) => IsFullRound(round)
        ? startedAt + (RoundLength * round) + StepAt(step).After
        : startedAt + (Steps.IsEmpty ? TimeSpan.Zero : (RoundLength * RepeatTimes) + Length)
            + (AfterwardsEvery * (round - (Steps.IsEmpty ? -1 : RepeatTimes)));

    /// <summary>Who is told in a step, or null when the policy names nobody.</summary>
    public string? Audience(int round, int step) =>
        IsFullRound(round) ? StepAt(step).Audience : Steps.IsEmpty ? null : Steps[^1].Audience;

    /// <summary>The step that follows.</summary>
    public (int Round, int Step) After(int round, int step) =>
        IsFullRound(round) && step + 1 < Steps.Length ? (round, step + 1) : (round + 1, 0);
}

/// <summary>After a time an audience is told.</summary>
/// <param name="After">Time since the escalation began, or since the incident has the severity.</param>
/// <param name="Audience">Name of the audience.</param>
public sealed record EscalationStep(TimeSpan After, string Audience);
