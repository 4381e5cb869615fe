using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using ContactCenter.Core.Settings;

namespace ContactCenter.Embedded.Calls;

/// <summary>What people send who decide something for a while by the API.</summary>
public static class SettingBody
{
    /// <summary>A setting without what the system says of it: author, id and version.</summary>
    public static JsonObject Of(Setting setting)
    {
        var body = JsonSerializer.SerializeToNode(setting, SettingBodyJson.Default.Setting)!.AsObject();
        foreach (var name in (string[])["author", "id", "version"])
        {
            body.Remove(name);
        }

        return body;
    }
}

/// <summary>How settings are written into requests.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(Setting))]
internal sealed partial class SettingBodyJson : JsonSerializerContext;
