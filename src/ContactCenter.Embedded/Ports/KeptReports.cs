using System.Collections.Concurrent;
using ContactCenter.Core.Learning.Reports;

namespace ContactCenter.Embedded.Ports;

/// <summary>Reports in memory; its links lead nowhere.</summary>
public sealed class KeptReports : IReportStore
{
    private readonly ConcurrentDictionary<string, ReportFile> _files = new(StringComparer.Ordinal);

    /// <summary>The files by name.</summary>
    public IReadOnlyDictionary<string, ReportFile> Files => _files;

    /// <inheritdoc/>
    public ValueTask KeepAsync(IReadOnlyList<ReportFile> files, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(files);
        foreach (var file in files)
        {
            _ = _files.AddOrUpdate(file.Name, file, (_, before) => file.IsEvidence ? before : file);
        }

        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask<Uri> LinkAsync(string name, DateTimeOffset until, CancellationToken cancellationToken) =>
        new(new Uri($"https://reports.example.com/{name}?until={until.ToUnixTimeSeconds()}"));
}
