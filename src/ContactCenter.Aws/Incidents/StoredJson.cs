using System.Collections.Immutable;
using System.Text.Json.Serialization;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Incidents.Changes;
using ContactCenter.Core.Incidents.Exercises;
using ContactCenter.Core.Incidents.History;
using ContactCenter.Core.Learning.Reviews;
using ContactCenter.Core.Settings;

namespace ContactCenter.Aws.Incidents;

/// <summary>How records are written into items. Every member is written, so that reading never meets a missing list.</summary>
[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Metadata,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    IgnoreReadOnlyProperties = true,
    Converters = [typeof(MomentConverter)])]
[JsonSerializable(typeof(Correlation))]
[JsonSerializable(typeof(Incident))]
[JsonSerializable(typeof(Effect))]
[JsonSerializable(typeof(ConfigurationChange))]
[JsonSerializable(typeof(SettingAct))]
[JsonSerializable(typeof(ImmutableArray<Setting>))]
[JsonSerializable(typeof(ImmutableArray<SettingMark>))]
[JsonSerializable(typeof(IncidentRecord))]
[JsonSerializable(typeof(Exercise))]
[JsonSerializable(typeof(ReviewVersion))]
[JsonSerializable(typeof(ImmutableArray<Effect>))]
[JsonSerializable(typeof(ImmutableArray<TimelineEvent>))]
internal sealed partial class StoredJson : JsonSerializerContext;
