using System.Collections.Immutable;
using ContactCenter.Core.Common;
using ContactCenter.Core.Escalation;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Incidents.History;

namespace ContactCenter.Core.Learning.Reports;

/// <summary>Times that are compared: the middle and the ninth of ten. Means of such times move by chance.</summary>
/// <param name="Count">How many there are.</param>
/// <param name="Median">Half took no longer.</param>
/// <param name="Ninetieth">Nine of ten took no longer.</param>
public sealed record TimeSpread(int Count, TimeSpan? Median, TimeSpan? Ninetieth)
{
    /// <summary>Of fewer nothing is compared.</summary>
    public const int MinimumCompared = 8;

    /// <summary>The spread of times; what did not happen is left out.</summary>
    public static TimeSpread Of(IEnumerable<TimeSpan?> times)
    {
        var known = times.OfType<TimeSpan>().Order().ToArray();
        return known.Length == 0 ? new(0, null, null) : new(known.Length, At(known, 0.5), At(known, 0.9));
    }

    /// <summary>The least time that a share of them did not exceed.</summary>
    private static TimeSpan At(TimeSpan[] sorted, double share) => sorted[Math.Max(0, (int)Math.Ceiling(share * sorted.Length) - 1)];
}

/// <summary>Incidents of a severity.</summary>
/// <param name="Severity">The severity.</param>
/// <param name="Count">How many were heard of.</param>
/// <param name="Before">How many in the period before.</param>
/// <param name="Acknowledged">Of those that are decided, how many were taken in the promised time.</param>
/// <param name="Resolved">Of those that are decided, how many were over in the promised time.</param>
/// <param name="ToAcknowledge">Times until somebody took it.</param>
/// <param name="ToResolve">Times until it was over; what is still open is not among them.</param>
public sealed record SeveritySection(
    Severity Severity, int Count, int Before, Share Acknowledged, Share Resolved, TimeSpread ToAcknowledge, TimeSpread ToResolve);

/// <summary>Incidents by who follows them up.</summary>
/// <param name="Owner">The owner.</param>
/// <param name="Count">How many.</param>
/// <param name="Grave">How many of them were P1 or P2.</param>
public sealed record OwnerSection(string Owner, int Count, int Grave);

/// <summary>Whom incidents reached, without names: by audience.</summary>
/// <param name="Audience">The audience.</param>
/// <param name="Incidents">How many incidents reached it.</param>
/// <param name="AtNight">How many of them first between 22 and 6 o'clock.</param>
/// <param name="AtWeekend">How many of them first on a Saturday or Sunday.</param>
public sealed record PagedSection(string Audience, int Incidents, int AtNight, int AtWeekend);

/// <summary>Availability of a part, by what P1 incidents say of it.</summary>
/// <param name="Part">Its group and name.</param>
/// <param name="Down">How long a P1 was open on it.</param>
/// <param name="Of">Of how long.</param>
public sealed record AvailabilitySection(string Part, TimeSpan Down, TimeSpan Of)
{
    /// <summary>From 0 to 1.</summary>
    public double Share => 1 - (Down / Of);
}

/// <summary>Counts incidents.</summary>
internal static class IncidentSections
{
    public static ImmutableArray<SeveritySection> BySeverity(
        IReadOnlyCollection<IncidentRecord> period, IReadOnlyCollection<IncidentRecord> before) =>
    [
        .. Enum.GetValues<Severity>().Order().Select(severity =>
        {
            var these = period.Where(one => one.Severity == severity).ToArray();
            return new SeveritySection(
                severity,
                these.Length,
                before.Count(one => one.Severity == severity),
                Kept(these, static one => one.Acknowledged),
                Kept(these, static one => one.Resolved),
                TimeSpread.Of(these.Select(static one => one.AcknowledgedAt - one.BeganAt)),
                TimeSpread.Of(these.Select(static one => one.ResolvedAt - one.BeganAt)));
        }),
    ];

    public static ImmutableArray<OwnerSection> ByOwner(IEnumerable<IncidentRecord> period) =>
    [
        .. period.GroupBy(static one => one.Owner, StringComparer.Ordinal)
            .Select(static owner => new OwnerSection(owner.Key, owner.Count(), owner.Count(IsGrave)))
            .OrderByDescending(static owner => owner.Count)
            .ThenBy(static owner => owner.Owner, StringComparer.Ordinal),
    ];

    public static bool IsGrave(IncidentRecord record) => record.Severity is Severity.P1 or Severity.P2;

    /// <summary>An incident reaches an audience when its first message arrives there, whoever of it has the endpoint.</summary>
    public static ImmutableArray<PagedSection> Paged(IEnumerable<IncidentRecord> period, TimeZoneInfo zone) =>
    [
        .. period.SelectMany(static one => one.Reached.Where(static endpoint => endpoint.FirstAt is not null)
                .GroupBy(static endpoint => endpoint.Audience)
                .Select(static audience => (Audience: audience.Key, At: audience.Min(static endpoint => endpoint.FirstAt!.Value))))
            .GroupBy(static page => page.Audience, StringComparer.Ordinal)
            .Select(audience => new PagedSection(
                audience.Key,
                audience.Count(),
                audience.Count(page => Night.Is(Local(page.At, zone).TimeOfDay)),
                audience.Count(page => Local(page.At, zone).DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday)))
            .OrderByDescending(static audience => audience.AtNight)
            .ThenByDescending(static audience => audience.Incidents)
            .ThenBy(static audience => audience.Audience, StringComparer.Ordinal),
    ];

    /// <summary>How many incidents reached somebody at night.</summary>
    public static int AtNight(IEnumerable<IncidentRecord> period, TimeZoneInfo zone) => period.Count(one =>
        one.Reached.Any(endpoint => endpoint.FirstAt is { } at && Night.Is(Local(at, zone).TimeOfDay)));

    /// <summary>Time in which a P1 was open on a part counts once, however many there were.</summary>
    public static ImmutableArray<AvailabilitySection> Availability(
        IEnumerable<IncidentRecord> known, DateTimeOffset from, DateTimeOffset to) =>
    [
        .. known.Where(static one => one is { Severity: Severity.P1, Verdict: null or VerdictKind.Real })
            .GroupBy(static one => $"{one.Group} {one.Resource}", StringComparer.Ordinal)
            .Select(part => new AvailabilitySection(part.Key, Down(part, from, to), to - from))
            .Where(static part => part.Down > TimeSpan.Zero)
            .OrderByDescending(static part => part.Down)
            .ThenBy(static part => part.Part, StringComparer.Ordinal),
    ];

    private static TimeSpan Down(IEnumerable<IncidentRecord> part, DateTimeOffset from, DateTimeOffset to)
    {
        var (down, until) = (TimeSpan.Zero, from);
        foreach (var one in part.OrderBy(static one => one.BeganAt))
        {
            var begin = one.BeganAt > until ? one.BeganAt : until;
            var end = one.MitigatedAt ?? one.ResolvedAt ?? to;
            end = end < to ? end : to;
            if (end > begin)
            {
                down += end - begin;
                until = end;
            }
        }

        return down;
    }

    private static Share Kept(IncidentRecord[] these, Func<IncidentRecord, PromiseOutcome> of) => new(
        these.Count(one => of(one) == PromiseOutcome.Kept), these.Count(one => of(one) != PromiseOutcome.Open));

    private static DateTime Local(DateTimeOffset at, TimeZoneInfo zone) => TimeZoneInfo.ConvertTime(at, zone).DateTime;
}
