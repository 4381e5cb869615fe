using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using ContactCenter.Cli.Incidents;
using ContactCenter.Cli.RunTime;
using ContactCenter.Core.Api.History;

namespace ContactCenter.Cli.History;

/// <summary>The history as the API of a deployment tells it, printed as that of its table, by the clock of this machine.</summary>
/// <param name="api">Where the API is.</param>
/// <param name="parsed">The command line.</param>
/// <param name="asJson">True: one JSON object a line.</param>
internal sealed class HistoryByApi(ApiConnection api, ParseResult parsed, bool asJson)
{
    private const int MaximumPage = 100;

    private readonly HistoryLines _lines = new(TimeZoneInfo.Local);

    /// <summary>Incidents, the newest first.</summary>
    public Task<int> ListAsync(int limit, CancellationToken cancellation, params (string Name, string? Value)[] query) => PagesAsync(
        "/history/incidents",
        query,
        limit,
        HistoryJson.Default.RecordPage,
        page => page.Items.Select(_lines.Line),
        cancellation);

    /// <summary>What alarms did on a day.</summary>
    public Task<int> AlarmsAsync(string day, CancellationToken cancellation) => PagesAsync(
        $"/history/alarms/{Uri.EscapeDataString(day)}",
        [],
        int.MaxValue,
        HistoryJson.Default.AlarmDayPage,
        page => page.Items.Select(_lines.Line),
        cancellation);

    /// <summary>Configuration changes, the newest first.</summary>
    public Task<int> ChangesAsync(int limit, CancellationToken cancellation, params (string Name, string? Value)[] query) => PagesAsync(
        "/history/changes",
        query,
        limit,
        HistoryJson.Default.ChangePage,
        page => page.Items.Select(_lines.Line),
        cancellation);

    /// <summary>One incident with its newest events.</summary>
    public async Task<int> ShowAsync(string id, CancellationToken cancellation)
    {
        var reply = await api.AskAsync(
            parsed, HttpMethod.Get, $"/history/incidents/{Uri.EscapeDataString(id)}", body: null, cancellation);
        return ApiConnection.Read(reply, answer =>
        {
            if (asJson)
            {
                Console.WriteLine(answer.GetProperty("incident").GetRawText());
                Array.ForEach([.. answer.GetProperty("timeline").EnumerateArray()], static entry => Console.WriteLine(entry.GetRawText()));
                return;
            }

            var file = answer.Deserialize(HistoryJson.Default.RecordFile)!;
            Array.ForEach([.. _lines.Whole(file.Incident), "", .. file.Timeline.Select(_lines.Line)], Console.WriteLine);
        });
    }

    private async Task<int> PagesAsync<T>(
        string path,
        (string Name, string? Value)[] query,
        int limit,
        JsonTypeInfo<T> type,
        Func<T, IEnumerable<string>> lines,
        CancellationToken cancellation)
    {
        var (code, shown, unreadable, next) = (ExitCode.Done, 0, 0, (string?)null);
        do
        {
            var size = Math.Min(limit - shown, MaximumPage).ToString(CultureInfo.InvariantCulture);
            var asked = Deciding.Path(path, [.. query, ("limit", size), ("after", next)]);
            var reply = await api.AskAsync(parsed, HttpMethod.Get, asked, body: null, cancellation);
            next = null;
            code = ApiConnection.Read(reply, page =>
            {
                next = ApiConnection.Text(page, "next");
                unreadable += page.TryGetProperty("unreadable", out var count) ? count.GetInt32() : 0;
                var items = page.GetProperty("items");
                shown += items.GetArrayLength();
                var all = asJson ? items.EnumerateArray().Select(static item => item.GetRawText()) : lines(page.Deserialize(type)!);
                foreach (var line in all)
                {
                    Console.WriteLine(line);
                }
            });
        }
        while (next is not null && shown < limit);

        if (unreadable > 0)
        {
            await Console.Error.WriteLineAsync($"entries that cannot be read and are left out: {unreadable}");
        }
        else if (code == ExitCode.Done && shown == 0)
        {
            await Console.Error.WriteLineAsync("nothing is remembered that was asked for");
        }

        return code;
    }
}
