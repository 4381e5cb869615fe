using System.Text.Json.Serialization;

namespace ContactCenter.Cli.Shadow;

/// <summary>How a message is written, one a line.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ShadowMessage))]
internal sealed partial class ShadowJson : JsonSerializerContext;
