using System.Text.Json.Serialization;
using ContactCenter.Core.Api.History;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Incidents.History;
using ContactCenter.Core.Remediation.Ended;

namespace ContactCenter.Cli.History;

/// <summary>What <c>history</c> prints as one JSON object a line.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true, IgnoreReadOnlyProperties = true)]
[JsonSerializable(typeof(IncidentRecord))]
[JsonSerializable(typeof(TimelineEvent))]
[JsonSerializable(typeof(AlarmDay))]
[JsonSerializable(typeof(QueueLine))]
[JsonSerializable(typeof(LeaseRecord))]
[JsonSerializable(typeof(ProfileLine))]
[JsonSerializable(typeof(RecordPage))]
[JsonSerializable(typeof(RecordFile))]
[JsonSerializable(typeof(AlarmDayPage))]
[JsonSerializable(typeof(ChangePage))]
[JsonSerializable(typeof(QueueHalfHours))]
[JsonSerializable(typeof(ProfileHalfHours))]
internal sealed partial class HistoryJson : JsonSerializerContext;
