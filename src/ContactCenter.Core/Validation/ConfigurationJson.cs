using System.Text.Json;
using System.Text.Json.Serialization;
using ContactCenter.Core.Common;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Configuration.Dialogues;
using ContactCenter.Core.Configuration.Promises;

namespace ContactCenter.Core.Validation;

/// <summary>How <c>contactcenter.json</c> is read and written.</summary>
[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Metadata,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    ReadCommentHandling = JsonCommentHandling.Skip,
    AllowTrailingCommas = true,
    WriteIndented = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters =
    [
        typeof(DurationConverter), typeof(TimeOfDayConverter),
        typeof(CamelCaseEnumConverter<Channel>), typeof(CamelCaseEnumConverter<Importance>), typeof(CamelCaseEnumConverter<VoiceEngine>),
        typeof(CamelCaseEnumConverter<DayOfWeek>), typeof(CamelCaseEnumConverter<Consent>), typeof(CamelCaseEnumConverter<RecordingStep>),
        typeof(CamelCaseEnumConverter<RemediationMode>), typeof(CamelCaseEnumConverter<AnomalyMode>),
        typeof(CamelCaseEnumConverter<RecommendationKind>), typeof(CamelCaseEnumConverter<ConditionOperator>),
        typeof(CamelCaseEnumConverter<DialogueFieldKind>), typeof(CamelCaseEnumConverter<PromiseChannel>),
        typeof(CamelCaseEnumConverter<TicketSystemKind>),
    ])]
[JsonSerializable(typeof(ContactCenterConfiguration))]
internal sealed partial class ConfigurationJson : JsonSerializerContext;
