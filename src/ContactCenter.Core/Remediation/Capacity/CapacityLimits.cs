using ContactCenter.Core.Configuration;

namespace ContactCenter.Core.Remediation.Capacity;

/// <summary>What people allow for one table. No plan leaves these limits.</summary>
public sealed record CapacityLimits
{
    /// <summary>The least capacity that a plan sets, for the table and for each index.</summary>
    public Throughput Minimum { get; init; } = new(1, 1);

    /// <summary>The most capacity that a plan sets, for the table and for each index; also the highest on-demand maximum.</summary>
    public required Throughput Maximum { get; init; }

    /// <summary>
    /// Reads that the table and each index shall be able to meet within seconds. In a calm moment the capacity is raised to it once and
    /// taken back: what was there once is there again in seconds, the first time takes minutes. Null: learned from the demand where
    /// capacity follows demand, else whatever was there before.
    /// </summary>
    public long? ReadyForReads { get; init; }

    /// <summary>The same for writes.</summary>
    public long? ReadyForWrites { get; init; }

    /// <summary>Dollars per month for the table and its indexes; null: no ceiling.</summary>
    public double? MonthlyCeiling { get; init; }

    /// <summary>
    /// Dollars that people lose with one request of one unit that is turned away: so much room is kept as the last days were worth it.
    /// Null: what costs hardly anything, as far as the last days made use of it.
    /// </summary>
    public double? ThrottledCosts { get; init; }

    /// <summary>
    /// True: the capacity follows demand down to <see cref="Minimum"/>; where Application Auto Scaling does that, it is helped when the
    /// table falls idle, which it does not see. False: it only goes back to what it was before a raise.
    /// </summary>
    public bool FollowDemandDown { get; init; }

    /// <summary>Decreases that are kept for the day's surprises: only a large return may use them.</summary>
    public int DecreasesInReserve { get; init; } = 1;

    /// <summary>A raise is looked at again after this time at the latest.</summary>
    public TimeSpan LeaseFor { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>A raise that is needed longer than this is no repair any more: people are asked to make it the normal capacity.</summary>
    public TimeSpan MaximumLease { get; init; } = TimeSpan.FromHours(24);

    /// <summary>Quiet time after the last increase and the last throttled request before capacity is taken back.</summary>
    public TimeSpan CoolDown { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>A change that adds more dollars per hour than this needs a person's approval.</summary>
    public double ApprovalAbove { get; init; } = double.PositiveInfinity;

    /// <summary>Plans are made and told, not done; only a scaler that is held down is let go.</summary>
    public bool DryRun { get; init; }

    /// <summary>The kill switch: nothing is planned but to let a scaler go that is held down.</summary>
    public bool Stopped { get; init; }

    /// <summary>The level of one kind to be ready for, as people named it, or null.</summary>
    public long? ReadyFor(CapacityKind kind) => kind is CapacityKind.Read ? ReadyForReads : ReadyForWrites;

    /// <summary>What the configuration allows for a table; null when it is only watched.</summary>
    public static CapacityLimits? Of(TableSettings table) => table is { Read: { } read, Write: { } write }
        ? new CapacityLimits
        {
            Minimum = new Throughput(read.Minimum, write.Minimum),
            Maximum = new Throughput(read.Maximum, write.Maximum),
            ReadyForReads = read.ReadyFor,
            ReadyForWrites = write.ReadyFor,
            MonthlyCeiling = table.MonthlyCeiling,
            FollowDemandDown = table.FollowDemand,
            ThrottledCosts = table.ThrottledRequestCosts,
            ApprovalAbove = table.ApprovalAbove ?? double.PositiveInfinity,
        }
        : null;
}
