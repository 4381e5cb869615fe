using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using ContactCenter.Core.Learning.Trails;

namespace ContactCenter.Core.Tests.Learning.Trails;

/// <summary>A trail as CloudTrail writes it: files of calls, and an hourly digest that tells of them and of the digest before it.</summary>
internal sealed class WrittenTrail : ITrailStore
{
    public const string Account = "123456789012";

    private readonly SortedDictionary<string, byte[]?> _files = new(StringComparer.Ordinal);
    private readonly List<(string Key, byte[] Content)> _unlisted = [];
    private (string Key, string Hash)? _digest;

    /// <summary>Everything, by key; null is what lies in cold storage.</summary>
    public IDictionary<string, byte[]?> Files => _files;

    /// <summary>A call as CloudTrail records it.</summary>
    public static JsonObject Call(
        string id, DateTimeOffset at, string user, string service, string action, params (string, string)[] parameters) =>
        new()
        {
            ["eventVersion"] = "1.11",
            ["eventID"] = id,
            ["eventTime"] = at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
            ["eventSource"] = $"{service}.amazonaws.com",
            ["eventName"] = action,
            ["awsRegion"] = "eu-central-1",
            ["sourceIPAddress"] = "203.0.113.7",
            ["userIdentity"] = new JsonObject
            {
                ["type"] = "IAMUser",
                ["userName"] = user,
                ["arn"] = $"arn:aws:iam::{Account}:user/{user}",
            },
            ["requestParameters"] = new JsonObject(parameters.Select(one => KeyValuePair.Create(one.Item1, (JsonNode?)one.Item2))),
        };

    /// <summary>A file of calls; its key.</summary>
    public string Write(DateTimeOffset at, params JsonObject[] calls)
    {
        var key = Key("CloudTrail", at, $"{Account}_CloudTrail_eu-central-1_{at:yyyyMMdd'T'HHmm}Z_{_files.Count:x16}.json.gz");
        var content = Encoding.UTF8.GetBytes(new JsonObject { ["Records"] = new JsonArray([.. calls]) }.ToJsonString());
        _files[key] = Pack(content);
        _unlisted.Add((key, content));
        return key;
    }

    /// <summary>The digest of the files since the last one; its key.</summary>
    public string Close(DateTimeOffset at)
    {
        var key = Key(
            "CloudTrail-Digest", at, $"{Account}_CloudTrail-Digest_eu-central-1_cc-prod-trail_eu-central-1_{at:yyyyMMdd'T'HHmmss}Z.json.gz");
        var content = Encoding.UTF8.GetBytes(new JsonObject
        {
            ["digestEndTime"] = at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
            ["previousDigestS3Object"] = _digest?.Key,
            ["previousDigestHashValue"] = _digest?.Hash,
            ["logFiles"] = new JsonArray(
            [
                .. _unlisted.Select(static file => (JsonNode)new JsonObject
                {
                    ["s3Object"] = file.Key, ["hashValue"] = TrailCheck.HashOf(file.Content), ["hashAlgorithm"] = "SHA-256",
                }),
            ]),
        }.ToJsonString());
        _files[key] = Pack(content);
        _unlisted.Clear();
        _digest = (key, TrailCheck.HashOf(content));
        return key;
    }

    public static byte[] Pack(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var stream = new GZipStream(packed, CompressionLevel.Fastest))
        {
            stream.Write(content);
        }

        return packed.ToArray();
    }

    public ValueTask<IReadOnlyList<string>> FoldersAsync(string folder, CancellationToken cancellationToken) =>
        ValueTask.FromResult<IReadOnlyList<string>>(
        [
            .. _files.Keys.Where(key => key.StartsWith(folder, StringComparison.Ordinal))
                .Select(key => key[..(key.IndexOf('/', folder.Length) + 1)]).Distinct(StringComparer.Ordinal),
        ]);

    public ValueTask<IReadOnlyList<string>> FilesAsync(string folder, CancellationToken cancellationToken) =>
        ValueTask.FromResult<IReadOnlyList<string>>([.. _files.Keys.Where(key => key.StartsWith(folder, StringComparison.Ordinal))]);

    public ValueTask<byte[]?> ReadAsync(string key, CancellationToken cancellationToken) => ValueTask.FromResult(_files[key]);

    private static string Key(string kind, DateTimeOffset at, string name) =>
        string.Create(CultureInfo.InvariantCulture, $"AWSLogs/{Account}/{kind}/eu-central-1/{at:yyyy'/'MM'/'dd}/{name}");
}
