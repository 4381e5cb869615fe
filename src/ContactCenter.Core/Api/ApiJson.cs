using System.Text.Json.Serialization;
using ContactCenter.Core.Api.Incidents;
using ContactCenter.Core.Common;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Incidents.Reporting;
using ContactCenter.Core.Settings;

namespace ContactCenter.Core.Api;

/// <summary>
/// Bodies and answers of the API. What a body says too much, and what it lacks, is refused. Another capability may have a context of its
/// own with the same options.
/// </summary>
[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Metadata,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    MaxDepth = 16,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters =
    [
        typeof(CamelCaseEnumConverter<IncidentState>), typeof(CamelCaseEnumConverter<TimelineKind>),
        typeof(CamelCaseEnumConverter<VerdictKind>), typeof(CamelCaseEnumConverter<IncidentRole>),
        typeof(CamelCaseEnumConverter<ReportKind>), typeof(CamelCaseEnumConverter<PersonAction>),
        typeof(CamelCaseEnumConverter<PromiseKind>), typeof(CamelCaseEnumConverter<SettingKind>),
        typeof(CamelCaseEnumConverter<SettingVerb>), typeof(CamelCaseEnumConverter<RemediationMode>),
        typeof(NamedEnumConverter<Severity>),
    ])]
[JsonSerializable(typeof(ProblemDetails))]
[JsonSerializable(typeof(RememberedAnswer))]
[JsonSerializable(typeof(CallerView))]
[JsonSerializable(typeof(IncidentPage))]
[JsonSerializable(typeof(IncidentDetails))]
[JsonSerializable(typeof(TimelinePage))]
[JsonSerializable(typeof(ActBody))]
[JsonSerializable(typeof(SnoozeBody))]
[JsonSerializable(typeof(HandOverBody))]
[JsonSerializable(typeof(ResolveBody))]
[JsonSerializable(typeof(RollBackBody))]
[JsonSerializable(typeof(NoteBody))]
[JsonSerializable(typeof(VerdictBody))]
[JsonSerializable(typeof(RoleBody))]
[JsonSerializable(typeof(StepBody))]
[JsonSerializable(typeof(MergeBody))]
[JsonSerializable(typeof(ReportBody))]
[JsonSerializable(typeof(MuteBody))]
[JsonSerializable(typeof(MuteAnswer))]
internal sealed partial class ApiJson : JsonSerializerContext;
