using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;

namespace ContactCenter.Core.Learning.Trails;

/// <summary>What is wrong with a file of a trail.</summary>
public enum TrailFault
{
    /// <summary>A digest tells of the file, and it is not there.</summary>
    Missing,

    /// <summary>It is not what its digest says.</summary>
    Changed,

    /// <summary>No digest tells of it, although one should by now.</summary>
    NotListed,

    /// <summary>It cannot be read.</summary>
    Unreadable,
}

/// <summary>
/// Whether files of a trail are what CloudTrail wrote: each as its digest says, each digest as the next one says. Signatures of digests are
/// proved by <c>aws cloudtrail validate-logs</c>, which asks AWS for the keys.
/// </summary>
/// <param name="Digests">Digests that were read.</param>
/// <param name="Files">Files whose hash is the one of their digest.</param>
/// <param name="NotYetListed">Files that are newer than the last digest and too young to miss theirs.</param>
/// <param name="Faults">What is wrong, by key.</param>
public sealed record TrailCheck(int Digests, int Files, int NotYetListed, ImmutableArray<(string Key, TrailFault Fault)> Faults)
{
    /// <summary>How long a digest may take: it comes once an hour, after the files of that hour.</summary>
    public static TimeSpan MaximumWait { get; } = TimeSpan.FromHours(3);

    /// <summary>SHA-256 in hexadecimal digits, as CloudTrail writes it.</summary>
    public static string HashOf(ReadOnlySpan<byte> content) => Convert.ToHexStringLower(SHA256.HashData(content));

    /// <summary>Checks files by their digests. Pure.</summary>
    /// <param name="read">The digests of the time of the files, and of the hours after it.</param>
    /// <param name="files">Hashes of the files that were read, by key; null: one that cannot be read.</param>
    /// <param name="isLookedAt">Whether a file that a digest tells of should be among them.</param>
    /// <param name="now">When the digests were asked for.</param>
    public static TrailCheck Of(
        IReadOnlyCollection<TrailDigestFile> read,
        IReadOnlyDictionary<string, string?> files,
        Func<string, bool> isLookedAt,
        DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(read);
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(isLookedAt);
        TrailDigest[] digests = [.. read.Select(static file => file.Digest).OfType<TrailDigest>()];
        var faults = new List<(string, TrailFault)>();
        var listed = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (key, hash) in digests.SelectMany(static digest => digest.Files))
        {
            listed[key] = hash;
        }

        var right = 0;
        foreach (var (key, hash) in listed.Where(file => isLookedAt(file.Key)))
        {
            if (!files.TryGetValue(key, out var found))
            {
                faults.Add((key, TrailFault.Missing));
            }
            else if (found is not null && found != hash)
            {
                faults.Add((key, TrailFault.Changed));
            }
            else if (found is not null)
            {
                right++;
            }
        }

        faults.AddRange(files.Where(static file => file.Value is null).Select(static file => file.Key)
            .Concat(read.Where(static file => file is { Packed: not null, Digest: null }).Select(static file => file.Key))
            .Select(static key => (key, TrailFault.Unreadable)));
        faults.AddRange(digests.GroupBy(static digest => TrailPlaces.ChainOf(digest.Key), StringComparer.Ordinal)
            .SelectMany(chain => Broken([.. chain.OrderBy(static digest => digest.EndsAt)], read)));

        // What is newer than the last digest of its Region is not listed yet. That holds for some hours: who hides the last digests, or
        // all of a Region, hides no file with them.
        var due = (now - MaximumWait).UtcDateTime.ToString(TrailPlaces.TimeFormat, CultureInfo.InvariantCulture);
        var last = digests.GroupBy(static digest => TrailPlaces.RegionOf(digest.Key), StringComparer.Ordinal)
            .ToDictionary(
                static region => region.Key,
                static region => region.Select(static digest => TrailPlaces.DayAndTime(digest.Key)).Max(StringComparer.Ordinal)!,
                StringComparer.Ordinal);
        string[] unlisted =
        [
            .. files.Where(file => file.Value is not null && !listed.ContainsKey(file.Key)).Select(static file => file.Key),
        ];
        string[] early =
        [
            .. unlisted.Where(key => TrailPlaces.DayAndTime(key) is var written
                && (string.CompareOrdinal(written, last.GetValueOrDefault(TrailPlaces.RegionOf(key), "")) < 0
                    || string.CompareOrdinal(written, due) < 0)),
        ];
        faults.AddRange(early.Select(static key => (key, TrailFault.NotListed)));
        return new TrailCheck(
            digests.Length,
            right,
            unlisted.Length - early.Length,
            [.. faults.OrderBy(static fault => fault.Item1, StringComparer.Ordinal)]);
    }

    /// <summary>Each digest names the one before it; what is before the first of them was not asked for.</summary>
    private static IEnumerable<(string, TrailFault)> Broken(TrailDigest[] chain, IReadOnlyCollection<TrailDigestFile> read)
    {
        var kept = read.ToDictionary(static file => file.Key, static file => file.Digest, StringComparer.Ordinal);
        foreach (var digest in chain.Skip(1).Where(static digest => digest.PreviousKey is not null))
        {
            if (!kept.TryGetValue(digest.PreviousKey!, out var previous))
            {
                yield return (digest.PreviousKey!, TrailFault.Missing);
            }
            else if (previous is not null && previous.Hash != digest.PreviousHash)
            {
                yield return (previous.Key, TrailFault.Changed);
            }
        }
    }
}
