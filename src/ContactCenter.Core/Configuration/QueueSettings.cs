using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using ContactCenter.Core.Common;

namespace ContactCenter.Core.Configuration;

/// <summary>A queue to watch.</summary>
public sealed record QueueSettings
{
    [Description("Display name in Amazon Connect.")]
    [RegularExpression(NamedResource.NamePattern, ErrorMessage = NamedResource.NameMeaning)]
    public required string Name { get; set; }

    [Description("Id of the queue, the last part of its ARN; flows that set the queue from the answer of a hook need it.")]
    [RegularExpression("^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$", ErrorMessage = NamedResource.IdMeaning)]
    public string? Id { get; set; }

    [Description("How much the queue matters: low, normal or high. It moves the severity of its incidents by one.")]
    public Importance Importance { get; set; } = Importance.Normal;

    [Description("Longest acceptable wait of a caller, such as 2m: the threshold of the alarm queue-wait-time for this queue.")]
    public TimeSpan? MaximumWait { get; set; }

    [Description("Longest acceptable waits of chats, tasks and e-mails; a channel without one has no alarm about waiting.")]
    public DigitalWaits MaximumWaits { get; set; } = new();

    [Description("Share of contacts to answer in time, in percent.")]
    [Range(1, 100)]
    public double ServiceLevelPercent { get; set; } = 80;

    [Description("What \"in time\" means, such as 20s.")]
    public TimeSpan ServiceLevelWithin { get; set; } = TimeSpan.FromSeconds(20);

    [Description(
        "IANA time zone of this queue, such as America/Toronto: its days and hours, also those that it has from the center, are by this clock.")]
    public string? TimeZone { get; set; }

    [Description(
        "Hours in which this queue is served, where they are not those of the center: RouteContact sends nobody into a closed queue while another one can serve.")]
    public IReadOnlyList<OpeningHours> Hours { get; set; } = [];

    [Description("True for a queue that is served on holidays, and on days with other hours of the center (exceptions), as on other days.")]
    public bool OpenOnHolidays { get; set; }

    [Description("Days on which this queue has other hours, before those of the center.")]
    public IReadOnlyList<OpeningException> Exceptions { get; set; } = [];

    [Description(
        "How many agents the plan has for this queue, by weekday and time, within its hours: days, from, to and agents. Fewer who are logged in are told by the alarm agents-against-plan; without a plan there is no such alarm.")]
    public IReadOnlyList<PlannedAgents> Plan { get; set; } = [];

    [Description("The queue that takes over while this one has an incident.")]
    public string? Standby { get; set; }

    [Description("true: calls and chats that are routed into this queue are recorded no longer, whatever flows.recording says.")]
    public bool NeverRecorded { get; set; }

    /// <summary>The longest acceptable wait in a channel, or null where none is configured.</summary>
    public TimeSpan? MaximumWaitOf(ContactChannel channel) => channel switch
    {
        ContactChannel.Voice => MaximumWait,
        ContactChannel.Chat => MaximumWaits.Chat,
        ContactChannel.Task => MaximumWaits.Task,
        ContactChannel.Email => MaximumWaits.Email,
        _ => throw new ArgumentOutOfRangeException(nameof(channel), channel, null),
    };
}

/// <summary>How many agents the plan has for a queue at a time of some weekdays.</summary>
public sealed record PlannedAgents
{
    [Description("Weekdays, such as monday.")]
    public required IReadOnlyList<DayOfWeek> Days { get; set; }

    [Description("First minute, such as 08:00.")]
    public required TimeOnly From { get; set; }

    [Description("First minute after it, such as 12:00; 00:00 is the end of the day.")]
    public required TimeOnly To { get; set; }

    [Description("Agents who are to be logged in, on a break or not.")]
    [Range(1, 10_000)]
    public required int Agents { get; set; }

    /// <summary>Its time as hours are written.</summary>
    internal OpeningHours Hours => new() { Days = Days, From = From, To = To };
}

/// <summary>
/// Longest acceptable waits in channels in which customers do not hold the line. Time counts in the hours of the queue only.
/// </summary>
public sealed record DigitalWaits
{
    [Description("Longest acceptable wait of a chat, such as 2m: the threshold of the alarm chat-wait-time for this queue.")]
    public TimeSpan? Chat { get; set; }

    [Description("Longest acceptable wait of a task in the hours of the queue, such as 4h: the threshold of the alarm task-wait-time.")]
    public TimeSpan? Task { get; set; }

    [Description("Longest acceptable wait of an e-mail in the hours of the queue, such as 8h: the threshold of the alarm email-wait-time.")]
    public TimeSpan? Email { get; set; }
}

/// <summary>How much a queue matters; it moves the severity of its incidents by one.</summary>
[JsonConverter(typeof(NamedEnumConverter<Importance>))]
public enum Importance
{
    /// <summary>Incidents count one severity less.</summary>
    Low,

    /// <summary>Incidents count as they are.</summary>
    Normal,

    /// <summary>Incidents count one severity more.</summary>
    High,
}

/// <summary>
/// Other hours on one day, half-open as <see cref="OpeningHours"/>; they hold whatever the weekday or a holiday says. A date that stands
/// twice has two times of service.
/// </summary>
public sealed record OpeningException
{
    [Description("The day, such as 2026-12-24.")]
    public required DateOnly Date { get; set; }

    [Description("First minute of service, such as 08:00. Without from and to the day is closed.")]
    public TimeOnly? From { get; set; }

    [Description("First minute after service, such as 12:00; 00:00 is the end of the day.")]
    public TimeOnly? To { get; set; }
}

/// <summary>Hours in which the center serves customers, on some weekdays. Half-open: closed at <see cref="To"/>.</summary>
public sealed record OpeningHours
{
    [Description("Weekdays, such as monday.")]
    public required IReadOnlyList<DayOfWeek> Days { get; set; }

    [Description("First minute of service, such as 08:00.")]
    public required TimeOnly From { get; set; }

    [Description("First minute after service, such as 20:00; 00:00 is the end of the day.")]
    public required TimeOnly To { get; set; }
}
