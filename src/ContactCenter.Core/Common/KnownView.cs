namespace ContactCenter.Core.Common;

/// <summary>
/// What a hook knows of something that is stored elsewhere. It is read again when it is older than some seconds, and a caller waits for
/// that only so long; while the store does not answer, the last known value goes on until it is too old to be of use. A frozen process
/// reads before it answers, so nothing goes stale between two callers.
/// </summary>
/// <typeparam name="T">The value.</typeparam>
/// <param name="read">Reads it; null when there is none.</param>
/// <param name="freshFor">Age from which on it is read again.</param>
/// <param name="usefulFor">Age from which on nothing is known any more.</param>
/// <param name="clock">Says how old it is.</param>
/// <param name="failed">Is told of each read that failed, when; null: nobody is. It must not throw.</param>
public sealed class KnownView<T>(
    Func<CancellationToken, ValueTask<T?>> read, TimeSpan freshFor, TimeSpan usefulFor, TimeProvider clock,
    Action<DateTimeOffset>? failed = null)
    where T : class
{
    /// <summary>How long a caller waits for a read while an older value is known.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(500);

    /// <summary>
    /// How long a caller waits while nothing is known: the first call of a client in a new process takes its time, and a hook has two
    /// seconds.
    /// </summary>
    public static readonly TimeSpan FirstPatience = TimeSpan.FromMilliseconds(1500);

    // A read that takes longer will not come back.
    private static readonly TimeSpan MaximumRead = TimeSpan.FromSeconds(5);

    // Between two reads that failed, so that a store that is down does not slow every caller.
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    private readonly Lock _gate = new();
    private Known? _known;
    private Task _reading = Task.CompletedTask;
    private Task? _tooSlow;
    private DateTimeOffset _nextRead = DateTimeOffset.MinValue;

    /// <summary>The value, or null when none is known. It never throws.</summary>
    public async ValueTask<T?> GetAsync()
    {
        var now = clock.GetUtcNow();
        var known = Volatile.Read(ref _known);
        if (known is not null && now - known.At < freshFor)
        {
            return known.Value;
        }

        // one caller has waited for a slow read in vain; those behind need not
        var reading = BeginRead(now);
        if (!reading.IsCompleted
            && reading != Volatile.Read(ref _tooSlow)
            && await Task.WhenAny(reading, Task.Delay(known is null ? FirstPatience : Patience, clock)) != reading)
        {
            Volatile.Write(ref _tooSlow, reading);
        }

        return Volatile.Read(ref _known) is { } last && now - last.At < usefulFor ? last.Value : null;
    }

    private Task BeginRead(DateTimeOffset now)
    {
        lock (_gate)
        {
            if (_reading.IsCompleted && now >= _nextRead)
            {
                _nextRead = now + Pause;
                _reading = Task.Run(ReadAsync);
            }

            return _reading;
        }
    }

    private async Task ReadAsync()
    {
        var at = clock.GetUtcNow();
        using var limit = new CancellationTokenSource(MaximumRead, clock);
        try
        {
            Volatile.Write(ref _known, new Known(await read(limit.Token), at));
            lock (_gate)
            {
                _nextRead = DateTimeOffset.MinValue;
            }
        }
#pragma warning disable CA1031 // whatever the store answers, the caller is answered with what was known before
        catch (Exception)
#pragma warning restore CA1031
        {
            // the age of the value tells that it could not be read
            failed?.Invoke(at);
        }
    }

    private sealed record Known(T? Value, DateTimeOffset At);
}
