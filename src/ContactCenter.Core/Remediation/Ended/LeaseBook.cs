namespace ContactCenter.Core.Remediation.Ended;

/// <summary>What a run found of a lease, before it changed anything.</summary>
/// <param name="Remediation">The remediation.</param>
/// <param name="Resource">The resource.</param>
/// <param name="At">When.</param>
public sealed record LeaseLook(string Remediation, string Resource, DateTimeOffset At)
{
    /// <summary>When the lease was granted that was held before the run, or null.</summary>
    public DateTimeOffset? Before { get; init; }

    /// <summary>When the lease was granted that is held after it, or null.</summary>
    public DateTimeOffset? After { get; init; }

    /// <summary>True when the run changed the resource.</summary>
    public bool IsChanged { get; init; }

    /// <summary>Why, in a sentence.</summary>
    public required string Reason { get; init; }

    /// <summary>Read units that are provisioned beyond what was before.</summary>
    public double Reads { get; init; }

    /// <summary>Write units that are provisioned beyond what was before.</summary>
    public double Writes { get; init; }

    /// <summary>Executions that are reserved beyond what was before.</summary>
    public double Executions { get; init; }

    /// <summary>US dollars an hour for that; null: it cannot be told.</summary>
    public double? DollarsPerHour { get; init; } = 0;

    /// <summary>The last minutes, oldest first and without gaps; empty where nothing is counted of what is held.</summary>
    public IReadOnlyList<LeaseMinute> Minutes { get; init; } = [];
}

/// <summary>A minute of a resource on which there is a lease.</summary>
/// <param name="Start">When it began.</param>
/// <param name="Throttled">Requests that were turned away in it.</param>
public readonly record struct LeaseMinute(DateTimeOffset Start, long Throttled)
{
    /// <summary>True when more was served in it than what was there before the lease could have served.</summary>
    public bool IsBeyond { get; init; }

    /// <summary>How many requests more; null: that cannot be told.</summary>
    public double? RequestsBeyond { get; init; } = 0;
}

/// <summary>
/// Adds up what leases cost and save while they last. A repair never waits for the book and never fails by it: what one look could not
/// write, the next one counts from where the last ended.
/// </summary>
/// <param name="history">Where leases are kept.</param>
public sealed class LeaseBook(ILeaseHistory history)
{
    /// <summary>What is compared before and after: as long as a repair has to show that it helped.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(15);

    /// <summary>A change takes hold in so much time.</summary>
    public static readonly TimeSpan TakesHold = TimeSpan.FromMinutes(2);

    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    /// <summary>While nothing changes, a lease is written down so often.</summary>
    private static readonly TimeSpan WriteEvery = TimeSpan.FromMinutes(5);

    /// <summary>At a change the last minutes have not arrived; the next looks have them.</summary>
    private static readonly TimeSpan Late = TimeSpan.FromMinutes(3);

    /// <summary>Takes in what a run found.</summary>
    public async ValueTask NoteAsync(LeaseLook look, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(look);
        try
        {
            foreach (var granted in Touched(look))
            {
                var known = await history.FindAsync(new LeaseKey(granted, look.Remediation, look.Resource), cancellationToken);
                if (Next(known, granted, look) is { } next)
                {
                    await history.KeepAsync(next, cancellationToken);
                }
            }
        }
        catch (Exception failure) when (failure is not OutOfMemoryException && !cancellationToken.IsCancellationRequested)
        {
            // the memory is a copy: the table is more important than what is remembered of it
        }
    }

    /// <summary>What is known of a lease after a look; null: nothing that is worth a write.</summary>
    /// <param name="known">What was known, or null.</param>
    /// <param name="granted">Which lease.</param>
    /// <param name="look">The look.</param>
    public static LeaseRecord? Next(LeaseRecord? known, DateTimeOffset granted, LeaseLook look)
    {
        ArgumentNullException.ThrowIfNull(look);
        var isOver = look.After != granted;
        if (known?.EndedAt is not null || (known is not null && !isOver && !look.IsChanged && look.At - known.LookedAt < WriteEvery))
        {
            return null;
        }

        known ??= new LeaseRecord
        {
            Remediation = look.Remediation,
            Resource = look.Resource,
            GrantedAt = granted,
            LookedAt = granted,
            Reason = look.Reason,
            CountedUntil = granted,
            MinutesSaved = look.Minutes.Count > 0 ? 0 : null,
            RequestsSaved = look.Minutes.Count > 0 ? 0 : null,
        };
        var hours = Math.Max(0, (look.At - known.LookedAt).TotalHours);
        return Compared(Saved(known, look, isOver), look) with
        {
            LookedAt = look.At,
            EndedAt = isOver ? look.At : null,
            ReadUnitHours = known.ReadUnitHours + (look.Reads * hours),
            WriteUnitHours = known.WriteUnitHours + (look.Writes * hours),
            ExecutionHours = known.ExecutionHours + (look.Executions * hours),
            Dollars = known.Dollars + (look.DollarsPerHour * hours),
        };
    }

    /// <summary>
    /// What more was served than before the lease could have been: each whole minute counts once, when its figures have arrived. A minute
    /// that nobody saw makes the sum unknown.
    /// </summary>
    private static LeaseRecord Saved(LeaseRecord known, LeaseLook look, bool isOver)
    {
        if (known.MinutesSaved is null || known.CountedUntil is not { } from)
        {
            return known;
        }

        var until = isOver ? look.At : look.At - Late;
        LeaseMinute[] whole = [.. look.Minutes.Where(each => each.Start >= from && each.Start + Minute <= until)];
        if (whole.Length == 0)
        {
            return until - from < Minute + Minute ? known : known with { MinutesSaved = null, RequestsSaved = null };
        }

        var isSeen = whole[0].Start - from < Minute;
        return known with
        {
            CountedUntil = whole[^1].Start + Minute,
            MinutesSaved = isSeen ? known.MinutesSaved + whole.Count(static each => each.IsBeyond) : null,
            RequestsSaved = isSeen ? whole.Aggregate(known.RequestsSaved, static (sum, each) => sum + each.RequestsBeyond) : null,
        };
    }

    /// <summary>
    /// A lease may begin in calm and be raised when it gets hard: what is compared is the time around the change before which most were
    /// turned away.
    /// </summary>
    private static LeaseRecord Compared(LeaseRecord known, LeaseLook look)
    {
        if (look.IsChanged
            && look.After is not null
            && Throttled(look.Minutes, look.At - Window, look.At, Late) is { } before
            && before > (known.ThrottledBefore ?? -1))
        {
            return known with { ComparedAt = look.At, ThrottledBefore = before, ThrottledAfter = null };
        }

        return known.ComparedAt is not { } at ? known : known with
        {
            ThrottledBefore = Throttled(look.Minutes, at - Window, at, TimeSpan.Zero) ?? known.ThrottledBefore,
            ThrottledAfter = Throttled(look.Minutes, at + TakesHold, at + TakesHold + Window, TimeSpan.Zero)
                ?? known.ThrottledAfter,
        };
    }

    /// <summary>A repair that holds nothing is a lease that begins and ends now.</summary>
    private static IEnumerable<DateTimeOffset> Touched(LeaseLook look) => (look.Before, look.After) switch
    {
        (null, null) => look.IsChanged ? [look.At] : [],
        (null, { } after) => [after],
        ({ } before, { } after) when before != after => [before, after],
        ({ } before, _) => [before],
    };

    /// <summary>How many were turned away in a time; null where the minutes do not reach over it, but for the last ones.</summary>
    private static long? Throttled(IReadOnlyList<LeaseMinute> minutes, DateTimeOffset from, DateTimeOffset to, TimeSpan late) =>
        minutes.Count > 0 && minutes[0].Start <= from && minutes[^1].Start + Minute + late >= to
            ? minutes.Where(each => each.Start + Minute > from && each.Start < to).Sum(static each => each.Throttled)
            : null;
}
