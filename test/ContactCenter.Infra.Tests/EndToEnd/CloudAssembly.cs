using System.IO.Compression;
using System.Text.Json.Nodes;
using ContactCenter.Language.Classification.Model;

namespace ContactCenter.Infra.Tests.EndToEnd;

/// <summary>What <c>cdk synth</c> wrote: a folder with a template for each stack, and what is uploaded.</summary>
internal sealed class CloudAssembly
{
    private const string Ending = ".template.json";

    private readonly Dictionary<string, JsonObject> _templates;
    private readonly List<(string Stack, string Id, JsonObject Properties)> _leftOut = [];

    public CloudAssembly(string folder)
    {
        Folder = folder;
        _templates = Directory.EnumerateFiles(folder, $"*{Ending}").ToDictionary(
            path => Path.GetFileName(path)[..^Ending.Length], path => JsonNode.Parse(File.ReadAllText(path))!.AsObject(),
            StringComparer.Ordinal);
    }

    public string Folder { get; }

    public IEnumerable<string> Stacks => _templates.Keys;

    /// <summary>The file in which a function is uploaded.</summary>
    /// <param name="function">The name of the deployed function.</param>
    public string PackageFileOf(string function)
    {
        var (_, _, properties) = OfType("AWS::Lambda::Function").Single(each => (string?)each.Properties["FunctionName"] == function);
        return Path.Combine(Folder, $"asset.{(string)properties["Code"]!["S3Key"]!}");
    }

    /// <summary>The file in which the layer with the packaged model is uploaded.</summary>
    public string LayerFile => Packed.Single(static file => Holds(file, PackagedModel.FileName));

    /// <summary>Names of the functions that have that layer.</summary>
    public IReadOnlySet<string> Layered => OfType("AWS::Lambda::Function")
        .Where(static function => function.Properties["Layers"] is JsonArray layers && layers.Any(static layer => layer is JsonObject))
        .Select(static function => (string)function.Properties["FunctionName"]!)
        .ToHashSet(StringComparer.Ordinal);

    private IEnumerable<string> Packed => Directory.EnumerateFiles(Folder, "asset.*.zip");

    /// <summary>A folder with what is in an asset, as Lambda unpacks it.</summary>
    public static string Unpacked(string asset)
    {
        var folder = Path.ChangeExtension(asset, "unpacked");
        if (!Directory.Exists(folder))
        {
            ZipFile.ExtractToDirectory(asset, folder);
        }

        return folder;
    }

    /// <summary>Resources of a type in all stacks.</summary>
    public IEnumerable<(string Stack, string Id, JsonObject Properties)> OfType(string type) =>
        from template in _templates
        from resource in template.Value["Resources"]!.AsObject()
        where (string?)resource.Value!["Type"] == type
        select (template.Key, resource.Key, resource.Value["Properties"]!.AsObject());

    /// <summary>Resources that were taken out of their templates.</summary>
    public IReadOnlyList<(string Stack, string Id, JsonObject Properties)> LeftOut => _leftOut;

    /// <summary>Takes resources of a type out of the templates; they stay in <see cref="LeftOut"/>.</summary>
    /// <param name="type">The type.</param>
    /// <param name="isLeftOut">Which of them; null: all.</param>
    public void LeaveOut(string type, Func<JsonObject, bool>? isLeftOut = null)
    {
        foreach (var resource in OfType(type).Where(each => isLeftOut?.Invoke(each.Properties) != false).ToList())
        {
            var resources = _templates[resource.Stack]["Resources"]!.AsObject();
            resources.Remove(resource.Id);
            foreach (var waiting in resources.Select(each => each.Value!["DependsOn"]).OfType<JsonArray>())
            {
                waiting.RemoveAll(id => (string?)id == resource.Id);
            }

            _leftOut.Add(resource);
        }
    }

    /// <summary>Puts values in the place of references to a resource that was made otherwise.</summary>
    /// <param name="stack">The stack of the resource.</param>
    /// <param name="id">Its logical id.</param>
    /// <param name="values">The values of its attributes; that of <c>Ref</c> is under <c>Ref</c>.</param>
    public void Know(string stack, string id, IReadOnlyDictionary<string, string> values) =>
        _templates[stack] = Replaced(_templates[stack], id, values)!.AsObject();

    /// <summary>Writes the templates back.</summary>
    public void Save()
    {
        foreach (var (stack, template) in _templates)
        {
            File.WriteAllText(Path.Combine(Folder, $"{stack}{Ending}"), template.ToJsonString());
        }
    }

    private static bool Holds(string asset, string file)
    {
        using var zip = ZipFile.OpenRead(asset);
        return zip.GetEntry(file) is not null;
    }

    private static JsonNode? Replaced(JsonNode? node, string id, IReadOnlyDictionary<string, string> values) => node switch
    {
        JsonObject { Count: 1 } reference when (reference["Ref"] as JsonValue)?.ToString() == id => values["Ref"],
        JsonObject { Count: 1 } reference when reference["Fn::GetAtt"] is JsonArray attribute && attribute[0]!.ToString() == id =>
            values[attribute[1]!.ToString()],
        JsonObject other =>
            new JsonObject(other.Select(property => KeyValuePair.Create(property.Key, Replaced(property.Value, id, values)))),
        JsonArray list => new JsonArray([.. list.Select(item => Replaced(item, id, values))]),
        _ => node?.DeepClone(),
    };
}
