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

/// <summary>Somebody who takes turns on call.</summary>
public sealed record OnCallParticipant
{
    /// <summary>The name, as overrides say it.</summary>
    [Description("The name, as overrides say it.")]
    [RegularExpression("^[^\\p{C}]{1,80}$")]
    public required string Name { get; set; }

    /// <summary>Two-letter code of the language of messages to this person; null: that of the schedule or of all messages.</summary>
    [Description("Language of messages to this person: en or de.")]
    public string? Language { get; set; }

    /// <summary>IANA name of this person's time zone; null: that of the schedule or of all messages.</summary>
    [Description("IANA time zone of this person, for messages.")]
    public string? TimeZone { get; set; }

    /// <summary>Where this person is told.</summary>
    [Description("Where this person is told.")]
    public required IReadOnlyList<Endpoint> Endpoints { get; set; }
}

/// <summary>Somebody takes over for a while, half-open: from <see cref="From"/> until just before <see cref="To"/>.</summary>
public sealed record OnCallOverride
{
    /// <summary>Begin, with offset.</summary>
    [Description("Begin, with offset, such as 2026-05-02T18:00:00+02:00.")]
    public required DateTimeOffset From { get; set; }

    /// <summary>End, with offset.</summary>
    [Description("End, with offset.")]
    public required DateTimeOffset To { get; set; }

    /// <summary>Name of the participant who takes over.</summary>
    [Description("Name of the participant who takes over.")]
    [RegularExpression("^[^\\p{C}]{1,80}$")]
    public required string Participant { get; set; }
}
