using Amazon.Lambda.Annotations;
using Amazon.Lambda.Core;
using ContactCenter.Core.Learning.Reports;

namespace ContactCenter.Functions.Learning;

/// <summary>
/// Writes the report of each week and month that has ended, once a day if there is one to write; asked for one, that one. The report is
/// made by the code that <c>contactcenter report</c> makes it by.
/// </summary>
public sealed class WriteReportFunction(ReportWriter writer, TimeProvider clock)
{
    /// <summary>Writes what is due, or what is asked for.</summary>
    /// <exception cref="InvalidOperationException">Somebody could not be sent it, which must be seen; the next run tries again.</exception>
    [LambdaFunction]
    public async Task<Stream> WriteReport(Stream message, ILambdaContext context)
    {
        using var limit = TimeLimit.Of(context);
        var now = clock.GetUtcNow();
        var request = ReportRequest.Parse(await Reply.ReadAsync(message));
        var written = request is null
            ? await writer.WriteDueAsync(now, limit.Token)
            : [await writer.WriteAskedAsync(request, now, limit.Token)];
        foreach (var report in written)
        {
            context.Logger.LogInformation("{Report} is written, and sent to {Sent}", report.Name, report.Sent);
        }

        return written.Sum(static report => report.Refused) is > 0 and var refused
            ? throw new InvalidOperationException($"a report was written, and {refused} of those who get it could not be sent it")
            : Reply.Json(new ReportReply(written), FunctionsJson.Default.ReportReply);
    }
}

/// <summary>What was written, for whoever invokes the function by hand.</summary>
/// <param name="Written">Each report; none where none was due.</param>
public sealed record ReportReply(IReadOnlyList<WrittenReport> Written);
