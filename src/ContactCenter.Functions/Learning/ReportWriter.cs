using ContactCenter.Core.Configuration;
using ContactCenter.Core.Configuration.Reports;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Incidents.Delivery;
using ContactCenter.Core.Learning.Compliance;
using ContactCenter.Core.Learning.Reports;
using ContactCenter.Core.Notifications.Notices;
using ContactCenter.Documents.Compliance;
using ContactCenter.Documents.Reports;

namespace ContactCenter.Functions.Learning;

/// <summary>Writes a report of what is remembered, keeps it, and tells those who get it, each once.</summary>
/// <param name="memory">Reads what it is made of.</param>
/// <param name="compliance">Reads what an auditor asks.</param>
/// <param name="store">Keeps it.</param>
/// <param name="channels">Sends messages.</param>
/// <param name="desk">Knows how people read.</param>
/// <param name="notebook">Remembers who has got which.</param>
/// <param name="configuration">Who gets reports.</param>
public sealed class ReportWriter(
    ReportReader memory,
    ComplianceReader compliance,
    IReportStore store,
    INoticeChannel channels,
    IncidentDesk desk,
    INotebook notebook,
    ContactCenterConfiguration configuration)
{
    /// <summary>Longer than a report may be late.</summary>
    private static readonly TimeSpan Remember = ReportPlan.Late + TimeSpan.FromDays(30);

    /// <summary>Where nobody is to get reports none is due, and one that is asked for is sent to nobody.</summary>
    private readonly ReportSettings _settings = configuration.Reports ?? new() { To = [], Weekly = false, Monthly = false };

    /// <summary>The clock of the center.</summary>
    public TimeZoneInfo Zone { get; } = TimeZoneInfo.FindSystemTimeZoneById(configuration.TimeZone);

    /// <summary>Writes what is due and not yet written, and sends it to those who have not got it.</summary>
    public async Task<IReadOnlyList<WrittenReport>> WriteDueAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var written = new List<WrittenReport>();
        foreach (var period in ReportPlan.Due(_settings, Zone, now))
        {
            var reached = (await notebook.FindAsync(NoteOf(period), cancellationToken))?.Split('\n');
            var missing = Recipients().Where(one => reached?.Contains(KeyOf(one.Endpoint)) != true).ToArray();
            if (reached is null || missing.Length > 0)
            {
                written.Add(await WriteAsync(period, missing, reached ?? [], now, cancellationToken));
            }
        }

        return written;
    }

    /// <summary>
    /// Writes what somebody asks for, however often that is. One of a period that is not over takes the place of no due one.
    /// </summary>
    public Task<WrittenReport> WriteAskedAsync(ReportRequest request, DateTimeOffset now, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return WriteAsync(request.In(Zone), request.IsSent ? [.. Recipients()] : [], [], now, cancellationToken);
    }

    private async Task<WrittenReport> WriteAsync(
        ReportPeriod period,
        IReadOnlyList<(string Audience, Endpoint Endpoint)> missing,
        IEnumerable<string> before,
        DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        var report = PeriodReport.Of(period, await memory.ReadAsync(period, cancellationToken), _settings.Formula);
        var policy = await desk.PolicyNowAsync();
        var readers = missing.Select(one => policy.ReaderOf(one.Audience, person: null, one.Endpoint)).ToArray();
        string[] languages = [.. readers.Append(policy.Anybody).Select(static reader => reader.Words.Language)];
        var files = ReportFiles.Of(period.Name, report, languages, Zone);
        var isAudited = period.Kind == PeriodKind.Month && period.To <= now;
        await store.KeepAsync(
            isAudited ? [.. files, .. await AuditedAsync(period, languages, now, cancellationToken)] : files,
            cancellationToken);

        var reached = before.ToHashSet(StringComparer.Ordinal);
        var (sent, refused) = (0, 0);
        foreach (var ((audience, endpoint), reader) in missing.Zip(readers))
        {
            var until = now + TimeSpan.FromHours(_settings.LinkHours);
            var link = await store.LinkAsync(
                ReportFiles.NameOf(period.Name, ReportFiles.Html, reader.Words.Language), until, cancellationToken);
            var mail = ReportMail.For(period.Name, report, reader, Zone, (link, until), now);
            if ((await channels.SendAsync(mail, audience, endpoint, cancellationToken)).Outcome == NoticeOutcome.Refused)
            {
                refused++;
                continue;
            }

            // after each of them, so that a process that dies here sends nobody twice what they have got
            sent++;
            reached.Add(KeyOf(endpoint));
            if (period.To <= now)
            {
                await notebook.SetAsync(NoteOf(period), string.Join('\n', reached), now + Remember, cancellationToken);
            }
        }

        return new WrittenReport(period.Name, sent, refused);
    }

    /// <summary>The page for an auditor, which is about months that are over.</summary>
    private async Task<IEnumerable<ReportFile>> AuditedAsync(
        ReportPeriod period, IEnumerable<string> languages, DateTimeOffset now, CancellationToken cancellationToken) => ComplianceFiles.Of(
            period.Name,
            ComplianceReport.Of(period, await compliance.ReadAsync(period, cancellationToken), now),
            languages,
            Zone);

    private static string NoteOf(ReportPeriod period) => $"report-{period.Name.Replace('/', '-')}";

    private static string KeyOf(Endpoint endpoint) => NewestTelling.Of(endpoint.Channel, endpoint.To);

    /// <summary>By e-mail alone: a report has more words than the other channels take.</summary>
    private IEnumerable<(string Audience, Endpoint Endpoint)> Recipients() => _settings.To
        .SelectMany(audience => (configuration.Audiences.GetValueOrDefault(audience) ?? []).Select(endpoint => (audience, endpoint)))
        .Where(static one => one.endpoint.Channel == Channel.Email)
        .DistinctBy(static one => KeyOf(one.endpoint), StringComparer.Ordinal);
}

/// <summary>A report that was written.</summary>
/// <param name="Name">Name of its period: what its files begin with.</param>
/// <param name="Sent">To how many it was sent.</param>
/// <param name="Refused">Of how many the channel did not take it.</param>
public sealed record WrittenReport(string Name, int Sent, int Refused);
