using System.Text.Json;
using System.Text.Json.Nodes;
using ContactCenter.Core.Monitoring;

namespace ContactCenter.Core.Configuration;

/// <summary>Reads and checks <c>contactcenter.json</c>: comments and trailing commas allowed, all problems told at once.</summary>
public static class ConfigurationReader
{
    /// <summary>Reads a file that is being edited or deployed, and checks everything.</summary>
    public static ConfigurationReading Read(ReadOnlySpan<byte> utf8)
    {
        JsonNode? node;
        try
        {
            node = JsonNode.Parse(utf8, documentOptions: new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
        }
        catch (JsonException exception)
        {
            var place = $"line {(exception.LineNumber ?? 0) + 1}, byte {(exception.BytePositionInLine ?? 0) + 1}";
            return Failed(new ConfigurationProblem("$", $"what is not JSON at {place}", "expected a JSON object; comments are allowed"));
        }
        catch (ArgumentException)
        {
            // two settings of the same name in one object
            return Failed(new ConfigurationProblem("$", "a setting that stands twice in the same object", "expected each setting once"));
        }

        var check = new SchemaCheck(ConfigurationSchema.Root);
        var isWhole = check.Check(node, ConfigurationSchema.Root, "$");
        if (!isWhole || node is null)
        {
            return new ConfigurationReading(null, check.Problems);
        }

        var configuration = node.Deserialize(ConfigurationJson.Default.ContactCenterConfiguration)!;
        ConfigurationProblem[] problems = [.. check.Problems, .. ConfigurationRules.Check(configuration, AlarmCatalog.Default, check.Problems)];
        return new ConfigurationReading(problems.Length == 0 ? configuration : null, problems);
    }

    /// <summary>Reads a file that was checked before it was packaged, as fast as can be.</summary>
    /// <exception cref="JsonException">The file is not what was packaged.</exception>
    public static ContactCenterConfiguration ReadChecked(ReadOnlySpan<byte> utf8) =>
        JsonSerializer.Deserialize(utf8, ConfigurationJson.Default.ContactCenterConfiguration)
            ?? throw new JsonException("the configuration is empty");

    private static ConfigurationReading Failed(ConfigurationProblem problem) => new(null, [problem]);
}
