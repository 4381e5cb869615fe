using System.ComponentModel;

namespace ContactCenter.Core.Configuration;

/// <summary>Promised times for one severity, counted from the opening of the incident.</summary>
public sealed record SlaSettings
{
    /// <summary>Time until somebody acknowledges.</summary>
    [Description("Time until somebody acknowledges, such as 5m.")]
    public TimeSpan Acknowledge { get; set; } = TimeSpan.FromHours(4);

    /// <summary>Time until it is over.</summary>
    [Description("Time until it is over, such as 1h.")]
    public TimeSpan Resolve { get; set; } = TimeSpan.FromDays(3);

    /// <summary>Customary promises: 5 and 15 minutes to acknowledge what is critical and high, hours for the rest.</summary>
    public static BySeverity<SlaSettings> Defaults() => new()
    {
        P1 = new() { Acknowledge = TimeSpan.FromMinutes(5), Resolve = TimeSpan.FromHours(1) },
        P2 = new() { Acknowledge = TimeSpan.FromMinutes(15), Resolve = TimeSpan.FromHours(4) },
        P3 = new() { Acknowledge = TimeSpan.FromHours(4), Resolve = TimeSpan.FromDays(1) },
        P4 = new() { Acknowledge = TimeSpan.FromDays(1), Resolve = TimeSpan.FromDays(7) },
    };
}
