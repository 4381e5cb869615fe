using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ContactCenter.Cli.Replay;

/// <summary>What the system would have done with the alarms of a recording: the last line of <c>replay --json</c>.</summary>
internal sealed record ReplaySummary
{
    /// <summary>Null: it is about no single input. Every line has this member.</summary>
    public string? Input { get; init; }

    /// <summary>What tells this line from the others.</summary>
    public string Action { get; init; } = "summary";

    /// <summary>When the first alarm changed; null when none did.</summary>
    public required DateTimeOffset? From { get; init; }

    /// <summary>When the last alarm changed; null when none did.</summary>
    public required DateTimeOffset? To { get; init; }

    /// <summary>In which days and nights are counted.</summary>
    public required string TimeZone { get; init; }

    public required int Inputs { get; init; }

    public required int Refused { get; init; }

    /// <summary>Items of histories that are no change of a state, by what CloudWatch calls them.</summary>
    public required IReadOnlyDictionary<string, int> PassedOver { get; init; }

    /// <summary>How many alarms of a history are known by their names only.</summary>
    public required int AlarmsNotDescribed { get; init; }

    /// <summary>Some of them.</summary>
    public required IReadOnlyList<string> NotDescribed { get; init; }

    /// <summary>How many different alarms turned red.</summary>
    public required int Alarms { get; init; }

    /// <summary>How often one of them did: what a pager without a system behind it would have rung.</summary>
    public required int TurnedRed { get; init; }

    public required IReadOnlyDictionary<string, int> IncidentsBySeverity { get; init; }

    public required int StillActive { get; init; }

    public required int Messages { get; init; }

    public required int Repairs { get; init; }

    /// <summary>Most at night first.</summary>
    public required IReadOnlyList<ToldPerson> MessagesByPerson { get; init; }

    /// <summary>Nights with messages, in order of time.</summary>
    public required IReadOnlyList<ToldNight> Nights { get; init; }

    /// <summary>Days on which something happened, in order of time.</summary>
    public required IReadOnlyList<ReplayedDay> Days { get; init; }

    /// <summary>Incidents that more than one red alarm belongs to, those with most first.</summary>
    public required IReadOnlyList<ReplayedIncident> LargestIncidents { get; init; }

    /// <summary>All incidents.</summary>
    [JsonIgnore]
    public int Incidents => IncidentsBySeverity.Values.Sum();

    /// <summary>As one line of JSON.</summary>
    public byte[] Line()
    {
        // letters of any language stay letters, as in the other lines
        var relaxed = new ReplaySummaryJson(new JsonSerializerOptions(ReplaySummaryJson.Default.Options)
        {
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        });
        return [.. JsonSerializer.SerializeToUtf8Bytes(this, relaxed.ReplaySummary), (byte)'\n'];
    }
}

/// <summary>How often somebody would have been told.</summary>
/// <param name="Person">Name of the participant of an on-call schedule whose endpoint it is; else the address.</param>
/// <param name="Channels">How.</param>
/// <param name="Messages">All messages.</param>
/// <param name="AtNight">Of these at night, on any day.</param>
/// <param name="AtWeekends">Of these on a Saturday or Sunday by day.</param>
/// <param name="Unanswered">Reminders and escalations: nobody acknowledges in a replay.</param>
/// <param name="Nights">Nights with a message.</param>
internal sealed record ToldPerson(
    string Person, IReadOnlyList<string> Channels, int Messages, int AtNight, int AtWeekends, int Unanswered, int Nights);

/// <summary>Who would have been told in a night.</summary>
/// <param name="Night">The day on whose evening it begins.</param>
/// <param name="Messages">All messages.</param>
/// <param name="MessagesByPerson">By person.</param>
internal sealed record ToldNight(DateOnly Night, int Messages, IReadOnlyDictionary<string, int> MessagesByPerson);

/// <summary>A day of the recording.</summary>
/// <param name="Day">The day.</param>
/// <param name="TurnedRed">How often an alarm turned red.</param>
/// <param name="Incidents">How many incidents began.</param>
/// <param name="Messages">How many messages went out.</param>
internal sealed record ReplayedDay(DateOnly Day, int TurnedRed, int Incidents, int Messages);

/// <summary>An incident of the recording.</summary>
/// <param name="Incident">Its id.</param>
/// <param name="Severity">How bad it became.</param>
/// <param name="Subject">The resource.</param>
/// <param name="Symptom">What is wrong with it.</param>
/// <param name="OpenedAt">When it began.</param>
/// <param name="TurnedRed">How often an alarm of it turned red.</param>
/// <param name="Alarms">How many alarms took part.</param>
/// <param name="Messages">How many messages told of it.</param>
internal sealed record ReplayedIncident(
    string Incident, string Severity, string Subject, string Symptom, DateTimeOffset OpenedAt, int TurnedRed, int Alarms, int Messages);

/// <summary>How the summary is written.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ReplaySummary))]
internal sealed partial class ReplaySummaryJson : JsonSerializerContext;
