namespace ContactCenter.Core.Learning.Reports;

/// <summary>Keeps reports that were written.</summary>
public interface IReportStore
{
    /// <summary>Keeps files, in the place of those of the same name but for what is evidence: that stays as it is.</summary>
    ValueTask KeepAsync(IReadOnlyList<ReportFile> files, CancellationToken cancellationToken);

    /// <summary>An address at which anybody who has it can read a file for a while.</summary>
    /// <param name="name">The file.</param>
    /// <param name="until">How long, at most.</param>
    /// <param name="cancellationToken">Stops it.</param>
    ValueTask<Uri> LinkAsync(string name, DateTimeOffset until, CancellationToken cancellationToken);
}

/// <summary>A file of a report.</summary>
/// <param name="Name">Its name, with folders: <c>week/2026-11-23/report.en.html</c>.</param>
/// <param name="MediaType">Such as <c>text/html; charset=utf-8</c>.</param>
/// <param name="Text">What stands in it.</param>
public sealed record ReportFile(string Name, string MediaType, string Text)
{
    /// <summary>Whether it says what was so when it was written, which nobody could write again.</summary>
    public bool IsEvidence { get; init; }
}
