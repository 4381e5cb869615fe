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
        Say.HelpHistory)
    {
        CreateList(), CreateShow(), CreateAlarms(), CreateChanges(), NumbersCommand.Create(), LeasesCommand.Create(),
        BackfillCommand.Create(),
    };

    private static Command CreateList()
    {
        var from = new Option<string?>("--from") { Description = Say.OptionFirstMonth };
        var to = new Option<string?>("--to") { Description = Say.OptionLastMonth };
        var resource = new Option<string?>("--resource")
        {
            Description = Say.OptionIncidentsOf,
        };
        var text = new Option<string?>("--text") { Description = Say.OptionIncidentsTelling };
        var limit = new Option<int>("--limit")
        {
            Description = Say.OptionLinesAtMost($"{MaximumLines}"),
            DefaultValueFactory = static _ => 50,
        };
        limit.Validators.Add(static option =>
        {
            if (option.TryRead<int>(out var value) && value is < 1 or > MaximumLines)
            {
                option.AddError(Say.LinesWrong($"{MaximumLines}", $"{value}"));
            }
        });
        var (config, endpoint, json) = StoredMemory.Common();
        var api = new ApiConnection();
        var command = new Command("list", Say.HelpHistoryList) { from, to, resource, text, limit, json, endpoint, config };
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
                return StoredMemory.RefuseAsync(Say.MonthsWrong($"{HistorySearch.MaximumMonths}"));
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
                    await Console.Error.WriteLineAsync(Say.IncidentsUnreadable($"{findings.Unreadable}"));
                }
                else if (findings.Records.Count == 0)
                {
                    await Console.Error.WriteLineAsync(Say.NothingRemembered);
                }

                return ExitCode.Done;
            }
        });
        return command;
    }

    private static Command CreateShow()
    {
        var id = new Argument<string>("id") { Description = Say.ArgumentRememberedIncident };
        var (config, endpoint, json) = StoredMemory.Common();
        var api = new ApiConnection();
        var command = new Command("show", Say.HelpHistoryShow) { id, json, endpoint, config };
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
                        await Console.Error.WriteLineAsync(Say.NoIncidentRemembered);
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
        var day = new Argument<string>("day") { Description = Say.ArgumentDay };
        var (config, endpoint, json) = StoredMemory.Common();
        var api = new ApiConnection();
        var command = new Command("alarms", Say.HelpHistoryAlarms) { day, json, endpoint, config };
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
                : StoredMemory.RefuseAsync(Say.DayWrong));
        return command;
    }

    private static Command CreateChanges()
    {
        var from = Moment.Option("--from", Say.OptionChangesFrom, isPast: true);
        var to = Moment.Option("--to", Say.OptionChangesTo, isPast: true);
        var limit = new Option<int>("--limit") { Description = Say.OptionChangesAtMost, DefaultValueFactory = static _ => 50 };
        var (api, json) = (new ApiConnection(), new Option<bool>("--json") { Description = Say.OptionJsonLines });
        var command = new Command(
            "changes",
            Say.HelpHistoryChanges)
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
