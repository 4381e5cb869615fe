using System.Globalization;
using System.Text.Json.Serialization;

namespace ContactCenter.Core.Remediation.Ended;

/// <summary>
/// What a lease was for, what it cost beyond what was there before, what it saved, and whether it helped, in figures. Also a repair that
/// holds nothing, such as an event source that was enabled: it begins and ends at once.
/// </summary>
public sealed record LeaseRecord
{
    /// <summary>The remediation, such as <c>heal-capacity</c>.</summary>
    public required string Remediation { get; init; }

    /// <summary>The table or the function.</summary>
    public required string Resource { get; init; }

    /// <summary>When it was granted.</summary>
    public required DateTimeOffset GrantedAt { get; init; }

    /// <summary>When it was looked at last: until then cost is counted.</summary>
    public required DateTimeOffset LookedAt { get; init; }

    /// <summary>When all of it was given back; null while it runs.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Why it was granted, in a sentence.</summary>
    public required string Reason { get; init; }

    /// <summary>Read units beyond what was before, times hours; below zero where less was provisioned for a while.</summary>
    public double ReadUnitHours { get; init; }

    /// <summary>The same of write units.</summary>
    public double WriteUnitHours { get; init; }

    /// <summary>Concurrent executions reserved beyond what was before, times hours; they are not paid for.</summary>
    public double ExecutionHours { get; init; }

    /// <summary>US dollars for the units; null where what it costs cannot be told, as of requests on demand.</summary>
    public double? Dollars { get; init; } = 0;

    /// <summary>
    /// Whole minutes under it in which more was served than what was there before could have served: in them requests would have been
    /// turned away. Null: that cannot be told.
    /// </summary>
    public int? MinutesSaved { get; init; }

    /// <summary>
    /// How many requests more were served in these minutes; null: that cannot be told. An estimate, and the most that it can be: what
    /// DynamoDB serves for a while from capacity that was not used would have been served without the lease too.
    /// </summary>
    public double? RequestsSaved { get; init; }

    /// <summary>Until when both are counted; null: neither is.</summary>
    public DateTimeOffset? CountedUntil { get; init; }

    /// <summary>
    /// The change under it before which most requests were turned away: around it is compared. Null: no figures were there at any.
    /// </summary>
    public DateTimeOffset? ComparedAt { get; init; }

    /// <summary>Requests that were turned away in <see cref="LeaseBook.Window"/> before that change; null: not known.</summary>
    public long? ThrottledBefore { get; init; }

    /// <summary>The same in as long a time after it had taken hold; null: not known, or that time was not over.</summary>
    public long? ThrottledAfter { get; init; }

    /// <summary>
    /// Whether it helped: yes where half as many were turned away, or fewer, or where a minute was saved, although more came than it was
    /// enough for; no where as many were turned away and no minute was saved. Null: it cannot be told, because nothing was turned away
    /// before, a figure is missing, or they say neither.
    /// </summary>
    public bool? Helped => (ThrottledBefore, ThrottledAfter) switch
    {
        _ when MinutesSaved > 0 => true,
        (null or 0, _) or (_, null) => null,
        var (before, after) when after * 2 <= before => true,
        var (before, after) when after >= before => false,
        _ => null,
    };

    /// <summary>Where it stands: by when it was granted, then by what it was on.</summary>
    public LeaseKey Key => new(GrantedAt, Remediation, Resource);
}

/// <summary>Which lease it was: a resource has one of a remediation at a time.</summary>
/// <param name="GrantedAt">When it was granted.</param>
/// <param name="Remediation">The remediation.</param>
/// <param name="Resource">The resource.</param>
public readonly record struct LeaseKey(DateTimeOffset GrantedAt, string Remediation, string Resource)
{
    /// <summary>By what leases are sorted, as it is stored.</summary>
    [JsonIgnore]
    public string Sort => string.Create(
        CultureInfo.InvariantCulture, $"{GrantedAt.ToUnixTimeMilliseconds():D15}#{Remediation}#{Resource}");
}

/// <summary>Leases with what they cost and saved and whether they helped, by month and by resource.</summary>
public interface ILeaseHistory
{
    /// <summary>Keeps what is known of a lease in the place of what was.</summary>
    ValueTask KeepAsync(LeaseRecord record, CancellationToken cancellationToken);

    /// <summary>What is known of a lease, or null.</summary>
    ValueTask<LeaseRecord?> FindAsync(LeaseKey key, CancellationToken cancellationToken);

    /// <summary>Leases that were granted in a month (UTC), the newest first.</summary>
    /// <param name="month">Any day of the month.</param>
    /// <param name="limit">How many at most; fewer come only where there are no more.</param>
    /// <param name="after">The last of the page before; null: from the newest on.</param>
    /// <param name="cancellationToken">Stops the request.</param>
    ValueTask<IReadOnlyList<LeaseRecord>> MonthAsync(DateOnly month, int limit, LeaseKey? after, CancellationToken cancellationToken);

    /// <summary>Leases on a resource, of all months, the newest first.</summary>
    /// <param name="resource">The table or the function.</param>
    /// <param name="limit">How many at most; fewer come only where there are no more.</param>
    /// <param name="after">The last of the page before; null: from the newest on.</param>
    /// <param name="cancellationToken">Stops the request.</param>
    ValueTask<IReadOnlyList<LeaseRecord>> OfResourceAsync(
        string resource, int limit, LeaseKey? after, CancellationToken cancellationToken);
}
