using ContactCenter.Core.Learning.Trails;

namespace ContactCenter.Embedded.Ports;

/// <summary>A trail in memory, in which nothing was recorded before somebody does.</summary>
public sealed class MemoryTrail : ITrailStore
{
    private readonly SortedDictionary<string, byte[]> _files = new(StringComparer.Ordinal);

    /// <summary>Records a file.</summary>
    /// <param name="key">Its key, as CloudTrail names it.</param>
    /// <param name="packed">Its content, packed by gzip.</param>
    public void Record(string key, byte[] packed) => _files[key] = packed;

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<string>> FoldersAsync(string folder, CancellationToken cancellationToken) =>
        ValueTask.FromResult<IReadOnlyList<string>>(
        [
            .. _files.Keys.Where(key => key.StartsWith(folder, StringComparison.Ordinal))
                .Select(key => key[..(key.IndexOf('/', folder.Length) + 1)])
                .Distinct(StringComparer.Ordinal),
        ]);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<string>> FilesAsync(string folder, CancellationToken cancellationToken) =>
        ValueTask.FromResult<IReadOnlyList<string>>([.. _files.Keys.Where(key => key.StartsWith(folder, StringComparison.Ordinal))]);

    /// <inheritdoc/>
    public ValueTask<byte[]?> ReadAsync(string key, CancellationToken cancellationToken) =>
        ValueTask.FromResult(_files.GetValueOrDefault(key));
}
