using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace ContactCenter.Aws.Privacy;

/// <summary>Bodies of items of any kind.</summary>
[JsonSerializable(typeof(JsonNode))]
internal sealed partial class TracesJson : JsonSerializerContext;
