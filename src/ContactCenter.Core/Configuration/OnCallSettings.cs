using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace ContactCenter.Core.Configuration;

/// <summary>
/// Who is on call: participants take turns, each from one hand-over to the next. A schedule can be named wherever an audience can.
/// </summary>
public sealed record OnCallSettings
{
    [Description("IANA time zone of the hand-over. Absent: that of the center.")]
    public string? TimeZone { get; set; }

    /// <summary>Day of the first hand-over, to the first participant. Before it nobody is on call but by an override.</summary>
    [Description("Day of the first hand-over, to the first participant, such as 2026-01-05.")]
    public required DateOnly From { get; set; }

    /// <summary>Time of the hand-over, by the clock on the wall: daylight saving makes a turn an hour longer or shorter.</summary>
    [Description("Time of the hand-over by the clock on the wall, such as 09:00.")]
    public TimeOnly HandOver { get; set; } = new(9, 0);

    [Description("Length of a turn in days, such as 7.")]
    [Range(1, 366)]
    public int Days { get; set; } = 7;

    [Description("Who takes turns, in order.")]
    public required IReadOnlyList<OnCallParticipant> Participants { get; set; }

    /// <summary>
    /// Hours of the day that some of the participants take, as a center that follows the sun has them; outside them all take turns.
    /// </summary>
    [Description(
        "Shifts by hour of day, such as Asia by day and Europe by day: whose turn it is among the participants of the shift. Outside them all take turns.")]
    public IReadOnlyList<OnCallShift> Shifts { get; set; } = [];

    [Description("Turns that somebody else takes. Of two that overlap the later in the list counts.")]
    public IReadOnlyList<OnCallOverride> Overrides { get; set; } = [];

    [Description("false: who goes and who comes are sent no note at the end of a turn about what is open, decided and due.")]
    public bool HandOverNotes { get; set; } = true;
}

/// <summary>
/// Hours of a day that some participants take, each for a turn of the schedule; of two shifts that overlap the first counts.
/// </summary>
public sealed record OnCallShift
{
    [Description("IANA time zone of the shift, such as Asia/Singapore. Without it that of the schedule.")]
    public string? TimeZone { get; set; }

    [Description("Weekdays on which it begins, such as monday. Without them every day.")]
    public IReadOnlyList<DayOfWeek> Days { get; set; } = [];

    [Description("When it begins, such as 08:00.")]
    public required TimeOnly From { get; set; }

    [Description("When it ends, such as 16:00. A time that is not later than from is on the next day.")]
    public required TimeOnly To { get; set; }

    [Description("Names of the participants who take turns in it, in order.")]
    public required IReadOnlyList<string> Participants { get; set; }
}

/// <summary>Somebody who takes turns on call.</summary>
public sealed record OnCallParticipant
{
    [Description("The name, as overrides say it.")]
    [RegularExpression("^[^\\p{C}]{1,80}$")]
    public required string Name { get; set; }

    [Description("Language of messages to this person: en or de.")]
    public string? Language { get; set; }

    [Description("IANA time zone of this person, for messages.")]
    public string? TimeZone { get; set; }

    [Description("Where this person is told.")]
    public required IReadOnlyList<Endpoint> Endpoints { get; set; }
}

/// <summary>Somebody takes over for a while, half-open: from <see cref="From"/> until just before <see cref="To"/>.</summary>
public sealed record OnCallOverride
{
    [Description("Begin, with offset, such as 2026-05-02T18:00:00+02:00.")]
    public required DateTimeOffset From { get; set; }

    [Description("End, with offset.")]
    public required DateTimeOffset To { get; set; }

    [Description("Name of the participant who takes over.")]
    [RegularExpression("^[^\\p{C}]{1,80}$")]
    public required string Participant { get; set; }
}
