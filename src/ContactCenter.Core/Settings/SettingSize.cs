using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ContactCenter.Core.Settings;

/// <summary>How much settings say.</summary>
[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Metadata, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Setting))]
internal sealed partial class SettingSize : JsonSerializerContext
{
    /// <summary>Their characters as JSON.</summary>
    public static int Of(ImmutableArray<Setting> settings) =>
        settings.Sum(static setting => JsonSerializer.Serialize(setting, Default.Setting).Length);
}
