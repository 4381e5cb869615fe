using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace ContactCenter.Embedded.Calls;

[JsonSerializable(typeof(JsonNode))]
internal sealed partial class CallsJson : JsonSerializerContext;
