using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ContactCenter.Core.Tests.Architecture;

namespace ContactCenter.Infra.Tests;

/// <summary>
/// Every stack as somebody last looked at it: a change of what is deployed shows in a review, also where nobody meant one.
/// <c>UPDATE_SNAPSHOTS=1 dotnet test test/ContactCenter.Infra.Tests --filter SnapshotTests</c> takes them anew.
/// </summary>
public sealed partial class SnapshotTests
{
    private static readonly string Folder = Repository.File("test", "ContactCenter.Infra.Tests", "Snapshots");

    private static readonly JsonSerializerOptions Options = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly bool IsUpdate = Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1";

    [Fact]
    public void Every_stack_is_as_it_was_last_looked_at()
    {
        var drifts = Synthesis.All.Select(stack => Drift(stack.Key, Normalised(stack.Value))).OfType<string>();

        Assert.Empty(drifts);
    }

    [Fact]
    public void No_snapshot_is_left_behind()
    {
        var stored = Directory.GetFiles(Folder, "*.json").Select(path => Path.GetFileNameWithoutExtension(path));

        Assert.Empty(stored.Except(Synthesis.All.Keys));
    }

    /// <summary>Null when there is none; writes the snapshot when it is asked for.</summary>
    private static string? Drift(string stack, string template)
    {
        var path = Path.Combine(Folder, $"{stack}.json");
        if (IsUpdate)
        {
            Directory.CreateDirectory(Folder);
            File.WriteAllText(path, template);
        }

        if (!File.Exists(path))
        {
            return $"{stack} has no snapshot; take it with UPDATE_SNAPSHOTS=1";
        }

        var (stored, made) = (File.ReadAllText(path).ReplaceLineEndings("\n").Split('\n'), template.Split('\n'));
        var first = stored.Zip(made).Index().FirstOrDefault(line => line.Item.First != line.Item.Second, (-1, default));
        return first.Index >= 0
            ? $"{stack}, line {first.Index + 1}: was {first.Item.First.Trim()}, is {first.Item.Second.Trim()}; if that is meant, UPDATE_SNAPSHOTS=1"
            : stored.Length == made.Length ? null : $"{stack} has {made.Length} lines, had {stored.Length}; if that is meant, UPDATE_SNAPSHOTS=1";
    }

    /// <summary>Hashes of packages change with every build, and what checks the bootstrap is the same in every stack.</summary>
    private static string Normalised(JsonObject template)
    {
        var copy = template.DeepClone().AsObject();
        copy.Remove("Rules");
        copy.Remove("Parameters");
        return AssetHash().Replace(copy.ToJsonString(Options), "<asset>").ReplaceLineEndings("\n") + "\n";
    }

    [GeneratedRegex("\\b[0-9a-f]{64}\\b")]
    private static partial Regex AssetHash();
}
