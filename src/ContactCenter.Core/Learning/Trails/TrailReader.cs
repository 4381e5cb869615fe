using System.Runtime.CompilerServices;

namespace ContactCenter.Core.Learning.Trails;

/// <summary>Where a trail is kept.</summary>
public interface ITrailStore
{
    /// <summary>The folders right below a folder, each with its whole path and a slash.</summary>
    ValueTask<IReadOnlyList<string>> FoldersAsync(string folder, CancellationToken cancellationToken);

    /// <summary>The keys of all files below a folder, in order.</summary>
    ValueTask<IReadOnlyList<string>> FilesAsync(string folder, CancellationToken cancellationToken);

    /// <summary>A file as it is kept; null: it lies in cold storage and cannot be read before somebody restores it.</summary>
    ValueTask<byte[]?> ReadAsync(string key, CancellationToken cancellationToken);
}

/// <summary>A file of the trail as it was read.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Packed">As it is kept; null: it lies in cold storage.</param>
/// <param name="Hash">SHA-256 of its unpacked content; null: it could not be read.</param>
/// <param name="Calls">Those of its calls that are asked for.</param>
public sealed record TrailFile(string Key, byte[]? Packed, string? Hash, IReadOnlyList<TrailCall> Calls);

/// <summary>A digest of the trail as it was read.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Packed">As it is kept; null: it lies in cold storage.</param>
/// <param name="Digest">What it says; null: it cannot be read, or is none.</param>
public sealed record TrailDigestFile(string Key, byte[]? Packed, TrailDigest? Digest);

/// <summary>Reads what a trail knows of a time, file by file.</summary>
/// <param name="store">Where it is kept.</param>
/// <param name="account">The account.</param>
public sealed class TrailReader(ITrailStore store, string account)
{
    /// <summary>The files that may tell of a time, of one Region or of all.</summary>
    /// <param name="question">What is asked.</param>
    /// <param name="region">The Region; null: all.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public ValueTask<IReadOnlyList<string>> FilesAsync(TrailQuestion question, string? region, CancellationToken cancellationToken) =>
        FilesAsync(TrailPlaces.Calls(account), question, region, cancellationToken);

    /// <summary>Whether a file is one of those that may tell of a time.</summary>
    /// <param name="key">Its key.</param>
    /// <param name="question">What is asked.</param>
    /// <param name="region">The Region; null: all.</param>
    public bool IsLookedAt(string key, TrailQuestion question, string? region)
    {
        ArgumentNullException.ThrowIfNull(question);
        var folder = $"{TrailPlaces.Calls(account)}{region ?? TrailPlaces.RegionOf(key)}/";
        return TrailPlaces.Days(folder, question.From, question.To).Any(day => key.StartsWith(day, StringComparison.Ordinal));
    }

    /// <summary>Reads files with those of their calls that are asked for.</summary>
    /// <param name="files">Their keys.</param>
    /// <param name="question">What is asked.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async IAsyncEnumerable<TrailFile> ReadAsync(
        IEnumerable<string> files, TrailQuestion question, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(question);
        foreach (var key in files)
        {
            yield return await ReadAsync(key, question, cancellationToken);
        }
    }

    /// <summary>The digests that may tell of the files of a time.</summary>
    /// <param name="question">What is asked.</param>
    /// <param name="region">The Region; null: all.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async ValueTask<IReadOnlyList<TrailDigestFile>> DigestsAsync(
        TrailQuestion question, string? region, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(question);
        var digests = new List<TrailDigestFile>();
        foreach (var key in await FilesAsync(TrailPlaces.Digests(account), question, region, cancellationToken))
        {
            var packed = await store.ReadAsync(key, cancellationToken);
            digests.Add(new TrailDigestFile(key, packed, packed is null ? null : Digest(key, packed)));
        }

        return digests;
    }

    private static TrailDigest? Digest(string key, byte[] packed)
    {
        try
        {
            return TrailDigest.Read(key, TrailCall.Unpack(packed));
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    private async ValueTask<TrailFile> ReadAsync(string key, TrailQuestion question, CancellationToken cancellationToken)
    {
        if (await store.ReadAsync(key, cancellationToken) is not { } packed)
        {
            return new TrailFile(key, null, null, []);
        }

        try
        {
            var content = TrailCall.Unpack(packed);
            return new TrailFile(key, packed, TrailCheck.HashOf(content), [.. TrailCall.ReadAll(content).Where(question.Has)]);
        }
        catch (InvalidDataException)
        {
            return new TrailFile(key, packed, null, []);
        }
    }

    private async ValueTask<IReadOnlyList<string>> FilesAsync(
        string place, TrailQuestion question, string? region, CancellationToken cancellationToken)
    {
        IReadOnlyList<string> regions = region is null ? await store.FoldersAsync(place, cancellationToken) : [$"{place}{region}/"];
        var files = new List<string>();
        foreach (var day in regions.SelectMany(one => TrailPlaces.Days(one, question.From, question.To)))
        {
            files.AddRange(await store.FilesAsync(day, cancellationToken));
        }

        return files;
    }
}
