using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using ContactCenter.Cli.Incidents;
using ContactCenter.Core.Incidents.History;
using ContactCenter.Core.Remediation.Ended;

namespace ContactCenter.Cli.History;

/// <summary><c>contactcenter history leases</c>: what repairs held for how long, what that cost, and whether it helped.</summary>
internal static class LeasesCommand
{
    /// <summary>Most leases that are shown of a month or a resource.</summary>
    private const int PageSize = 1000;

    public static Command Create()
    {
        var from = new Option<string?>("--from") { Description = "First month (UTC), such as 2026-09. Default: the last." };
        var to = new Option<string?>("--to") { Description = "Last month (UTC). Default: this one." };
        var resource = new Option<string?>("--resource") { Description = "Only repairs of this table or function, of all months." };
        var (config, endpoint, json) = StoredMemory.Common();
        var api = new ApiConnection();
        var command = new Command(
            "leases",
            """
            Lists repairs, the newest first: how long they held what, what the units cost beyond what was there before, and how many
            requests were turned away in a quarter of an hour before and after.

            Examples:
              contactcenter history leases --config prod.json
              contactcenter history leases --from 2026-09 --to 2026-11 --json --config prod.json | jq .dollars
              contactcenter history leases --resource customers --config prod.json
            """)
        {
            from, to, resource, json, endpoint, config,
        };
        api.AddAddressTo(command);
        command.SetAction((parsed, cancellation) =>
        {
            var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
            var last = parsed.GetValue(to) is { } end ? StoredMemory.Month(end) : today;
            var first = parsed.GetValue(from) is { } begin ? StoredMemory.Month(begin) : last;
            if (first is not { } oldest
                || last is not { } newest
                || HistorySearch.Months(oldest, newest) is not (>= 1 and <= HistorySearch.MaximumMonths and var months))
            {
                return StoredMemory.RefuseAsync(
                    $"--from and --to are months such as 2026-09 in that order, at most {HistorySearch.MaximumMonths} of them");
            }

            if (api.IsNamed(parsed))
            {
                var asked = parsed.GetValue(resource) is { } its
                    ? [("resource", its)]
                    : Enumerable.Range(0, months).Select(back =>
                        ("month", newest.AddMonths(-back).ToString("yyyy-MM", CultureInfo.InvariantCulture)));
                return new HistoryByApi(api, parsed, parsed.GetValue(json)).LeasesAsync([.. asked], cancellation);
            }

            return StoredMemory.RunAsync(
                parsed.GetValue(config),
                parsed.GetValue(endpoint),
                async (memory, lines) =>
                {
                    var found = new List<LeaseRecord>();
                    if (parsed.GetValue(resource) is { } name)
                    {
                        await AddAllAsync(found, after => memory.Leases.OfResourceAsync(name, PageSize, after, cancellation));
                    }
                    else
                    {
                        for (var back = 0; back < months; back++)
                        {
                            var month = new DateOnly(newest.Year, newest.Month, 1).AddMonths(-back);
                            await AddAllAsync(found, after => memory.Leases.MonthAsync(month, PageSize, after, cancellation));
                        }
                    }

                    foreach (var record in found)
                    {
                        Console.WriteLine(
                            parsed.GetValue(json) ? JsonSerializer.Serialize(record, HistoryJson.Default.LeaseRecord) : lines.Line(record));
                    }

                    if (found.Count == 0)
                    {
                        await Console.Error.WriteLineAsync("no repair is remembered that was asked for");
                    }

                    return ExitCode.Done;
                },
                cancellation);
        });
        return command;
    }

    private static async Task AddAllAsync(List<LeaseRecord> found, Func<LeaseKey?, ValueTask<IReadOnlyList<LeaseRecord>>> ask)
    {
        IReadOnlyList<LeaseRecord> page = [];
        do
        {
            page = await ask(page.Count == 0 ? null : page[^1].Key);
            found.AddRange(page);
        }
        while (page.Count == PageSize);
    }
}
