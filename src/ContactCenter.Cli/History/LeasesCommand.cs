using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using ContactCenter.Cli.Incidents;
using ContactCenter.Core.Incidents.History;
using ContactCenter.Core.Remediation.Ended;

namespace ContactCenter.Cli.History;

/// <summary><c>contactcenter history leases</c>: what repairs held for how long, what that cost and saved, and whether it helped.</summary>
internal static class LeasesCommand
{
    /// <summary>Most leases that are shown of a month or a resource.</summary>
    private const int PageSize = 1000;

    public static Command Create()
    {
        var from = new Option<string?>("--from") { Description = Say.OptionLeasesFrom };
        var to = new Option<string?>("--to") { Description = Say.OptionLeasesTo };
        var resource = new Option<string?>("--resource") { Description = Say.OptionLeasesOf };
        var (config, endpoint, json) = StoredMemory.Common();
        var api = new ApiConnection();
        var command = new Command(
            "leases",
            Say.HelpHistoryLeases)
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
                return StoredMemory.RefuseAsync(Say.MonthsWrong($"{HistorySearch.MaximumMonths}"));
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
                        await Console.Error.WriteLineAsync(Say.NoLeaseRemembered);
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
