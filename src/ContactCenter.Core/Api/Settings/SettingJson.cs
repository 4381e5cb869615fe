using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using ContactCenter.Core.Common;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Settings;

namespace ContactCenter.Core.Api.Settings;

/// <summary>Bodies and answers about settings.</summary>
[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Metadata,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    AllowOutOfOrderMetadataProperties = true,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    MaxDepth = 16,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters =
    [
        typeof(CamelCaseEnumConverter<SettingKind>), typeof(CamelCaseEnumConverter<SettingVerb>),
        typeof(CamelCaseEnumConverter<RemediationMode>), typeof(CamelCaseEnumConverter<PreviewWarning>),
    ])]
[JsonSerializable(typeof(Setting))]
[JsonSerializable(typeof(SettingList))]
[JsonSerializable(typeof(SettingView))]
[JsonSerializable(typeof(SettingAct))]
[JsonSerializable(typeof(SettingActPage))]
[JsonSerializable(typeof(SettingPreview))]
[JsonSerializable(typeof(ReasonBody))]
[JsonSerializable(typeof(ThresholdList))]
[JsonSerializable(typeof(OnCallList))]
[JsonSerializable(typeof(InForceView))]
internal sealed partial class SettingJson : JsonSerializerContext;

/// <summary>
/// A setting as somebody asks for it: the token says who, the system gives id and version, and it begins now where nothing is said.
/// </summary>
internal static class WantedSetting
{
    private static readonly string[] NotSaid = ["author", "id", "version"];

    /// <summary>How it is read.</summary>
    public static JsonTypeInfo<Setting> Read { get; } = Changed(static (type, property) => property.IsRequired = false);

    /// <summary>How it is described.</summary>
    public static JsonTypeInfo<Setting> Described { get; } = Changed(static (type, property) =>
    {
        property.IsRequired = false;
        if (NotSaid.Contains(property.Name))
        {
            type.Properties.Remove(property);
        }
    });

    /// <summary>True for one that says what is not the caller's to say.</summary>
    public static bool SaysTooMuch(Setting wanted) => wanted is not { Author: null, Id: "", Version: 0 };

    private static bool IsChanged(JsonPropertyInfo property) => property.Name == "from" || NotSaid.Contains(property.Name);

    private static JsonTypeInfo<Setting> Changed(Action<JsonTypeInfo, JsonPropertyInfo> change) =>
        (JsonTypeInfo<Setting>)new JsonSerializerOptions(SettingJson.Default.Options)
        {
            TypeInfoResolver = SettingJson.Default.WithAddedModifier(type =>
            {
                if (!type.Type.IsAssignableTo(typeof(Setting)))
                {
                    return;
                }

                foreach (var property in type.Properties.Where(IsChanged).ToArray())
                {
                    change(type, property);
                }
            }),
        }.GetTypeInfo(typeof(Setting));
}
