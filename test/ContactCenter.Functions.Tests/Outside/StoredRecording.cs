using System.IO.Compression;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ContactCenter.Functions.Tests.Outside;

/// <summary>What a version has stored: the items of both tables, the objects of the bucket, and links that people have.</summary>
/// <param name="Incidents">Items of the table of incidents.</param>
/// <param name="Contacts">Items of the table of contacts.</param>
/// <param name="Bucket">Objects by their keys.</param>
/// <param name="Links">Links by what they are about and the letter of their action.</param>
internal sealed record StoredRecording(
    IReadOnlyList<StoredItem> Incidents,
    IReadOnlyList<StoredItem> Contacts,
    IReadOnlyDictionary<string, byte[]> Bucket,
    IReadOnlyDictionary<string, string> Links)
{
    /// <summary>What the names of files end with that are compressed here, and are not in the bucket.</summary>
    private const string Compressed = ".br";

    private static readonly JsonSerializerOptions Options = new() { WriteIndented = true };

    /// <summary>The version of the newest recording.</summary>
    public const string Newest = "0.6.0";

    /// <summary>The versions of which there are recordings.</summary>
    public static IEnumerable<string> Versions =>
        Directory.GetDirectories(World.Recordings).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal);

    /// <summary>What a world has in store after its stories; of effects that are alike, one.</summary>
    public static async Task<StoredRecording> OfAsync(World world, IReadOnlyDictionary<string, string> incidents) => new(
        [.. (await world.Tables.ItemsAsync(world.Tables.Incidents)).DistinctBy(Sort)],
        await world.Tables.ItemsAsync(world.Tables.Contacts),
        await world.Bucket.ObjectsAsync(),
        new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["Billing a"] = world.LinkFor(incidents["Billing"], 'a'),
            ["Billing e"] = world.LinkFor(incidents["Billing"], 'e'),
            ["Billing r"] = world.LinkFor(incidents["Billing"], 'r'),
            ["Sales s"] = world.LinkFor(incidents["Sales"], 's'),
            ["orders-recorded p"] = world.LinkFor(incidents["orders-recorded"], 'p'),
        });

    /// <summary>The recording of a version.</summary>
    public static StoredRecording Read(string version)
    {
        var folder = Path.Combine(World.Recordings, version);
        var bucket = Path.Combine(folder, "bucket");
        return new StoredRecording(
            Items(Path.Combine(folder, "incidents")),
            Items(Path.Combine(folder, "contacts")),
            Directory.GetFiles(bucket, "*", SearchOption.AllDirectories)
                .ToDictionary(path => KeyOf(Path.GetRelativePath(bucket, path)), Content),
            JsonNode.Parse(File.ReadAllText(Path.Combine(folder, "links.json")))!.AsObject()
                .ToDictionary(link => link.Key, link => (string)link.Value!));
    }

    /// <summary>The model that served in the newest recording, so that ids in the tables stay; null before there is a recording.</summary>
    public static byte[]? ModelInService()
    {
        var folder = Path.Combine(World.Recordings, Newest, "bucket", "classifier", "models");
        return Directory.Exists(folder) ? Content(Assert.Single(Directory.GetFiles(folder, $"*{Compressed}"))) : null;
    }

    /// <summary>Adds what the folder of the newest recording does not have yet; what is recorded is never written again.</summary>
    public void Add()
    {
        var folder = Path.Combine(World.Recordings, Newest);
        foreach (var kind in Incidents.GroupBy(item => item.Attributes["kind"].S))
        {
            Add(Path.Combine(folder, "incidents", $"{kind.Key}.json"), StoredItem.Write(kind));
        }

        foreach (var kind in Contacts.GroupBy(KindOf))
        {
            Add(Path.Combine(folder, "contacts", $"{kind.Key}.json"), StoredItem.Write(kind));
        }

        foreach (var (key, content) in Bucket)
        {
            var path = Path.Combine([folder, "bucket", .. key.Split('/')]);
            var isLarge = content.Length > 100_000;
            Add(isLarge ? path + Compressed : path, isLarge ? Compress(content) : content);
        }

        var links = new JsonObject(Links.Select(link => KeyValuePair.Create(link.Key, (JsonNode?)link.Value)));
        Add(Path.Combine(folder, "links.json"), links.ToJsonString(Options) + "\n");
    }

    private static string KindOf(StoredItem item) => item.Key.Partition.Split('/') switch
    {
        ["sentiment", var of, ..] => $"sentiment-{of}",
        var parts => parts[0],
    };

    private static StoredItem[] Items(string folder) =>
        [.. Directory.GetFiles(folder, "*.json").Order(StringComparer.Ordinal).SelectMany(path => StoredItem.Read(File.ReadAllText(path)))];

    private static string KeyOf(string path) =>
        (path.EndsWith(Compressed, StringComparison.Ordinal) ? path[..^Compressed.Length] : path).Replace('\\', '/');

    private static byte[] Content(string path)
    {
        if (!path.EndsWith(Compressed, StringComparison.Ordinal))
        {
            return File.ReadAllBytes(path);
        }

        using var stream = new BrotliStream(File.OpenRead(path), CompressionMode.Decompress);
        using var content = new MemoryStream();
        stream.CopyTo(content);
        return content.ToArray();
    }

    private static byte[] Compress(byte[] content)
    {
        using var compressed = new MemoryStream();
        using (var stream = new BrotliStream(compressed, CompressionLevel.SmallestSize))
        {
            stream.Write(content);
        }

        return compressed.ToArray();
    }

    private static void Add(string path, string text) => Add(path, Encoding.UTF8.GetBytes(text));

    private static void Add(string path, byte[] content)
    {
        if (!File.Exists(path))
        {
            _ = Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllBytes(path, content);
        }
    }

    /// <summary>Effects for one channel, on one occasion and in one state are of one sort; everything else is of its own.</summary>
    private static string Sort(StoredItem item) =>
        item.Attributes["kind"].S == "effect" && item.Body is { } effect && (string)effect["kind"]! == "notify"
        ? $"{effect["channel"]} {effect["message"]!["occasion"]} {string.Join(' ', item.Attributes.Keys.Order(StringComparer.Ordinal))}"
        : $"{item.Key}";
}
