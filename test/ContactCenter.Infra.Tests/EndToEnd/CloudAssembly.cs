using System.IO.Compression;
using System.Text.Json.Nodes;

namespace ContactCenter.Infra.Tests.EndToEnd;

/// <summary>What <c>cdk synth</c> wrote: a folder with a template for each stack, and the package.</summary>
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

    /// <summary>The file in which the functions are uploaded: the one asset that is packed.</summary>
    public string PackageFile => Directory.EnumerateFiles(Folder, "asset.*.zip").Single();

    /// <summary>A folder with what is in it, as Lambda unpacks it.</summary>
    public string Package
    {
        get
        {
            var folder = Path.Combine(Folder, "unpacked");
            if (!Directory.Exists(folder))
            {
                ZipFile.ExtractToDirectory(PackageFile, folder);
            }

            return folder;
        }
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
