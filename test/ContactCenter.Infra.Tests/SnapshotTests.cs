using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ContactCenter.Core.Tests.Architecture;
using ContactCenter.Testing;

namespace ContactCenter.Infra.Tests;

/// <summary>
/// Every stack as somebody last looked at it: a change of what is deployed shows in a review, also where nobody meant one.
/// <c>UPDATE_SNAPSHOTS=1 dotnet test test/ContactCenter.Infra.Tests --filter SnapshotTests</c> takes them anew.
/// </summary>
public sealed partial class SnapshotTests
{
    private static readonly string Folder = Repository.File("test", "ContactCenter.Infra.Tests", "Snapshots");

    private static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping
    };

    [Fact]
    public void Every_stack_is_as_it_was_last_looked_at()
    {
        var drifts = Synthesis.All.Select(stack =>
            TextSnapshot.Drift(Path.Combine(Folder, $"{stack.Key}.json"), Normalised(stack.Value))).OfType<string>();

        Assert.Empty(drifts);
    }

    [Fact]
    public void No_snapshot_is_left_behind()
    {
        var stored = Directory.GetFiles(Folder, "*.json").Select(path => Path.GetFileNameWithoutExtension(path));

        Assert.Empty(stored.Except(Synthesis.All.Keys));
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
