using System.ComponentModel;

namespace ContactCenter.Core.Configuration;

/// <summary>Hours in which the center serves customers, on some weekdays. Half-open: closed at <see cref="To"/>.</summary>
public sealed record OpeningHours
{
    /// <summary>Weekdays on which the hours hold.</summary>
    [Description("Weekdays, such as monday.")]
    public required IReadOnlyList<DayOfWeek> Days { get; set; }

    /// <summary>First minute of service.</summary>
    [Description("First minute of service, such as 08:00.")]
    public required TimeOnly From { get; set; }

    /// <summary>First minute after service; 00:00 is the end of the day.</summary>
    [Description("First minute after service, such as 20:00; 00:00 is the end of the day.")]
    public required TimeOnly To { get; set; }
}
