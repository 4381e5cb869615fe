namespace ContactCenter.Core.Remediation.Capacity;

/// <summary>
/// The planner's constants. Each has a reason; the exact values were compared over all traces of <c>bench/ContactCenter.Capacity</c>
/// together, never over one. docs/design/capacity.md tells how, and what the figures rest on.
/// </summary>
public sealed record CapacityTuning
{
    /// <summary>Share of the new capacity that the foreseen demand takes after a raise; the rest refills the burst.</summary>
    public double TargetUtilization { get; init; } = 0.89;

    /// <summary>A raise is due when the foreseen demand would take more than this share.</summary>
    public double RaiseAbove { get; init; } = 0.955;

    /// <summary>
    /// Room on top of the demand that nobody has to ask for, in dollars per hour of one kind of one resource: on a small table half as
    /// much again costs less than one customer who is turned away. Once a day was seen, only what the last days made use of.
    /// </summary>
    public double FreeRoomDollars { get; init; } = 0.006;

    /// <summary>The most of such room, as a share of the demand.</summary>
    public double MaximumFreeRoom { get; init; } = 0.5;

    /// <summary>
    /// Within this time the burst must be half full again, whatever was asked for in the last minutes. A short excursion is burst's
    /// business; with the burst spent a third more than the demand is provisioned until it is back.
    /// </summary>
    public TimeSpan RefillWithin { get; init; } = TimeSpan.FromMinutes(8);

    /// <summary>Time between two runs of the planner.</summary>
    public TimeSpan RunEvery { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Time until an increase within the warm throughput holds (reported: 5 to 10 seconds).</summary>
    public TimeSpan InstantUpdate { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Time until an increase above the warm throughput holds (reported: minutes).</summary>
    public TimeSpan GrowingUpdate { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>What a table may cost once to be made ready for growth that nobody foresaw, in hours of its present cost.</summary>
    public TimeSpan ReadinessCosts { get; init; } = TimeSpan.FromHours(2);

    /// <summary>
    /// How many times the present capacity that buys: it is there while it grows, and as long again until that is seen and taken back.
    /// </summary>
    public double ReadyForTimes => ReadinessCosts / (2 * GrowingUpdate);

    /// <summary>
    /// Utilisation that Application Auto Scaling is taken to track, as in the policies that the console makes. Where it tracks another, it
    /// moves a little further by itself.
    /// </summary>
    public double ScalerUtilization { get; init; } = 0.7;

    /// <summary>Seconds of unused capacity that DynamoDB keeps (documented: 300).</summary>
    public double BurstSeconds { get; init; } = 300;

    /// <summary>A capacity of which less than this share was asked for needs no cool-down after its increase.</summary>
    public double FarTooMuch { get; init; } = 0.25;

    /// <summary>Minutes whose highest demand a decrease must still carry.</summary>
    public int CalmMinutes { get; init; } = 15;

    /// <summary>The same for a decrease that saves more than half: the end of a spike.</summary>
    public int ShortCalmMinutes { get; init; } = 4;

    /// <summary>Share that a decrease must save to be made after the short calm.</summary>
    public double LargeSaving { get; init; } = 0.5;

    /// <summary>Minutes over which the trend is taken.</summary>
    public int TrendMinutes { get; init; } = 8;

    /// <summary>
    /// The forecast is at most this many times what was seen last: a trend does not go on for ever, and a correction takes a minute while
    /// every excess costs a decrease.
    /// </summary>
    public double MaximumGrowth { get; init; } = 1.1;

    /// <summary>
    /// Share of a resource's cost that a decrease must save, by the number of decreases that would be left after it: the fewer are
    /// left, the more one must bring.
    /// </summary>
    public IReadOnlyList<double> WorthADecrease { get; init; } = [0.4, 0.2, 0.12, 0.07];

    /// <summary>
    /// Share of a resource's cost below which no decrease is made where the hours ahead are reckoned: that is by levels, and coarse.
    /// </summary>
    public double MinimumSaving { get; init; } = 0.02;

    /// <summary>The defaults.</summary>
    public static CapacityTuning Default { get; } = new();
}
