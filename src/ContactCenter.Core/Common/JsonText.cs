using System.Text;
using System.Text.Json.Nodes;

namespace ContactCenter.Core.Common;

/// <summary>JSON bodies as they go over the wire.</summary>
public static class JsonText
{
    /// <summary>The document as UTF-8; characters beyond ASCII are escaped, so its bytes are its characters.</summary>
    public static byte[] Bytes(JsonNode document) => Encoding.UTF8.GetBytes(document.ToJsonString());
}
