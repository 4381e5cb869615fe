namespace ContactCenter.Core.Contacts.Numbers;

/// <summary>
/// Brings the numbers of the center into the memory. Counts of Amazon Connect settle when contacts end, so what is young is read again and
/// again, and days once more at night, because a task or an e-mail may wait for a week.
/// </summary>
/// <param name="source">Tells the numbers.</param>
/// <param name="numbers">Keeps them.</param>
public sealed class NumbersKeeper(INumbersSource source, ICenterNumbers numbers)
{
    /// <summary>So much is read at once: a request for half hours must be about less than three days (API reference).</summary>
    public static readonly TimeSpan Window = TimeSpan.FromDays(2);

    /// <summary>Every half hour so much is read: longer than nearly every call and chat, with its work afterwards.</summary>
    public static readonly TimeSpan Recent = TimeSpan.FromHours(4);

    /// <summary>Once a day so much is read: a task expires after seven days unless its flow says otherwise (administrator guide).</summary>
    public static readonly TimeSpan Late = TimeSpan.FromDays(8);

    /// <summary>At this hour of UTC the late ones are read.</summary>
    private const int LateHour = 3;

    /// <summary>From when on is read at a moment: hours, or once a day days.</summary>
    public static DateTimeOffset From(DateTimeOffset now)
    {
        var end = HalfHours.Begin(now);
        return end - (end.Hour == LateHour && end.Minute == 0 ? Late : Recent);
    }

    /// <summary>Reads what is due at a moment, and keeps it.</summary>
    public ValueTask<KeptNumbers> KeepAsync(DateTimeOffset now, CancellationToken cancellationToken) =>
        KeepAsync(From(now), HalfHours.Begin(now), cancellationToken);

    /// <summary>Reads and keeps the half hours that begin between two moments, piece by piece, the oldest first.</summary>
    public async ValueTask<KeptNumbers> KeepAsync(DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken)
    {
        var kept = new KeptNumbers(0, 0, []);
        for (var begin = from; begin < to; begin += Window)
        {
            var read = await source.ReadAsync(begin, begin + Window < to ? begin + Window : to, cancellationToken);
            kept = new KeptNumbers(
                kept.Read + read.Queues.Count + read.Profiles.Count,
                kept.Changed + await numbers.KeepAsync(read, cancellationToken),
                [.. kept.Problems.Union(read.Problems)]);
        }

        return kept;
    }
}

/// <summary>What a run has kept.</summary>
/// <param name="Read">Half hours of queues and routing profiles that were read.</param>
/// <param name="Changed">Those of them that were new, or are others now.</param>
/// <param name="Problems">What could not be read, each once; it stays a gap until it is.</param>
public sealed record KeptNumbers(int Read, int Changed, IReadOnlyList<string> Problems);
