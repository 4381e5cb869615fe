using System.Text.Json.Serialization;
using ContactCenter.Core.Common;
using ContactCenter.Core.Contacts.Numbers;
using ContactCenter.Core.Incidents.History;
using ContactCenter.Core.Remediation.Ended;

namespace ContactCenter.Core.Learning.Reviews;

/// <summary>Whether a repair helped.</summary>
[JsonConverter(typeof(NamedEnumConverter<RemediationVerdict>))]
public enum RemediationVerdict
{
    /// <summary>Nobody can say.</summary>
    CannotTell,

    /// <summary>It helped.</summary>
    Helped,

    /// <summary>It did not.</summary>
    DidNotHelp,
}

/// <summary>By what it is judged.</summary>
[JsonConverter(typeof(NamedEnumConverter<RemediationBasis>))]
public enum RemediationBasis
{
    /// <summary>By nothing: no number is known that it should have moved.</summary>
    Nothing,

    /// <summary>By requests that were turned away in the quarter of an hour before and after.</summary>
    Throttling,

    /// <summary>By the mean wait before and after, beside that of the same times in other weeks.</summary>
    Waiting,
}

/// <summary>What came of a repair.</summary>
public sealed record RemediationEffect
{
    /// <summary>The repair, as <c>remediation target</c>.</summary>
    public required string Repair { get; init; }

    /// <summary>When it was asked for.</summary>
    public required DateTimeOffset AskedAt { get; init; }

    /// <summary>What it reported last, or null.</summary>
    public string? Report { get; init; }

    /// <summary>Whether it helped.</summary>
    public RemediationVerdict Verdict { get; init; }

    /// <summary>By what that is judged.</summary>
    public RemediationBasis Basis { get; init; }

    /// <summary>The number before.</summary>
    public double? Before { get; init; }

    /// <summary>The number after.</summary>
    public double? After { get; init; }

    /// <summary>By how much it changed beyond what the same times of other weeks did; below zero: it fell.</summary>
    public double? Difference { get; init; }

    /// <summary>How many weeks it is compared with.</summary>
    public int Weeks { get; init; }

    /// <summary>A change takes hold in so much time.</summary>
    private static readonly TimeSpan TakesHold = LeaseBook.TakesHold;

    /// <summary>Of fewer weeks an unusual change cannot be told from a usual one: with four, chance is one in five.</summary>
    private const int MinimumWeeks = 4;

    /// <summary>Judges a repair: by its lease where that counted, else by waiting where it is about a queue.</summary>
    public static RemediationEffect Of(
        RemediationRecord repair, IReadOnlyList<LeaseRecord> leases, IReadOnlyList<QueueNumbers> numbers, TimeZoneInfo zone)
    {
        ArgumentNullException.ThrowIfNull(repair);
        ArgumentNullException.ThrowIfNull(leases);
        ArgumentNullException.ThrowIfNull(numbers);
        var effect = new RemediationEffect { Repair = repair.Repair, AskedAt = repair.AskedAt, Report = repair.Report };
        var lease = leases
            .Where(lease => repair.Repair == $"{lease.Remediation} {lease.Resource}"
                && lease.GrantedAt >= repair.AskedAt - TakesHold && lease.GrantedAt - repair.AskedAt < TimeSpan.FromHours(1))
            .MinBy(static lease => lease.GrantedAt);
        return lease is { ThrottledBefore: { } before, ThrottledAfter: { } after }
            ? effect with
            {
                Basis = RemediationBasis.Throttling,
                Before = before,
                After = after,
                Verdict = lease.Helped switch
                {
                    true => RemediationVerdict.Helped,
                    false => RemediationVerdict.DidNotHelp,
                    null => RemediationVerdict.CannotTell,
                },
            }
            : ByWaiting(effect, numbers, zone);
    }

    private static RemediationEffect ByWaiting(RemediationEffect effect, IReadOnlyList<QueueNumbers> numbers, TimeZoneInfo zone)
    {
        var known = WaitingNumbers.ByTime(numbers);
        var before = HalfHours.Begin(effect.AskedAt) - HalfHours.Length;
        var after = HalfHours.Begin(effect.AskedAt + TakesHold) + HalfHours.Length;
        if (!known.TryGetValue(before, out var was) || !known.TryGetValue(after, out var now))
        {
            return effect;
        }

        var usual = Enumerable.Range(1, ImpactEstimate.MaximumWeeks)
            .Select(week => (
                Before: ImpactEstimate.Earlier(before, week, zone), After: ImpactEstimate.Earlier(after, week, zone)))
            .Where(week => known.ContainsKey(week.Before) && known.ContainsKey(week.After))
            .Select(week => known[week.After].MeanWait - known[week.Before].MeanWait)
            .ToArray();
        var told = effect with { Basis = RemediationBasis.Waiting, Before = was.MeanWait, After = now.MeanWait, Weeks = usual.Length };
        if (usual.Length < MinimumWeeks)
        {
            return told;
        }

        var difference = Beyond(now.MeanWait - was.MeanWait, usual);

        // each other week in its place: what by chance differs as much says nothing of a repair
        var chance = usual.Select((change, left) => Beyond(change, [.. usual.Where((_, index) => index != left)])).ToArray();
        return told with
        {
            Difference = difference,
            Verdict = difference < 0 && chance.All(other => difference < other) ? RemediationVerdict.Helped
                : difference > 0 && chance.All(other => difference > other) ? RemediationVerdict.DidNotHelp
                : RemediationVerdict.CannotTell,
        };
    }

    private static double Beyond(double change, double[] usual) => change - Middle.OfSorted([.. usual.Order()]);
}
