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
        """
        Finds one customer in everything that a deployment keeps, exports it, and erases it. Both tables are scanned and the texts of the
        models bucket read. Credentials are those of the environment, as for the AWS CLI.

        Contacts of the last seven days are found by the customer; what was kept of older ones stands under the ids of contacts, which
        Amazon Connect knows (contact search): name each by --contact.

        Examples:
          contactcenter privacy export "+49 30 1234567" --bucket BUCKET --config prod.json
          contactcenter privacy erase "+49 30 1234567" --contact 01234567-89ab-4cde-8f01-23456789abcd --bucket BUCKET --config prod.json
          contactcenter privacy erase "+49 30 1234567" --standby --config prod.json
          contactcenter privacy erase id:4711-0815 --yes --json --bucket BUCKET --config prod.json
        """)
    {
        CreateExport(), CreateErase(),
    };

    private static Command CreateExport()
    {
        var ask = new AskedCustomer();
        var command = new Command("export", "Prints what is kept of a customer as one JSON document.");
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
        var yes = new Option<bool>("--yes") { Description = "Erases without asking." };
        var json = new Option<bool>("--json") { Description = "The receipt as one JSON document." };
        var command = new Command(
            "erase",
            "Deletes what is theirs alone, takes them out of every other text, and prints a receipt: what was erased, what cannot be, and "
                + "when that ends. Erasing twice is harmless. Exit code 1: something was found that had to stay as it is.")
        {
            yes, json,
        };
        ask.AddTo(command);
        command.SetAction((parsed, cancellation) => ask.RunAsync(
            parsed,
            async found =>
            {
                if (!parsed.GetValue(yes) && !await IsMeantAsync(found.Search.Customer.Name, cancellation))
                {
                    await Console.Error.WriteLineAsync("nothing was erased");
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
        await Console.Error.WriteAsync("It cannot be brought back. Type the customer once more to erase: ");
        return (await Console.In.ReadLineAsync(cancellation))?.Trim() == customer;
    }

    private static IEnumerable<string> Lines(PrivacyReceipt receipt)
    {
        if (receipt.Erased.IsEmpty && receipt.NotErased.IsEmpty)
        {
            yield return "nothing was kept that can be erased";
        }

        foreach (var (place, count) in receipt.Erased)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"erased        {place}: {count}");
        }

        foreach (var (place, count) in receipt.NotErased)
        {
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"not erased    {place}: {count}, which could not be read any more without them; export shows which");
        }

        foreach (var (place, why, until) in receipt.Remaining)
        {
            yield return $"not erased    {place}: {why}"
                + (until is { } end ? string.Create(CultureInfo.InvariantCulture, $"; gone by {end:yyyy-MM-dd}") : "");
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
