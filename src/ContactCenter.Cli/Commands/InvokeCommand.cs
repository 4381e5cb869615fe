using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using ContactCenter.Cli.Invoke;
using ContactCenter.Core.Configuration;

namespace ContactCenter.Cli.Commands;

/// <summary><c>contactcenter invoke</c>: what a function would answer, before it is deployed.</summary>
internal static class InvokeCommand
{
    /// <summary>Lambda takes events of up to 6 MB (developer guide, quotas).</summary>
    private const int MostBytes = 6 * 1024 * 1024;

    private const string Explanation =
        """
        Runs a function on an event, with stores in memory, and prints what it would answer. Nothing leaves this machine.

        Examples:
          contactcenter invoke ClassifyContact call.json
          echo '{"Details":{"Parameters":{"topic":"card_lost"}}}' | contactcenter invoke RouteContact -
          contactcenter invoke RouteContact call.json --queues queues.json --at 2026-03-02T09:00:00Z
          contactcenter invoke CheckService call.json --alarm api-failures.json --log
          contactcenter invoke LookUpCustomer call.json --customer reply.json

        An event is what the block "Invoke Lambda" sends; its parameters and the attributes of the contact are what matters:
          {"Details":{"Parameters":{"text":"I lost my card"},"ContactData":{"ContactId":"1","Channel":"VOICE","Attributes":{"segment":"gold"}}}}
        The state of queues is a file like:
          {"at":"2026-03-02T09:00:00Z","queues":[{"name":"General","waiting":12,"agentsStaffed":4,"agentsAvailable":0,"averageHandleSeconds":240}]}

        Functions:

        """;

    private static readonly byte[] EmptyEvent = "{}"u8.ToArray();

    public static Command Create()
    {
        var function = new Argument<string>("function") { Description = "Name of the function." };
        var request = new Argument<string?>("event")
        {
            Arity = ArgumentArity.ZeroOrOne,
            Description = "File with the event as JSON, or - for standard input; without it an event that says nothing.",
        };
        var config = Settings.Option();
        var alarms = new Option<string[]>("--alarm") { Description = "File with an alarm that is red meanwhile, in any shape that CloudWatch sends; may stand several times." };
        var queues = new Option<string?>("--queues") { Description = "File with the state of the queues, as the collector leaves it." };
        var customer = new Option<string?>("--customer") { Description = "File with what the customer system replies, as JSON; without it no customer is known." };
        var at = new Option<string?>("--at") { Description = "What time it is, such as 2026-03-02T09:00:00Z. Default: now." };
        var log = new Option<bool>("--log") { Description = "Print the log and the metrics of the function too, on standard error." };
        var command = new Command(
            "invoke",
            Explanation + string.Join(Environment.NewLine, EmbeddedFunction.All.Select(static one => $"  {one.Name,-18}{one.Purpose}")))
        {
            function, request, config, alarms, queues, customer, at, log,
        };
        command.SetAction((parsed, cancellation) => RunAsync(
            parsed.GetValue(function)!,
            parsed.GetValue(request),
            parsed.GetValue(config),
            new InvokeCircumstances(parsed.GetValue(alarms) ?? [], parsed.GetValue(queues), parsed.GetValue(customer), parsed.GetValue(at)),
            parsed.GetValue(log),
            cancellation));
        return command;
    }

    private static async Task<int> RunAsync(
        string name, string? eventFile, string? config, InvokeCircumstances circumstances, bool isLogged, CancellationToken cancellation)
    {
        if (EmbeddedFunction.Find(name) is not { } function)
        {
            var names = EmbeddedFunction.All.Select(static one => one.Name).ToArray();
            await Console.Error.WriteLineAsync($"there is no function {name}{Suggestion.For(name, names)}; there are {string.Join(", ", names)}");
            return ExitCode.Usage;
        }

        if (!TryReadTime(circumstances.At, out var clock))
        {
            await Console.Error.WriteLineAsync($"--at {circumstances.At}: expected a time such as 2026-03-02T09:00:00Z");
            return ExitCode.Usage;
        }

        if (Settings.Load(config, Console.Error) is not { } configuration)
        {
            return ExitCode.Problems;
        }

        using var system = new EmbeddedSystem(configuration, clock, isLogged ? Console.Error : TextWriter.Null);
        try
        {
            await circumstances.ApplyAsync(system, cancellation);
            var request = eventFile is null ? EmptyEvent : await ReadAsync(eventFile, cancellation);
            using (JsonDocument.Parse(request))
            {
                // a function takes anything, but whoever tries it out wants to know of a slip
            }

            Console.Out.WriteLine(await system.InvokeAsync(function, request));
            return ExitCode.Done;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or JsonException or ArgumentException)
        {
            await Console.Error.WriteLineAsync($"{function.Name}: {failure.Message}");
            return ExitCode.Problems;
        }
    }

    internal static async Task<byte[]> ReadAsync(string file, CancellationToken cancellation)
    {
        await using var stream = file == "-" ? Console.OpenStandardInput() : File.OpenRead(file);
        using var copy = new MemoryStream();
        var buffer = new byte[81920];
        while (await stream.ReadAsync(buffer, cancellation) is > 0 and var read)
        {
            copy.Write(buffer, 0, read);
            if (copy.Length > MostBytes)
            {
                throw new IOException($"{file} has more than {MostBytes} bytes, which Lambda does not take");
            }
        }

        return copy.ToArray();
    }

    private static bool TryReadTime(string? text, out TimeProvider clock)
    {
        clock = TimeProvider.System;
        if (text is null)
        {
            return true;
        }

        var isTime = DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at);
        clock = new ShiftedClock(at);
        return isTime;
    }
}
