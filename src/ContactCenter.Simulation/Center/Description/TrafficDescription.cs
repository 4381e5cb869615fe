namespace ContactCenter.Simulation.Center.Description;

/// <summary>How many calls come by the hour of the day and the day of the week; arrivals are Poisson at that rate.</summary>
public sealed record TrafficDescription
{
    private static readonly double[] OfficeDay =
    [
        0.01, 0.01, 0.01, 0.01, 0.01, 0.03, 0.10, 0.30, 0.70, 0.92, 1.00, 0.95,
        0.82, 0.80, 0.88, 0.90, 0.82, 0.66, 0.46, 0.28, 0.14, 0.08, 0.04, 0.02,
    ];

    private static readonly double[] OfficeWeek = [0.20, 1.00, 0.94, 0.90, 0.90, 0.92, 0.40];

    /// <summary>Calls per hour in the busiest hour of the busiest day.</summary>
    public double CallsPerHour { get; init; } = 1800;

    /// <summary>Chats per call.</summary>
    public double ChatsPerCall { get; init; } = 0.2;

    /// <summary>Tasks and e-mails per call, each.</summary>
    public double TasksPerCall { get; init; } = 0.05;

    /// <summary>Share of the busiest rate at the middle of each of the 24 hours; straight lines between.</summary>
    public IReadOnlyList<double> Day { get; init; } = OfficeDay;

    /// <summary>Share of the busiest day, Sunday first.</summary>
    public IReadOnlyList<double> Week { get; init; } = OfficeWeek;

    /// <summary>The same rate at every moment, for comparison with theory.</summary>
    public static TrafficDescription Constant(double callsPerHour) => new()
    {
        CallsPerHour = callsPerHour,
        ChatsPerCall = 0,
        TasksPerCall = 0,
        Day = [.. Enumerable.Repeat(1.0, 24)],
        Week = [.. Enumerable.Repeat(1.0, 7)],
    };

    /// <summary>Expected calls per second at a local time.</summary>
    public double CallsPerSecond(DateTime local)
    {
        var hour = local.TimeOfDay.TotalHours - 0.5;
        var before = (int)Math.Floor(hour);
        var share = hour - before;
        var level = (Day[(before + 24) % 24] * (1 - share)) + (Day[(before + 1) % 24] * share);
        return CallsPerHour / 3600 * level * Week[(int)local.DayOfWeek];
    }
}
