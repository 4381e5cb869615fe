using ContactCenter.Core.Common;
using ContactCenter.Core.Configuration;

namespace ContactCenter.Core.Contacts.Numbers;

/// <summary>
/// Brings into the memory how long contacts waited, a day at a time when it is over. A day that failed or was missed is read by the next
/// run, and so are, after an installation, the weeks before it.
/// </summary>
/// <param name="source">Tells it.</param>
/// <param name="days">Keeps it.</param>
/// <param name="configuration">By whose clock days begin.</param>
public sealed class WaitKeeper(IWaitSource source, IWaitDays days, ContactCenterConfiguration configuration)
{
    /// <summary>So many days back are read where they are not known.</summary>
    public const int MaximumDaysBack = 35;

    /// <summary>So many days are read in a run at most, the newest first, so that no run takes long.</summary>
    public const int MaximumDaysAtOnce = 8;

    private readonly TimeZoneInfo _zone = TimeZoneInfo.FindSystemTimeZoneById(configuration.TimeZone);
    private DateOnly? _known;

    /// <summary>Reads what is over and not known. A day is over some hours after its end, when its last contacts have ended too.</summary>
    /// <param name="now">The time.</param>
    /// <param name="cancellationToken">Stops it between two days; what is kept stays.</param>
    public async ValueTask<KeptWaits> KeepAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var until = LocalDay.Of(now - NumbersKeeper.Recent, _zone);
        if (_known == until)
        {
            return new KeptWaits(0, []);
        }

        var kept = 0;
        var first = until.AddDays(-MaximumDaysBack);
        var known = (await days.BetweenAsync(first, until, cancellationToken)).Select(static day => day.Day).ToHashSet();
        for (var day = until.AddDays(-1); day >= first; day = day.AddDays(-1))
        {
            if (known.Contains(day))
            {
                continue;
            }

            if (kept == MaximumDaysAtOnce)
            {
                return new KeptWaits(kept, []);
            }

            var reading = await source.ReadAsync(Begin(day), Begin(day.AddDays(1)), cancellationToken);
            if (reading.Problems.Count > 0)
            {
                return new KeptWaits(kept, reading.Problems);
            }

            if (reading.Queues.Count > 0)
            {
                await days.KeepAsync(new WaitDay(day, reading.Queues, reading.Channels), cancellationToken);
                kept++;
            }
        }

        _known = until;
        return new KeptWaits(kept, []);
    }

    private DateTimeOffset Begin(DateOnly day) => LocalDay.Begin(day.ToDateTime(TimeOnly.MinValue), _zone).ToUniversalTime();
}

/// <summary>What a run has kept.</summary>
/// <param name="Days">How many days.</param>
/// <param name="Problems">Why a day could not be read; it is tried again by the next run.</param>
public sealed record KeptWaits(int Days, IReadOnlyList<string> Problems);

/// <summary>What is told of how long contacts waited.</summary>
/// <param name="Queues">The queues of which it is known; empty: of that time nothing is.</param>
/// <param name="Channels">Their channels in which somebody was.</param>
/// <param name="Problems">What could not be read, and why; half of a day is none.</param>
public sealed record WaitReading(IReadOnlyList<string> Queues, IReadOnlyList<ChannelWaits> Channels, IReadOnlyList<string> Problems);

/// <summary>Tells how long contacts of a contact center waited.</summary>
public interface IWaitSource
{
    /// <summary>Those that ended between two moments.</summary>
    /// <param name="from">The beginning of a day.</param>
    /// <param name="to">Its end, which is over.</param>
    /// <param name="cancellationToken">Stops the requests.</param>
    Task<WaitReading> ReadAsync(DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken);
}

/// <summary>Keeps how long contacts waited, by day, for as long as the other numbers.</summary>
public interface IWaitDays
{
    /// <summary>Keeps a day in the place of what was known of it.</summary>
    ValueTask KeepAsync(WaitDay day, CancellationToken cancellationToken);

    /// <summary>What is known of the days from one until before another, in order; a day of which nothing is known is not there.</summary>
    ValueTask<IReadOnlyList<WaitDay>> BetweenAsync(DateOnly from, DateOnly until, CancellationToken cancellationToken);
}
