using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using ContactCenter.Core.Contacts.Privacy;

namespace ContactCenter.Cli.Privacy;

/// <summary><c>contactcenter privacy</c>: what a deployment keeps of one customer, and how it is erased.</summary>
internal static class PrivacyCommand
{
    public static Command Create() => new(
        "privacy",
        Say.HelpPrivacy)
    {
        CreateExport(), CreateErase(),
    };

    private static Command CreateExport()
    {
        var ask = new AskedCustomer();
        var command = new Command("export", Say.HelpPrivacyExport);
        ask.AddTo(command);
        command.SetAction((parsed, cancellation) => ask.RunAsync(
            parsed,
            async found =>
            {
                var traces = await found.Desk.FindAsync(found.Search, cancellation).ToListAsync(cancellation);
                Console.WriteLine(JsonSerializer.Serialize(
                    new PrivacyExport(found.Now, [.. traces.Select(ExportedTrace.Of)], [.. found.Remaining]),
                    PrivacyJson.Default.PrivacyExport));
                return ExitCode.Done;
            },
            cancellation));
        return command;
    }

    private static Command CreateErase()
    {
        var ask = new AskedCustomer();
        var yes = new Option<bool>("--yes") { Description = Say.OptionEraseAtOnce };
        var json = new Option<bool>("--json") { Description = Say.OptionJsonReceipt };
        var command = new Command("erase", Say.HelpPrivacyErase) { yes, json };
        ask.AddTo(command);
        command.SetAction((parsed, cancellation) => ask.RunAsync(
            parsed,
            async found =>
            {
                if (!parsed.GetValue(yes) && !await IsMeantAsync(found.Search.Customer.Name, cancellation))
                {
                    await Console.Error.WriteLineAsync(Say.NothingErased);
                    return ExitCode.Problems;
                }

                var receipt = await found.Desk.EraseAsync(found.Search, found.Now, found.Remaining, cancellation);
                string[] lines = parsed.GetValue(json)
                    ? [JsonSerializer.Serialize(receipt, PrivacyJson.Default.PrivacyReceipt)]
                    : [.. Lines(receipt)];
                Array.ForEach(lines, Console.WriteLine);
                return receipt.NotErased.IsEmpty ? ExitCode.Done : ExitCode.Problems;
            },
            cancellation));
        return command;
    }

    /// <summary>Asks on standard error, so that a receipt can be sent into a file.</summary>
    private static async Task<bool> IsMeantAsync(string customer, CancellationToken cancellation)
    {
        await Console.Error.WriteAsync($"{Say.EraseAsks} ");
        return (await Console.In.ReadLineAsync(cancellation))?.Trim() == customer;
    }

    private static IEnumerable<string> Lines(PrivacyReceipt receipt)
    {
        if (receipt.Erased.IsEmpty && receipt.NotErased.IsEmpty)
        {
            yield return Say.NothingToErase;
        }

        foreach (var (place, count) in receipt.Erased)
        {
            yield return Say.ErasedAt(Spoken.Now.Place(place), $"{count}");
        }

        foreach (var (place, count) in receipt.NotErased)
        {
            yield return Say.NotErasedAt(Spoken.Now.Place(place), $"{count}");
        }

        foreach (var (place, why, until) in receipt.Remaining)
        {
            yield return until is { } end
                ? Say.RemainsUntil(Spoken.Now.Place(place), Spoken.Now.Place(why), end.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))
                : Say.RemainsAt(Spoken.Now.Place(place), Spoken.Now.Place(why));
        }
    }
}

/// <summary>What is kept of a customer.</summary>
/// <param name="At">When it was looked for.</param>
/// <param name="Found">What was found.</param>
/// <param name="NotSearched">Where else something may be, which is not searched.</param>
internal sealed record PrivacyExport(
    DateTimeOffset At, ImmutableArray<ExportedTrace> Found, ImmutableArray<RemainingPlace> NotSearched);

/// <summary>One thing that is kept.</summary>
/// <param name="Place">Where.</param>
/// <param name="Key">Which item or object.</param>
/// <param name="Content">What it says; of a text the lines in which they stand.</param>
internal sealed record ExportedTrace(string Place, string Key, JsonNode? Content)
{
    /// <summary>An item as the JSON that it is, a text as a string.</summary>
    public static ExportedTrace Of(CustomerTrace trace) => new(
        trace.Place,
        trace.Key,
        trace.Place == PrivacyPlaces.Texts ? JsonValue.Create(trace.Content) : JsonNode.Parse(trace.Content));
}
