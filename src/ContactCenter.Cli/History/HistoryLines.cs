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
        $"{Local(record.DetectedAt)}  {record.Severity}  {record.Subject}: {record.Symptom}  {State(record)}  {record.Id}");

    /// <summary>An incident as a whole, as far as the history has it; its timeline follows.</summary>
    public IEnumerable<string> Whole(IncidentRecord record)
    {
        string?[] lines =
        [
            $"{record.Id}  {record.Severity}  {record.Subject}: {record.Symptom}",
            $"state         {State(record)}",
            $"owner         {record.Owner}, runbook {record.Runbook}",
            $"times         began {Local(record.BeganAt)}, detected {After(record, record.DetectedAt)}, told {After(record, record.ToldAt)}, "
                + $"acknowledged {After(record, record.AcknowledgedAt)}, mitigated {After(record, record.MitigatedAt)}, "
                + $"resolved {After(record, record.ResolvedAt)}",
            $"promises      to acknowledge {Word(record.Acknowledged)}, to resolve {Word(record.Resolved)}",
            .. record.Path.Select(static step => $"severity      {step.Severity}: {step.Why}"),
            .. record.Alarms.Select(static alarm => $"alarm         {alarm.Name} ({alarm.Count} changes)"),
            .. record.Repairs.Select(static repair =>
                $"repair        {repair.Repair}: {repair.Report ?? "has not reported"}{(repair.Helped == false ? " It did not help." : "")}"),
            .. record.Preceding.Select(static change => $"changed       {change}"),
            .. record.Reached.Select(static endpoint =>
                $"told          {endpoint.Audience} by {endpoint.Channel} ({endpoint.To}): {endpoint.Delivered} delivered, "
                    + $"{endpoint.GivenUp} given up, {endpoint.Waiting} waiting"),
            record.LeftOut > 0 ? $"and {record.LeftOut} entries more" : null,
        ];
        return lines.OfType<string>().Select(Clean);
    }

    /// <summary>An event of a timeline in a line.</summary>
    public string Line(TimelineEvent entry) => Clean($"{Local(entry.At)}  {entry.Text}");

    /// <summary>An event of a timeline in a line, as the API tells it.</summary>
    public string Line(TimelineEntry entry) => Clean($"{Local(entry.At)}  {entry.Text}");

    /// <summary>A configuration change in a line.</summary>
    public string Line(ConfigurationChange change) => Clean($"{Local(change.At)}  {change.Text}");

    /// <summary>What an alarm did on a day.</summary>
    public string Line(AlarmDay day) => Clean(
        $"{day.Name}  {string.Join(", ", day.Moments.Select(moment => $"{Clock(moment.At)} {moment.State}"))}");

    /// <summary>A lease in a line: how long it held what, for what, and whether it helped.</summary>
    public string Line(LeaseRecord record)
    {
        string[] held =
        [
            .. new[]
            {
                (record.ReadUnitHours, "read unit hours"), (record.WriteUnitHours, "write unit hours"),
                (record.ExecutionHours, "execution hours"),
            }.Where(static each => each.Item1 != 0).Select(static each => string.Create(
                CultureInfo.InvariantCulture, $"{each.Item1:0.#} {each.Item2}")),
        ];
        var cost = record.Dollars is { } dollars
            ? string.Create(CultureInfo.InvariantCulture, $"{dollars:0.00} USD")
            : "cost cannot be told";
        var helped = record.Helped switch
        {
            true => "helped",
            false => "did not help",
            null => "whether it helped cannot be told",
        };
        var span = record.EndedAt is { } end
            ? end == record.GrantedAt ? "at once" : MetricText.Duration(end - record.GrantedAt)
            : $"running, seen {Time(record.LookedAt)}";
        return Clean($"{Local(record.GrantedAt)}  {record.Remediation} {record.Resource}  {span}  "
            + $"{(held.Length > 0 ? $"{string.Join(", ", held)}, " : "")}{cost}  {helped} "
            + $"({Figure(record.ThrottledBefore)} turned away before, {Figure(record.ThrottledAfter)} after)  {record.Reason}");
    }

    private static string Figure(long? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "?";

    /// <summary>A time in the clock of the center, to the minute.</summary>
    public string Time(DateTimeOffset at) =>
        TimeZoneInfo.ConvertTime(at, zone).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    private static string Word(PromiseOutcome outcome) => outcome switch
    {
        PromiseOutcome.Kept => "kept",
        PromiseOutcome.Missed => "missed",
        _ => "not decided",
    };

    private static string State(IncidentRecord record) => record.State switch
    {
        IncidentState.Resolved when record.ResolvedAt is { } end => $"resolved after {MetricText.Duration(end - record.BeganAt)}"
            + (record.ResolvedBy is { } by ? $" by {by}" : ""),
        IncidentState.Mitigated => "mitigated",
        IncidentState.Acknowledged => "acknowledged",
        _ => "open",
    };

    private static string After(IncidentRecord record, DateTimeOffset? at) =>
        at is { } moment ? $"after {MetricText.Duration(moment - record.BeganAt)}" : "never";

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
