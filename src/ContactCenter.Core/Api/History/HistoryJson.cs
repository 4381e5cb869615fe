using System.Text.Json.Serialization;
using ContactCenter.Core.Common;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Incidents.History;
using ContactCenter.Core.Monitoring.Alarms;

namespace ContactCenter.Core.Api.History;

/// <summary>Answers about what is remembered.</summary>
[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Metadata,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    IgnoreReadOnlyProperties = true,
    Converters =
    [
        typeof(CamelCaseEnumConverter<IncidentState>), typeof(CamelCaseEnumConverter<TimelineKind>),
        typeof(CamelCaseEnumConverter<VerdictKind>), typeof(CamelCaseEnumConverter<PersonAction>),
        typeof(CamelCaseEnumConverter<PromiseKind>), typeof(CamelCaseEnumConverter<PromiseOutcome>),
        typeof(CamelCaseEnumConverter<Channel>), typeof(CamelCaseEnumConverter<AlarmState>),
        typeof(CamelCaseEnumConverter<ContactChannel>),
    ])]
[JsonSerializable(typeof(RecordPage))]
[JsonSerializable(typeof(RecordFile))]
[JsonSerializable(typeof(AlarmDayPage))]
[JsonSerializable(typeof(ChangePage))]
[JsonSerializable(typeof(QueueHalfHours))]
[JsonSerializable(typeof(BandList))]
[JsonSerializable(typeof(ProfileHalfHours))]
[JsonSerializable(typeof(LeaseList))]
internal sealed partial class HistoryJson : JsonSerializerContext;
