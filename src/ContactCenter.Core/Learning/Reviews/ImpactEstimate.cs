using System.Collections.Immutable;
using ContactCenter.Core.Common;
using ContactCenter.Core.Contacts.Numbers;

namespace ContactCenter.Core.Learning.Reviews;

/// <summary>A number that was estimated, with the least and the most that it can be by the same weeks.</summary>
/// <param name="Value">The estimate.</param>
/// <param name="Low">The least.</param>
/// <param name="High">The most.</param>
public sealed record Estimate(double Value, double Low, double High)
{
    /// <summary>True where nothing at all is as likely.</summary>
    public bool MayBeNothing => Low <= 0 && High >= 0;
}

/// <summary>A stretch of a queue's half hours in calls and chats: people wait in them.</summary>
/// <param name="At">When it begins.</param>
/// <param name="Offered">Contacts that came.</param>
/// <param name="Answered">Contacts that were answered.</param>
/// <param name="Abandoned">Contacts that were given up.</param>
/// <param name="WaitSeconds">Seconds that both waited together.</param>
/// <param name="LongestWait">The longest wait, in seconds.</param>
public sealed record WaitingNumbers(
    DateTimeOffset At, long Offered, long Answered, long Abandoned, long WaitSeconds, long LongestWait)
{
    /// <summary>Contacts whose wait is known.</summary>
    public long Waited => Answered + Abandoned;

    /// <summary>Seconds that one waited in the mean; 0 where nobody did.</summary>
    public double MeanWait => Waited == 0 ? 0 : (double)WaitSeconds / Waited;

    /// <summary>Half hours of which everything is known, by when they begin.</summary>
    public static Dictionary<DateTimeOffset, WaitingNumbers> ByTime(IEnumerable<QueueNumbers> numbers) =>
        numbers.Select(Of).OfType<WaitingNumbers>().DistinctBy(static half => half.At).ToDictionary(static half => half.At);

    /// <summary>A half hour as it is stored; null where a number that is needed could not be computed.</summary>
    public static WaitingNumbers? Of(QueueNumbers half)
    {
        ArgumentNullException.ThrowIfNull(half);
        var sum = new WaitingNumbers(half.At, 0, 0, 0, 0, 0);
        foreach (var channel in new[] { half.In(ContactChannel.Voice), half.In(ContactChannel.Chat) })
        {
            if (channel is not { Offered: { } offered, Answered: { } answered, Abandoned: { } abandoned })
            {
                return null;
            }

            sum += new WaitingNumbers(
                half.At,
                offered,
                answered,
                abandoned,
                (channel.AnswerSeconds ?? 0) + (channel.AbandonSeconds ?? 0),
                channel.MaximumWaitSeconds ?? 0);
        }

        return sum;
    }

    /// <summary>Both together.</summary>
    public static WaitingNumbers operator +(WaitingNumbers left, WaitingNumbers right) => new(
        left.At,
        left.Offered + right.Offered,
        left.Answered + right.Answered,
        left.Abandoned + right.Abandoned,
        left.WaitSeconds + right.WaitSeconds,
        Math.Max(left.LongestWait, right.LongestWait));

    /// <summary>Both together.</summary>
    public static WaitingNumbers Add(WaitingNumbers left, WaitingNumbers right) => left + right;
}

/// <summary>What an incident cost customers, estimated from half hours beside the same ones of earlier weeks.</summary>
public sealed record ImpactEstimate
{
    /// <summary>So many weeks before are looked at.</summary>
    public const int MaximumWeeks = 7;

    /// <summary>Of fewer weeks nobody can say what is usual.</summary>
    public const int MinimumWeeks = 3;

    /// <summary>A queue that is worked off counts until its wait is usual again, but no longer than two hours.</summary>
    private const int MaximumDrain = 4;

    private const int DaysOfWeek = 7;

    /// <summary>The queue.</summary>
    public required string Queue { get; init; }

    /// <summary>When the first half hour begins that counts.</summary>
    public required DateTimeOffset From { get; init; }

    /// <summary>When the last one ends, the working off included.</summary>
    public required DateTimeOffset To { get; init; }

    /// <summary>What was seen.</summary>
    public required WaitingNumbers Seen { get; init; }

    /// <summary>Half hours of it of which nothing is known.</summary>
    public int Gaps { get; init; }

    /// <summary>How many earlier weeks it is compared with.</summary>
    public int Weeks { get; init; }

    /// <summary>What usually comes in this time; null: too few weeks are known.</summary>
    public Estimate? UsualOffered { get; init; }

    /// <summary>Contacts that did not come although they usually do; below zero where more came.</summary>
    public Estimate? NotArrived { get; init; }

    /// <summary>Contacts that were given up beyond the usual share.</summary>
    public Estimate? ExtraAbandoned { get; init; }

    /// <summary>Minutes that customers waited beyond what is usual, all together.</summary>
    public Estimate? ExtraWaitMinutes { get; init; }

    /// <summary>Half hours around it for a plot, with the usual mean wait beside each where it is known.</summary>
    public ImmutableArray<PlottedHalfHour> Around { get; init; } = [];

    /// <summary>Estimates it; null where nothing is known of the queue in that time.</summary>
    /// <param name="queue">The queue.</param>
    /// <param name="numbers">Its half hours, weeks before included.</param>
    /// <param name="begin">When the incident began.</param>
    /// <param name="end">When customers were served again, or now.</param>
    /// <param name="zone">The zone of the center: the same time of another week is the same by its clock.</param>
    public static ImpactEstimate? Of(
        string queue, IReadOnlyList<QueueNumbers> numbers, DateTimeOffset begin, DateTimeOffset end, TimeZoneInfo zone)
    {
        ArgumentNullException.ThrowIfNull(numbers);
        var known = WaitingNumbers.ByTime(numbers);
        var (from, to) = (HalfHours.Begin(begin), HalfHours.Begin(end) + HalfHours.Length);
        for (var drained = 0; drained < MaximumDrain && known.TryGetValue(to, out var next) && IsWorse(known, next, zone); drained++)
        {
            to += HalfHours.Length;
        }

        DateTimeOffset[] window = [.. HalfHours.Between(from, to)];
        if (!window.Any(known.ContainsKey))
        {
            return null;
        }

        var seen = window.Where(known.ContainsKey).Select(at => known[at]).Aggregate(WaitingNumbers.Add) with { At = from };
        var weeks = Enumerable.Range(1, MaximumWeeks)
            .Select(week => window.Select(at => Earlier(at, week, zone)).ToArray())
            .Where(week => week.All(known.ContainsKey))
            .Select(week => week.Select(at => known[at]).Aggregate(WaitingNumbers.Add))
            .ToArray();
        var impact = new ImpactEstimate
        {
            Queue = queue,
            From = from,
            To = to,
            Seen = seen,
            Gaps = window.Count(at => !known.ContainsKey(at)),
            Weeks = weeks.Length,
            Around = Plotted(known, from, to, zone),
        };
        return weeks.Length < MinimumWeeks || impact.Gaps > 0 ? impact : Compared(impact, seen, weeks);
    }

    /// <summary>The same half hour of a week before, by the clock on the wall.</summary>
    internal static DateTimeOffset Earlier(DateTimeOffset at, int weeks, TimeZoneInfo zone)
    {
        var wall = TimeZoneInfo.ConvertTime(at, zone).DateTime.AddDays(-DaysOfWeek * weeks);
        return new DateTimeOffset(wall, zone.GetUtcOffset(wall)).ToUniversalTime();
    }

    private static ImpactEstimate Compared(ImpactEstimate impact, WaitingNumbers seen, WaitingNumbers[] weeks)
    {
        var offered = weeks.Select(static week => (double)week.Offered).Order().ToArray();
        var usual = new Estimate(Middle.OfSorted(offered), offered[0], offered[^1]);
        var shares = weeks.Select(static week => week.Waited == 0 ? 0 : (double)week.Abandoned / week.Waited).Order().ToArray();
        var waits = weeks.Select(static week => week.MeanWait).Order().ToArray();
        var (waited, given) = (weeks.Sum(static week => week.Waited), weeks.Sum(static week => week.Abandoned));
        var share = waited == 0 ? 0 : (double)given / waited;
        var wait = waited == 0 ? 0 : (double)weeks.Sum(static week => week.WaitSeconds) / waited;
        return impact with
        {
            UsualOffered = usual,
            NotArrived = new Estimate(usual.Value - seen.Offered, usual.Low - seen.Offered, usual.High - seen.Offered),
            ExtraAbandoned = new Estimate(Given(share), Given(shares[^1]), Given(shares[0])),
            ExtraWaitMinutes = new Estimate(Waited(wait), Waited(waits[^1]), Waited(waits[0])),
        };

        double Given(double usually) => seen.Abandoned - (seen.Waited * usually);
        double Waited(double usually) => (seen.WaitSeconds - (seen.Waited * usually)) / 60;
    }

    private static bool IsWorse(Dictionary<DateTimeOffset, WaitingNumbers> known, WaitingNumbers half, TimeZoneInfo zone)
    {
        var usual = SameTimes(known, half.At, zone).Select(static week => week.MeanWait).ToArray();
        return usual.Length >= MinimumWeeks && half.MeanWait > usual.Max();
    }

    private static WaitingNumbers[] SameTimes(Dictionary<DateTimeOffset, WaitingNumbers> known, DateTimeOffset at, TimeZoneInfo zone) =>
    [
        .. Enumerable.Range(1, MaximumWeeks).Select(week => Earlier(at, week, zone)).Where(known.ContainsKey).Select(past => known[past]),
    ];

    private static ImmutableArray<PlottedHalfHour> Plotted(
        Dictionary<DateTimeOffset, WaitingNumbers> known, DateTimeOffset from, DateTimeOffset to, TimeZoneInfo zone)
    {
        var room = TimeSpan.FromHours(3);
        return
        [
            .. HalfHours.Between(from - room, to + room).Select(at =>
            {
                var usual = SameTimes(known, at, zone).Select(static week => week.MeanWait).Order().ToArray();
                return new PlottedHalfHour(
                    at,
                    known.TryGetValue(at, out var half) ? half : null,
                    usual.Length >= MinimumWeeks ? new Estimate(Middle.OfSorted(usual), usual[0], usual[^1]) : null);
            }),
        ];
    }
}

/// <summary>A half hour of a plot.</summary>
/// <param name="At">When it begins.</param>
/// <param name="Seen">What was seen; null: a gap.</param>
/// <param name="UsualWait">The usual mean wait in seconds; null: too few weeks are known.</param>
public sealed record PlottedHalfHour(DateTimeOffset At, WaitingNumbers? Seen, Estimate? UsualWait);
