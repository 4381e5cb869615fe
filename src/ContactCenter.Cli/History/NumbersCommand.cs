using System.CommandLine;
using System.Globalization;
using ContactCenter.Cli.Incidents;
using ContactCenter.Core.Common;
using ContactCenter.Core.Contacts.Numbers;

namespace ContactCenter.Cli.History;

/// <summary><c>contactcenter history numbers</c>: the half hours of a queue or a routing profile.</summary>
internal static class NumbersCommand
{
    public static Command Create()
    {
        var queue = new Option<string?>("--queue") { Description = "Name of the queue." };
        var profile = new Option<string?>("--profile") { Description = "Name of the routing profile, in the place of a queue." };
        var channel = new Option<ContactChannel>("--channel")
        {
            Description = "voice, chat, task or email. Default: voice.",
            DefaultValueFactory = static _ => ContactChannel.Voice,
        };
        var from = new Option<string?>("--from") { Description = "First day (UTC), such as 2026-11-29. Default: today." };
        var to = new Option<string?>("--to") { Description = "Last day (UTC). Default: today." };
        var csv = new Option<bool>("--csv") { Description = "A table with a first line of names, for a spreadsheet." };
        var (config, endpoint, json) = StoredMemory.Common();
        var api = new ApiConnection();
        var command = new Command(
            "numbers",
            """
            Shows what happened in a queue, or how agents of a routing profile spent their time, by the half hour. A half hour of which
            nothing is known is shown as such, and never as nothing.

            Examples:
              contactcenter history numbers --queue Billing --config prod.json
              contactcenter history numbers --queue Billing --channel chat --from 2026-11-01 --to 2026-11-30 --csv --config prod.json
              contactcenter history numbers --profile Generalists --json --config prod.json | jq .numbers.idleSeconds
            """)
        {
            queue, profile, channel, from, to, csv, json, endpoint, config,
        };
        api.AddAddressTo(command);
        command.SetAction((parsed, cancellation) =>
        {
            var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
            var (first, last) = (Day(parsed.GetValue(from), today), Day(parsed.GetValue(to), today));
            var (its, profiles) = (parsed.GetValue(queue), parsed.GetValue(profile));
            if (first is not { } begin || last is not { } end || begin > end)
            {
                return StoredMemory.RefuseAsync("--from and --to are days such as 2026-11-29 in that order");
            }

            if (its is null == profiles is null || (parsed.GetValue(csv) && parsed.GetValue(json)))
            {
                return StoredMemory.RefuseAsync("expected either --queue or --profile, and at most one of --csv and --json");
            }

            var (start, over) = (Begin(begin), Begin(end.AddDays(1)));
            var now = TimeProvider.System.GetUtcNow();
            over = over < now ? over : HalfHours.Begin(now);
            var print = new NumbersPrint(parsed.GetValue(json), parsed.GetValue(csv), parsed.GetValue(channel), start, over);
            if (api.IsNamed(parsed))
            {
                return new HistoryByApi(api, parsed, parsed.GetValue(json)).NumbersAsync(its, profiles, begin, end, print, cancellation);
            }

            return StoredMemory.RunAsync(
                parsed.GetValue(config),
                parsed.GetValue(endpoint),
                async (memory, lines) =>
                {
                    if (its is not null)
                    {
                        print.Queue(its, await memory.Numbers.OfQueueAsync(its, start, over, cancellation), lines);
                    }
                    else
                    {
                        print.Profile(profiles!, await memory.Numbers.OfProfileAsync(profiles!, start, over, cancellation), lines);
                    }

                    return ExitCode.Done;
                },
                cancellation);
        });
        return command;
    }

    /// <summary>A day as the command line has it; nothing is a default, and what is no day is null.</summary>
    internal static DateOnly? Day(string? text, DateOnly otherwise) => text is null
        ? otherwise
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static DateTimeOffset Begin(DateOnly day) => new(day, TimeOnly.MinValue, TimeSpan.Zero);
}
