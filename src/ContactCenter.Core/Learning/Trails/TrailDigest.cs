using System.Collections.Immutable;
using System.Text.Json;
using ContactCenter.Core.Common;

namespace ContactCenter.Core.Learning.Trails;

/// <summary>
/// What CloudTrail wrote about an hour of files: their hashes, and that of the digest before it (CloudTrail user guide, "CloudTrail digest
/// file structure").
/// </summary>
/// <param name="Key">Its key.</param>
/// <param name="EndsAt">Until when it tells of files.</param>
/// <param name="Hash">SHA-256 of its unpacked content, in hexadecimal digits.</param>
/// <param name="Files">Keys of files with the SHA-256 of their unpacked content.</param>
/// <param name="PreviousKey">Key of the digest before it; null: it is the first.</param>
/// <param name="PreviousHash">That digest's hash.</param>
public sealed record TrailDigest(
    string Key,
    DateTimeOffset EndsAt,
    string Hash,
    ImmutableArray<(string Key, string Hash)> Files,
    string? PreviousKey,
    string? PreviousHash)
{
    /// <summary>Reads one.</summary>
    /// <param name="key">Its key.</param>
    /// <param name="content">Its unpacked content.</param>
    /// <exception cref="InvalidDataException">It is none.</exception>
    public static TrailDigest Read(string key, byte[] content)
    {
        ArgumentNullException.ThrowIfNull(content);
        try
        {
            using var document = JsonDocument.Parse(content);
            var root = document.RootElement;
            return Timestamp.Read(root.Text("digestEndTime")) is { } end
                && root.Member("logFiles") is { ValueKind: JsonValueKind.Array } files
                ? new TrailDigest(
                    key,
                    end,
                    TrailCheck.HashOf(content),
                    [
                        .. files.EnumerateArray().Select(static file => (Key: file.Text("s3Object"), Hash: file.Text("hashValue")))
                            .Where(static file => file is { Key: not null, Hash: not null }).Select(static file => (file.Key!, file.Hash!)),
                    ],
                    root.Text("previousDigestS3Object"),
                    root.Text("previousDigestHashValue"))
                : throw new InvalidDataException("no digestEndTime or no logFiles");
        }
        catch (JsonException exception)
        {
            throw new InvalidDataException(exception.Message, exception);
        }
    }
}
