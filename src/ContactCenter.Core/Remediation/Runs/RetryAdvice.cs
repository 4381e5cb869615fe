using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Remediation.Runs;

/// <summary>What to do after a change was refused.</summary>
/// <param name="PlanAgain">True: read the state anew and plan anew, at the next run of the schedule or after
/// <paramref name="After"/>.</param>
/// <param name="After">How long to wait; zero: at once.</param>
/// <param name="PeopleMust">What people must know, or null.</param>
public sealed record RetryAdvice(bool PlanAgain, TimeSpan After, string? PeopleMust)
{
    private const int MaximumAttempts = 5;

    /// <summary>Advice for one outcome.</summary>
    /// <param name="outcome">What the service said.</param>
    /// <param name="attempt">1 for the first try.</param>
    /// <param name="word">What the resource is, as sentences have it: "table".</param>
    /// <param name="name">Its name.</param>
    public static RetryAdvice For(ChangeOutcome outcome, int attempt, string word, string name) => outcome switch
    {
        ChangeOutcome.Done => new(false, TimeSpan.Zero, null),
        ChangeOutcome.Gone => new(false, TimeSpan.Zero, Sentences.RepairGone(word, name)),
        _ when attempt >= MaximumAttempts =>
            new(false, TimeSpan.Zero, Sentences.RepairRefused(word, name, $"{attempt}", $"{outcome}")),
        ChangeOutcome.Stale => new(true, TimeSpan.Zero, null),

        // An update within the warm throughput takes seconds; the next minute's run would waste most of one.
        ChangeOutcome.InUse => new(true, TimeSpan.FromSeconds(15), null),
        ChangeOutcome.LimitExceeded => new(true, TimeSpan.FromMinutes(1), null),
        _ => new(true, TimeSpan.FromSeconds(Math.Pow(2, attempt)), null),
    };
}
