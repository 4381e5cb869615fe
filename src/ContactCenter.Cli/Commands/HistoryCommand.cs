using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using ContactCenter.Cli.History;
using ContactCenter.Cli.Incidents;
using ContactCenter.Cli.RunTime;
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
        Shows what a deployment remembers: incidents of months or of a resource, one of them whole, what alarms did on a day,
        configuration changes, and the numbers of queues by the half hour. Only backfill writes. With --api URL the API of the deployment is
        asked, else its table with the credentials of the environment, as the AWS CLI does.

        Examples:
          contactcenter history list --config prod.json
          contactcenter history list --config prod.json --from 2026-09 --text "crm"
          contactcenter history list --config prod.json --resource Billing --json | jq .severity
          contactcenter history show 7Q2M9KXA-3 --config prod.json
          contactcenter history alarms 2026-11-29 --config prod.json
          contactcenter history numbers --queue Billing --from 2026-11-01 --csv --config prod.json
          contactcenter history leases --config prod.json
          contactcenter history backfill --config prod.json
          contactcenter history list --api URL --text "crm"
          contactcenter history changes --from 6h --api URL
        """)
    {
        CreateList(), CreateShow(), CreateAlarms(), CreateChanges(), NumbersCommand.Create(), LeasesCommand.Create(),
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
        var api = new ApiConnection();
        var command = new Command("list", "Lists incidents, the newest first.") { from, to, resource, text, limit, json, endpoint, config };
        api.AddAddressTo(command);
        command.SetAction((parsed, cancellation) =>
        {
            if (api.IsNamed(parsed))
            {
                return new HistoryByApi(api, parsed, parsed.GetValue(json)).ListAsync(
                    parsed.GetValue(limit),
                    cancellation,
                    ("from", parsed.GetValue(from)),
                    ("to", parsed.GetValue(to)),
                    ("resource", parsed.GetValue(resource)),
                    ("text", parsed.GetValue(text)));
            }

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
        var api = new ApiConnection();
        var command = new Command("show", "Shows one incident with its timeline.") { id, json, endpoint, config };
        api.AddAddressTo(command);
        command.SetAction((parsed, cancellation) => api.IsNamed(parsed)
            ? new HistoryByApi(api, parsed, parsed.GetValue(json)).ShowAsync(parsed.GetValue(id)!, cancellation)
            : StoredMemory.RunAsync(
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
        var api = new ApiConnection();
        var command = new Command("alarms", "Shows every change of every alarm on a day.") { day, json, endpoint, config };
        api.AddAddressTo(command);
        command.SetAction((parsed, cancellation) => api.IsNamed(parsed)
            ? new HistoryByApi(api, parsed, parsed.GetValue(json)).AlarmsAsync(parsed.GetValue(day)!, cancellation)
            : DateOnly.TryParseExact(parsed.GetValue(day), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
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

    private static Command CreateChanges()
    {
        var from = Moment.Option(
            "--from", "Not before this time; a day ago where nothing is said. Lengths are meant back from now.", isPast: true);
        var to = Moment.Option("--to", "Not after this time; now where nothing is said.", isPast: true);
        var limit = new Option<int>("--limit") { Description = "How many at most.", DefaultValueFactory = static _ => 50 };
        var (api, json) = (new ApiConnection(), new Option<bool>("--json") { Description = "One JSON object a line." });
        var command = new Command(
            "changes",
            """
            Lists who changed what in the services that the center rests on, the newest first, by the API of the deployment.

            Example:
              contactcenter history changes --from 6h --api URL
            """)
        {
            from, to, limit, json,
        };
        api.AddAddressTo(command);
        command.SetAction((parsed, cancellation) => new HistoryByApi(api, parsed, parsed.GetValue(json)).ChangesAsync(
            parsed.GetValue(limit),
            cancellation,
            ("from", parsed.GetValue(from) is { } begin ? Moment.Write(begin) : null),
            ("to", parsed.GetValue(to) is { } end ? Moment.Write(end) : null)));
        return command;
    }
}
