using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace ContactCenter.Core.Configuration;

/// <summary>
/// Who is on call: participants take turns, each from one hand-over to the next. A schedule can be named wherever an audience can.
/// </summary>
public sealed record OnCallSettings
{
    /// <summary>IANA name of the time zone of the hand-over; absent: that of the center.</summary>
    [Description("IANA time zone of the hand-over. Absent: that of the center.")]
    public string? TimeZone { get; set; }

    /// <summary>Day of the first hand-over, to the first participant. Before it nobody is on call but by an override.</summary>
    [Description("Day of the first hand-over, to the first participant, such as 2026-01-05.")]
    public required DateOnly From { get; set; }

    /// <summary>Time of the hand-over, by the clock on the wall: daylight saving makes a turn an hour longer or shorter.</summary>
    [Description("Time of the hand-over by the clock on the wall, such as 09:00.")]
    public TimeOnly HandOver { get; set; } = new(9, 0);

    /// <summary>Length of a turn in days.</summary>
    [Description("Length of a turn in days, such as 7.")]
    [Range(1, 366)]
    public int Days { get; set; } = 7;

    /// <summary>Who takes turns, in order.</summary>
    [Description("Who takes turns, in order.")]
    public required IReadOnlyList<OnCallParticipant> Participants { get; set; }

    /// <summary>Turns that somebody else takes; of two that overlap the later in the list counts.</summary>
    [Description("Turns that somebody else takes. Of two that overlap the later in the list counts.")]
    public IReadOnlyList<OnCallOverride> Overrides { get; set; } = [];
}
