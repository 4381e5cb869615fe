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
        var queue = new Option<string?>("--queue") { Description = Say.OptionNumbersQueue };
        var profile = new Option<string?>("--profile") { Description = Say.OptionNumbersProfile };
        var channel = new Option<ContactChannel>("--channel")
        {
            Description = Say.OptionNumbersChannel,
            DefaultValueFactory = static _ => ContactChannel.Voice,
        };
        var from = new Option<string?>("--from") { Description = Say.OptionNumbersFrom };
        var to = new Option<string?>("--to") { Description = Say.OptionNumbersTo };
        var csv = new Option<bool>("--csv") { Description = Say.OptionCsv };
        var (config, endpoint, json) = StoredMemory.Common();
        var api = new ApiConnection();
        var command = new Command(
            "numbers",
            Say.HelpHistoryNumbers)
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
                return StoredMemory.RefuseAsync(Say.DaysInOrder);
            }

            if (its is null == profiles is null || (parsed.GetValue(csv) && parsed.GetValue(json)))
            {
                return StoredMemory.RefuseAsync(Say.NumbersOfWhat);
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
