using System.Globalization;
using ContactCenter.Core.Api.Incidents;
using ContactCenter.Core.Common;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Incidents.Changes;
using ContactCenter.Core.Incidents.History;
using ContactCenter.Core.Remediation.Ended;

namespace ContactCenter.Cli.History;

/// <summary>The history in words, in the clock of the center. Whatever others wrote is clean before a terminal shows it.</summary>
internal sealed class HistoryLines(TimeZoneInfo zone)
{
    /// <summary>An incident in a line.</summary>
    public string Line(IncidentRecord record) => Clean(
        $"{Local(record.DetectedAt)}  {record.Severity}  {About(record)}  {State(record)}  {record.Id}");

    /// <summary>An incident as a whole, as far as the history has it; its timeline follows.</summary>
    public IEnumerable<string> Whole(IncidentRecord record)
    {
        string?[] lines =
        [
            $"{record.Id}  {record.Severity}  {About(record)}",
            Say.RecordState(State(record)),
            Say.RecordOwner($"{record.Owner}", $"{record.Runbook}"),
            Say.RecordTimes(
                Local(record.BeganAt),
                After(record, record.DetectedAt),
                After(record, record.ToldAt),
                After(record, record.AcknowledgedAt),
                After(record, record.MitigatedAt),
                After(record, record.ResolvedAt)),
            Say.RecordPromises(Word(record.Acknowledged), Word(record.Resolved)),
            .. record.Path.Select(static step => Say.RecordSeverity($"{step.Severity}", Spoken.Now.Of($"{step.Why}"))),
            .. record.Alarms.Select(static alarm => Say.RecordAlarm(alarm.Name, $"{alarm.Count}")),
            .. record.Repairs.Select(static repair => Repair(
                $"{repair.Repair}", repair.Report is { } report ? Spoken.Now.Of(report) : Say.RecordNoReport, repair.Helped)),
            .. record.Preceding.Select(static change => Say.RecordChange(Spoken.Now.Of($"{change}"))),
            .. record.Reached.Select(static endpoint => Say.RecordTold(
                $"{endpoint.Audience}",
                $"{endpoint.Channel}",
                $"{endpoint.To}",
                $"{endpoint.Delivered}",
                $"{endpoint.GivenUp}",
                $"{endpoint.Waiting}")),
            record.LeftOut > 0 ? Say.RecordMore($"{record.LeftOut}") : null,
        ];
        return lines.OfType<string>().Select(Clean);
    }

    /// <summary>An event of a timeline in a line.</summary>
    public string Line(TimelineEvent entry) => Clean($"{Local(entry.At)}  {Spoken.Now.Of(entry.Text)}");

    /// <summary>An event of a timeline in a line, as the API tells it.</summary>
    public string Line(TimelineEntry entry) => Clean($"{Local(entry.At)}  {Spoken.Now.Of(entry.Text)}");

    /// <summary>A configuration change in a line.</summary>
    public string Line(ConfigurationChange change) => Clean($"{Local(change.At)}  {Spoken.Now.Of(change.Text)}");

    /// <summary>What an alarm did on a day.</summary>
    public string Line(AlarmDay day) => Clean(
        $"{day.Name}  {string.Join(", ", day.Moments.Select(moment => $"{Clock(moment.At)} {moment.State}"))}");

    /// <summary>A lease in a line: how long it held what, for what, what that saved, and whether it helped.</summary>
    public string Line(LeaseRecord record)
    {
        string[] held =
        [
            .. Held(record.ReadUnitHours, Say.LeaseReadHours), .. Held(record.WriteUnitHours, Say.LeaseWriteHours),
            .. Held(record.ExecutionHours, Say.LeaseExecutionHours),
        ];
        var cost = record.Dollars is { } dollars
            ? Say.LeaseCost(dollars.ToString("0.00", CultureInfo.InvariantCulture))
            : Say.LeaseCostUnknown;
        var helped = record.Helped switch
        {
            true => Say.LeaseHelped,
            false => Say.LeaseInVain,
            null => Say.LeaseHelpUnknown,
        };
        var span = record.EndedAt is { } end
            ? end == record.GrantedAt ? Say.LeaseAtOnce : MetricText.Duration(end - record.GrantedAt)
            : Say.LeaseRuns(Time(record.LookedAt));
        return Clean($"{Local(record.GrantedAt)}  {record.Remediation} {record.Resource}  {span}  "
            + $"{string.Join(", ", [.. held, cost])}  {Saved(record)}  {helped} "
            + $"{Say.LeaseTurnedAway(Figure(record.ThrottledBefore), Figure(record.ThrottledAfter))}  {Spoken.Now.Of(record.Reason)}");
    }

    /// <summary>What it saved, as an estimate, or that it cannot be told.</summary>
    private static string Saved(LeaseRecord record) => (record.MinutesSaved, record.RequestsSaved) switch
    {
        (null, _) => Say.LeaseSavedUnknown,
        (0, _) => Say.LeaseSavedNothing,
        ({ } minutes, null) => Say.LeaseSavedMinutes($"{minutes}"),
        var (minutes, requests) => Say.LeaseSaved(requests.Value.ToString("0", CultureInfo.InvariantCulture), $"{minutes}"),
    };

    private static IEnumerable<string> Held(double hours, Func<string, string> words) =>
        hours == 0 ? [] : [words(hours.ToString("0.#", CultureInfo.InvariantCulture))];

    private static string Repair(string repair, string report, bool? helped) =>
        helped == false ? Say.RecordRepairInVain(repair, report) : Say.RecordRepair(repair, report);

    private static string About(IncidentRecord record) => $"{Spoken.Now.Of(record.Subject)}: {Spoken.Now.Of(record.Symptom)}";

    private static string Figure(long? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "?";

    /// <summary>A time in the clock of the center, to the minute.</summary>
    public string Time(DateTimeOffset at) =>
        TimeZoneInfo.ConvertTime(at, zone).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    private static string Word(PromiseOutcome outcome) => outcome switch
    {
        PromiseOutcome.Kept => Say.PromiseKept,
        PromiseOutcome.Missed => Say.PromiseMissed,
        _ => Say.PromiseOpen,
    };

    private static string State(IncidentRecord record) => record.State switch
    {
        IncidentState.Resolved when record.ResolvedAt is { } end => (MetricText.Duration(end - record.BeganAt), record.ResolvedBy) switch
        {
            (var span, { } by) => Say.StateResolvedBy(span, $"{by}"),
            (var span, null) => Say.StateResolved(span),
        },
        IncidentState.Mitigated => Say.StateMitigated,
        IncidentState.Acknowledged => Say.StateAcknowledged,
        _ => Say.StateOpen,
    };

    private static string After(IncidentRecord record, DateTimeOffset? at) =>
        at is { } moment ? Say.RecordAfter(MetricText.Duration(moment - record.BeganAt)) : Say.RecordNever;

    private static string Clean(string text) =>
        string.Create(text.Length, text, static (span, source) =>
        {
            for (var i = 0; i < span.Length; i++)
            {
                span[i] = char.IsControl(source[i]) ? ' ' : source[i];
            }
        });

    private string Local(DateTimeOffset at) =>
        TimeZoneInfo.ConvertTime(at, zone).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    private string Clock(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, zone).ToString("HH:mm:ss", CultureInfo.InvariantCulture);
}
