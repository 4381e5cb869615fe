using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using ContactCenter.Cli.History;
using ContactCenter.Core.Incidents.History;

namespace ContactCenter.Cli.Commands;

/// <summary><c>contactcenter history</c>: what a deployment remembers of incidents and alarms.</summary>
internal static class HistoryCommand
{
    /// <summary>Most incidents that a list shows.</summary>
    private const int MaximumLines = 1000;

    public static Command Create() => new(
        "history",
        """
        Shows what a deployment remembers: incidents of months or of a resource, one of them whole, what alarms did on a day, and the
        numbers of queues by the half hour. Only backfill writes. Credentials are those of the environment, as for the AWS CLI.

        Examples:
          contactcenter history list --config prod.json
          contactcenter history list --config prod.json --from 2026-09 --text "crm"
          contactcenter history list --config prod.json --resource Billing --json | jq .severity
          contactcenter history show 7Q2M9KXA-3 --config prod.json
          contactcenter history alarms 2026-11-29 --config prod.json
          contactcenter history numbers --queue Billing --from 2026-11-01 --csv --config prod.json
          contactcenter history leases --config prod.json
          contactcenter history backfill --config prod.json
        """)
    {
        CreateList(), CreateShow(), CreateAlarms(), NumbersCommand.Create(), LeasesCommand.Create(),
        BackfillCommand.Create(),
    };

    private static Command CreateList()
    {
        var from = new Option<string?>("--from") { Description = "First month, such as 2026-09. Default: the last." };
        var to = new Option<string?>("--to") { Description = "Last month, such as 2026-11. Default: this one." };
        var resource = new Option<string?>("--resource")
        {
            Description = "Only incidents of this resource, by its bare name, of all months.",
        };
        var text = new Option<string?>("--text") { Description = "Only incidents that tell of this." };
        var limit = new Option<int>("--limit") { Description = "How many at most, 1 to 1000.", DefaultValueFactory = static _ => 50 };
        limit.Validators.Add(static option =>
        {
            if (option.TryRead<int>(out var value) && value is < 1 or > MaximumLines)
            {
                option.AddError($"--limit: expected a number from 1 to {MaximumLines}, found {value}.");
            }
        });
        var (config, endpoint, json) = StoredMemory.Common();
        var command = new Command("list", "Lists incidents, the newest first.") { from, to, resource, text, limit, json, endpoint, config };
        command.SetAction((parsed, cancellation) =>
        {
            var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
            var last = StoredMemory.Month(parsed.GetValue(to)) ?? (parsed.GetValue(to) is null ? today : null);
            var first = StoredMemory.Month(parsed.GetValue(from)) ?? (parsed.GetValue(from) is null ? last : null);
            if (first is not { } begin
                || last is not { } end
                || HistorySearch.Months(begin, end) is < 1 or > HistorySearch.MaximumMonths)
            {
                return StoredMemory.RefuseAsync(
                    $"--from and --to are months such as 2026-09 in that order, at most {HistorySearch.MaximumMonths} of them");
            }

            return StoredMemory.RunAsync(parsed.GetValue(config), parsed.GetValue(endpoint), ShowAsync, cancellation);

            async Task<int> ShowAsync(Memory history, HistoryLines lines)
            {
                var words = parsed.GetValue(text) ?? "";
                var search = new HistorySearch(history.Incidents);
                var findings = parsed.GetValue(resource) is { } name
                    ? await search.OfResourceAsync(name, words, parsed.GetValue(limit), cancellation)
                    : await search.FindAsync(begin, end, words, parsed.GetValue(limit), cancellation);
                foreach (var record in findings.Records)
                {
                    Console.WriteLine(
                        parsed.GetValue(json) ? JsonSerializer.Serialize(record, HistoryJson.Default.IncidentRecord) : lines.Line(record));
                }

                if (findings.Unreadable > 0)
                {
                    await Console.Error.WriteLineAsync($"incidents that cannot be read and are left out: {findings.Unreadable}");
                }
                else if (findings.Records.Count == 0)
                {
                    await Console.Error.WriteLineAsync("nothing is remembered that was asked for");
                }

                return ExitCode.Done;
            }
        });
        return command;
    }

    private static Command CreateShow()
    {
        var id = new Argument<string>("id") { Description = "Id of the incident, such as 7Q2M9KXA-3." };
        var (config, endpoint, json) = StoredMemory.Common();
        var command = new Command("show", "Shows one incident with its timeline.") { id, json, endpoint, config };
        command.SetAction((parsed, cancellation) => StoredMemory.RunAsync(
            parsed.GetValue(config),
            parsed.GetValue(endpoint),
            async (history, lines) =>
            {
                if (await history.Files.OpenAsync(parsed.GetValue(id)!, cancellation) is not { } file)
                {
                    await Console.Error.WriteLineAsync("there is no such incident, or not any more");
                    return ExitCode.Problems;
                }

                var record = IncidentHistorian.Record(file);
                string[] all = parsed.GetValue(json)
                    ?
                    [
                        JsonSerializer.Serialize(record, HistoryJson.Default.IncidentRecord),
                        .. file.Timeline.Select(static entry => JsonSerializer.Serialize(entry, HistoryJson.Default.TimelineEvent)),
                    ]
                    : [.. lines.Whole(record), "", .. file.Timeline.Select(lines.Line)];
                Array.ForEach(all, Console.WriteLine);
                return ExitCode.Done;
            },
            cancellation));
        return command;
    }

    private static Command CreateAlarms()
    {
        var day = new Argument<string>("day") { Description = "The day (UTC), such as 2026-11-29." };
        var (config, endpoint, json) = StoredMemory.Common();
        var command = new Command("alarms", "Shows every change of every alarm on a day.") { day, json, endpoint, config };
        command.SetAction((parsed, cancellation) =>
            DateOnly.TryParseExact(parsed.GetValue(day), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
                ? StoredMemory.RunAsync(
                    parsed.GetValue(config),
                    parsed.GetValue(endpoint),
                    async (history, lines) =>
                    {
                        foreach (var alarm in await history.Alarms.DayAsync(date, cancellation))
                        {
                            Console.WriteLine(
                                parsed.GetValue(json) ? JsonSerializer.Serialize(alarm, HistoryJson.Default.AlarmDay) : lines.Line(alarm));
                        }

                        return ExitCode.Done;
                    },
                    cancellation)
                : StoredMemory.RefuseAsync("a day is written such as 2026-11-29"));
        return command;
    }
}
