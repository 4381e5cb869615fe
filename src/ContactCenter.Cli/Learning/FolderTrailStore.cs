using ContactCenter.Core.Learning.Trails;

namespace ContactCenter.Cli.Learning;

/// <summary>A trail that somebody has copied into a folder, as <c>aws s3 sync</c> does or <c>trail query --out</c>.</summary>
/// <param name="root">The folder in which <c>AWSLogs</c> is.</param>
internal sealed class FolderTrailStore(string root) : ITrailStore
{
    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<string>> FoldersAsync(string folder, CancellationToken cancellationToken) => ValueTask.FromResult(
        Below(folder, static path => Directory.EnumerateDirectories(path).Select(static one => $"{one}/")));

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<string>> FilesAsync(string folder, CancellationToken cancellationToken) => ValueTask.FromResult(
        Below(folder, static path => Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories)));

    /// <inheritdoc/>
    public async ValueTask<byte[]?> ReadAsync(string key, CancellationToken cancellationToken) =>
        await File.ReadAllBytesAsync(Path.Combine(root, key), cancellationToken);

    private IReadOnlyList<string> Below(string folder, Func<string, IEnumerable<string>> what)
    {
        var path = Path.Combine(root, folder);
        return Directory.Exists(path)
            ? [.. what(path).Select(one => Path.GetRelativePath(root, one).Replace('\\', '/') + (one.EndsWith('/') ? "/" : ""))
                .Order(StringComparer.Ordinal)]
            : [];
    }
}
