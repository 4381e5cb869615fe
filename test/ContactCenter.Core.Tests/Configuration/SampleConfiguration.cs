using System.Text;
using System.Text.Json.Nodes;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Tests.Architecture;
using ContactCenter.Core.Validation;

namespace ContactCenter.Core.Tests.Configuration;

/// <summary>The sample of the repository, as it stands or with changes.</summary>
internal static class SampleConfiguration
{
    private static readonly byte[] Utf8 = File.ReadAllBytes(Repository.File("contactcenter.json"));

    public static byte[] Bytes() => [.. Utf8];

    public static ContactCenterConfiguration Read() => ConfigurationReader.ReadChecked(Utf8);

    /// <summary>Reads the sample after a change.</summary>
    public static ConfigurationReading With(Action<JsonNode> change)
    {
        var node = JsonNode.Parse(
            Utf8, documentOptions: new() { CommentHandling = System.Text.Json.JsonCommentHandling.Skip, AllowTrailingCommas = true })!;
        change(node);
        return ConfigurationReader.Read(Encoding.UTF8.GetBytes(node.ToJsonString()));
    }
}
