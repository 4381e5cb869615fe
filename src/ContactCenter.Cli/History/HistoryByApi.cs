using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using ContactCenter.Cli.Incidents;
using ContactCenter.Cli.RunTime;
using ContactCenter.Core.Contacts.Numbers;

namespace ContactCenter.Cli.History;

/// <summary>The history as the API of a deployment tells it, printed as that of its table, by the clock of this machine.</summary>
/// <param name="api">Where the API is.</param>
/// <param name="parsed">The command line.</param>
/// <param name="asJson">True: one JSON object a line.</param>
internal sealed class HistoryByApi(ApiConnection api, ParseResult parsed, bool asJson)
{
    private const int MaximumPage = 100;
    private const int MaximumDays = 31;

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

    /// <summary>Repairs, the newest first.</summary>
    /// <param name="asked">What is asked, one parameter after the other: each has an answer of its own.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task<int> LeasesAsync(IReadOnlyList<(string Name, string Value)> asked, CancellationToken cancellation)
    {
        var shown = 0;
        foreach (var (name, value) in asked)
        {
            string? next = null;
            do
            {
                var path = Deciding.Path("/history/leases", (name, value), ("limit", "1000"), ("after", next));
                var reply = await api.AskAsync(parsed, HttpMethod.Get, path, body: null, cancellation);
                var code = ApiConnection.Read(reply, answer =>
                {
                    foreach (var item in answer.GetProperty("items").EnumerateArray().Select(static view => view.GetProperty("lease")))
                    {
                        shown++;
                        Console.WriteLine(asJson ? item.GetRawText() : _lines.Line(item.Deserialize(HistoryJson.Default.LeaseRecord)!));
                    }

                    next = answer.TryGetProperty("next", out var more) ? more.GetString() : null;
                });
                if (code != ExitCode.Done)
                {
                    return code;
                }
            }
            while (next is not null);
        }

        if (shown == 0)
        {
            await Console.Error.WriteLineAsync(Say.NoLeaseRemembered);
        }

        return ExitCode.Done;
    }

    /// <summary>Half hours of a queue or a routing profile, a month of days at once.</summary>
    public async Task<int> NumbersAsync(
        string? queue, string? profile, DateOnly from, DateOnly to, NumbersPrint print, CancellationToken cancellation)
    {
        var (queues, profiles) = (new List<QueueNumbers>(), new List<ProfileNumbers>());
        var path = queue is not null
            ? $"/history/queues/{Uri.EscapeDataString(queue)}"
            : $"/history/profiles/{Uri.EscapeDataString(profile!)}";
        for (var day = from; day <= to; day = day.AddDays(MaximumDays))
        {
            var last = day.AddDays(MaximumDays - 1) < to ? day.AddDays(MaximumDays - 1) : to;
            var asked = Deciding.Path(path, ("from", $"{day:yyyy-MM-dd}"), ("to", $"{last:yyyy-MM-dd}"));
            var code = ApiConnection.Read(
                await api.AskAsync(parsed, HttpMethod.Get, asked, body: null, cancellation),
                answer =>
                {
                    if (queue is not null)
                    {
                        queues.AddRange(answer.Deserialize(HistoryJson.Default.QueueHalfHours)!.Items);
                    }
                    else
                    {
                        profiles.AddRange(answer.Deserialize(HistoryJson.Default.ProfileHalfHours)!.Items);
                    }
                });
            if (code != ExitCode.Done)
            {
                return code;
            }
        }

        if (queue is not null)
        {
            print.Queue(queue, queues, _lines);
        }
        else
        {
            print.Profile(profile!, profiles, _lines);
        }

        return ExitCode.Done;
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
            await Console.Error.WriteLineAsync(Say.EntriesUnreadable($"{unreadable}"));
        }
        else if (code == ExitCode.Done && shown == 0)
        {
            await Console.Error.WriteLineAsync(Say.NothingRemembered);
        }

        return code;
    }
}
