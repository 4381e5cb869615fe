namespace ContactCenter.Core.Contacts.Numbers;

/// <summary>
/// Fills the memory with what Amazon Connect still has, day by day from the oldest on. A day of which every half hour is known is not asked
/// for again, so that a run that was stopped goes on where it was, and a second one does nothing.
/// </summary>
/// <param name="source">Tells the numbers.</param>
/// <param name="numbers">Keeps them.</param>
/// <param name="queues">Names of the queues.</param>
/// <param name="profiles">Names of the routing profiles.</param>
public sealed class NumbersBackfill(
    INumbersSource source, ICenterNumbers numbers, IReadOnlyList<string> queues, IReadOnlyList<string> profiles)
{
    /// <summary>Amazon Connect keeps metrics for three months (API reference).</summary>
    public const int MaximumDays = 90;

    private readonly NumbersKeeper _keeper = new(source, numbers);

    /// <summary>What becomes of each day (UTC), one after the other.</summary>
    /// <param name="from">The first day.</param>
    /// <param name="now">Half hours that are over then are taken.</param>
    /// <param name="isDry">Nothing is asked for and nothing kept: only says which days are missing.</param>
    /// <param name="cancellationToken">Stops it between two days; what is kept stays.</param>
    public async IAsyncEnumerable<BackfilledDay> RunAsync(
        DateOnly from, DateTimeOffset now, bool isDry,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var day = from; Begin(day) < HalfHours.Begin(now); day = day.AddDays(1))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var (begin, end) = (Begin(day), Begin(day.AddDays(1)));
            end = end < HalfHours.Begin(now) ? end : HalfHours.Begin(now);
            var missing = await MissingAsync(begin, end, cancellationToken);
            yield return missing == 0 || isDry
                ? new BackfilledDay(day, missing, null)
                : new BackfilledDay(day, missing, await _keeper.KeepAsync(begin, end, cancellationToken));
        }
    }

    private static DateTimeOffset Begin(DateOnly day) => new(day, TimeOnly.MinValue, TimeSpan.Zero);

    private async ValueTask<int> MissingAsync(DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken)
    {
        var missing = (queues.Count + profiles.Count) * HalfHours.Between(from, to).Count();
        foreach (var queue in queues)
        {
            missing -= (await numbers.OfQueueAsync(queue, from, to, cancellationToken)).Count;
        }

        foreach (var profile in profiles)
        {
            missing -= (await numbers.OfProfileAsync(profile, from, to, cancellationToken)).Count;
        }

        return missing;
    }
}

/// <summary>What became of a day.</summary>
/// <param name="Day">The day (UTC).</param>
/// <param name="Missing">Half hours of queues and routing profiles that were not known before.</param>
/// <param name="Kept">What was kept; null: nothing was asked for.</param>
public sealed record BackfilledDay(DateOnly Day, int Missing, KeptNumbers? Kept);
