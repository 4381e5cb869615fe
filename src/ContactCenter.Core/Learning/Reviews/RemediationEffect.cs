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

    /// <summary>By the minutes in which more was served than could have been before.</summary>
    Saved,

    /// <summary>By what it reported: it changed nothing, and people must act.</summary>
    Report,

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

    /// <summary>The number after, or the minutes that were saved.</summary>
    public double? After { get; init; }

    /// <summary>By how much it changed beyond what the same times of other weeks did; below zero: it fell.</summary>
    public double? Difference { get; init; }

    /// <summary>How many weeks it is compared with.</summary>
    public int Weeks { get; init; }

    /// <summary>A change takes hold in so much time.</summary>
    private static readonly TimeSpan TakesHold = LeaseBook.TakesHold;

    /// <summary>Of fewer weeks an unusual change cannot be told from a usual one: with four, chance is one in five.</summary>
    private const int MinimumWeeks = 4;

    /// <summary>So long after it was asked for a lease may begin that is of the same repair.</summary>
    private static readonly TimeSpan BeginsWithin = TimeSpan.FromHours(1);

    /// <summary>
    /// Whether a repair helped, which every page, report and answer says alike: what its lease says, where there is one; without one
    /// nothing was changed, and where it reported that people must act it did not help. Null: it cannot be told.
    /// </summary>
    /// <param name="repair">The repair, as an incident remembers it.</param>
    /// <param name="leases">Leases of the time around it.</param>
    public static bool? Helped(RemediationRecord repair, IReadOnlyList<LeaseRecord> leases)
    {
        ArgumentNullException.ThrowIfNull(repair);
        return LeaseOf(repair, leases) is { } lease ? lease.Helped : repair.Helped == false ? false : null;
    }

    /// <summary>The record of an incident in which every repair says whether it helped, and no more that it may.</summary>
    public static IncidentRecord Judged(IncidentRecord incident, IReadOnlyList<LeaseRecord> leases)
    {
        ArgumentNullException.ThrowIfNull(incident);
        return incident with { Repairs = [.. incident.Repairs.Select(repair => repair with { Helped = Helped(repair, leases) })] };
    }

    /// <summary>Months (UTC) in which leases of the repairs of incidents were granted.</summary>
    public static IReadOnlyList<DateOnly> MonthsOf(IEnumerable<IncidentRecord> incidents) =>
    [
        .. incidents.SelectMany(static one => one.Repairs)
            .SelectMany(static repair => new[] { repair.AskedAt.AddDays(-1), repair.AskedAt + BeginsWithin })
            .Select(static at => new DateOnly(at.UtcDateTime.Year, at.UtcDateTime.Month, 1))
            .Distinct(),
    ];

    /// <summary>Judges a repair: by its lease where that counted, else by waiting where it is about a queue.</summary>
    public static RemediationEffect Of(
        RemediationRecord repair, IReadOnlyList<LeaseRecord> leases, IReadOnlyList<QueueNumbers> numbers, TimeZoneInfo zone)
    {
        ArgumentNullException.ThrowIfNull(repair);
        ArgumentNullException.ThrowIfNull(leases);
        ArgumentNullException.ThrowIfNull(numbers);
        var helped = Helped(repair, leases);
        var effect = new RemediationEffect
        {
            Repair = repair.Repair,
            AskedAt = repair.AskedAt,
            Report = repair.Report,
            Verdict = helped switch
            {
                true => RemediationVerdict.Helped,
                false => RemediationVerdict.DidNotHelp,
                null => RemediationVerdict.CannotTell,
            },
        };
        return LeaseOf(repair, leases) switch
        {
            { MinutesSaved: > 0 and var saved, ThrottledBefore: var before, ThrottledAfter: var after }
                when before is not > 0 || after is null || after * 2 > before =>
                effect with { Basis = RemediationBasis.Saved, After = saved },
            { ThrottledBefore: { } before, ThrottledAfter: { } after } =>
                effect with { Basis = RemediationBasis.Throttling, Before = before, After = after },
            null when helped == false => effect with { Basis = RemediationBasis.Report },
            _ => ByWaiting(effect, numbers, zone),
        };
    }

    /// <summary>
    /// The lease of a repair: one that was held when it was asked for, or that was granted then. An index is repaired with its table.
    /// </summary>
    private static LeaseRecord? LeaseOf(RemediationRecord repair, IReadOnlyList<LeaseRecord> leases) => leases
        .Where(lease => IncidentHistorian.OfTable(repair.Repair) == $"{lease.Remediation} {lease.Resource}"
            && (lease.EndedAt ?? lease.LookedAt) >= repair.AskedAt - TakesHold
            && lease.GrantedAt - repair.AskedAt < BeginsWithin)
        .MinBy(static lease => lease.GrantedAt);

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
