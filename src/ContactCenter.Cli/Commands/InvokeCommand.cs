using System.CommandLine;
using System.Globalization;
using ContactCenter.Cli.Invoke;
using ContactCenter.Cli.Knowledge;
using ContactCenter.Core.Validation;
using ContactCenter.Embedded.Calls;
using ContactCenter.Embedded.Ports;
using ContactCenter.Functions.Contacts;
using ContactCenter.Functions.Incidents;
using ContactCenter.Language.Knowledge;

namespace ContactCenter.Cli.Commands;

/// <summary><c>contactcenter invoke</c>: what a function would answer, before it is deployed.</summary>
internal static class InvokeCommand
{
    private const string Explanation =
        """
        Runs a function on an event, with stores in memory, and prints what it would answer. Nothing leaves this machine.

        Examples:
          contactcenter invoke ClassifyContact call.json
          echo '{"Details":{"Parameters":{"topic":"card_lost"}}}' | contactcenter invoke RouteContact -
          contactcenter invoke RouteContact call.json --queues queues.json --at 2026-03-02T09:00:00Z
          contactcenter invoke CheckService call.json --alarm api-failures.json --log
          contactcenter invoke LookUpCustomer call.json --customer reply.json
          contactcenter invoke DeliverEffects --alarm api-failures.json
          contactcenter invoke AnswerSlack click.json --alarm api-failures.json --secret slack.json --at 2026-03-02T09:00:00Z

        An event is what the block "Invoke Lambda" sends; its parameters and the attributes of the contact are what matters:
          {"Details":{"Parameters":{"text":"I lost my card"},"ContactData":{"ContactId":"1","Channel":"VOICE","Attributes":{"segment":"gold"}}}}
        The state of queues is a file like:
          {"at":"2026-03-02T09:00:00Z","queues":[{"name":"General","waiting":12,"agentsStaffed":4,"agentsAvailable":0,"averageHandleSeconds":240}]}

        Messages and repairs are printed on standard error instead of being sent. AnswerLink, AnswerSlack and AnswerServiceNow check signatures
        against --secret, in the form of the deployed secret; without it the key is
        """ + " " + TestSecrets.Key + """


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
        var alarms = new Option<string[]>("--alarm")
        {
            Description = "File with an alarm that is red meanwhile, in any shape that CloudWatch sends; may stand several times."
        };
        var queues = new Option<string?>("--queues") { Description = "File with the state of the queues, as the collector leaves it." };
        var customer = new Option<string?>("--customer")
        {
            Description = "File with what the customer system replies, as JSON; without it no customer is known."
        };
        var secret = new Option<string?>("--secret") { Description = "File with the secret of the function, as Secrets Manager holds it." };
        var at = new Option<string?>("--at") { Description = "What time it is, such as 2026-03-02T09:00:00Z. Default: now." };
        var log = new Option<bool>("--log") { Description = "Print the log and the metrics of the function too, on standard error." };
        var command = new Command(
            "invoke",
            Explanation + string.Join(Environment.NewLine, EmbeddedFunction.All.Select(static one => $"  {one.Name,-22}{one.Purpose}")))
        {
            function, request, config, alarms, queues, customer, secret, at, log,
        };
        command.SetAction((parsed, cancellation) => RunAsync(
            parsed.GetValue(function)!,
            parsed.GetValue(request),
            parsed.GetValue(config),
            new InvokeCircumstances(
                parsed.GetValue(alarms) ?? [],
                parsed.GetValue(queues),
                parsed.GetValue(customer),
                parsed.GetValue(secret),
                parsed.GetValue(at)),
            parsed.GetValue(log),
            cancellation));
        return command;
    }

    private static async Task<int> RunAsync(
        string name, string? eventFile, string? config, InvokeCircumstances circumstances, bool isLogged, CancellationToken cancellation)
    {
        if (EmbeddedFunction.Untried.GetValueOrDefault(EmbeddedFunction.Plain(name)) is { } reason)
        {
            await Console.Error.WriteLineAsync($"{name} cannot be run here: {reason}");
            return ExitCode.Usage;
        }

        if (EmbeddedFunction.Find(name) is not { } function)
        {
            var names = EmbeddedFunction.All.Select(static one => one.Name).ToArray();
            await Console.Error
                .WriteLineAsync($"there is no function {name}{Suggestion.For(name, names)}; there are {string.Join(", ", names)}");
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

        KnowledgeBase? knowledge = null;
        if (function.Name == nameof(AnswerQuestionFunction.AnswerQuestion)
            && !KnowledgeSource.TryOpen(configuration.SelfService, config, out knowledge))
        {
            return ExitCode.Problems;
        }

        try
        {
            using var system = new InvokedSystem(
                configuration, clock, isLogged ? Console.Error : TextWriter.Null, Console.Error, knowledge);
            await circumstances.ApplyAsync(system, cancellation);
            var request = eventFile is not null ? (await InvokeInput.ReadAsync(eventFile, cancellation)).Checked().Bytes
                : function.Name == nameof(DeliverEffectsFunction.DeliverEffects)
                ? await StreamEvent.WaitingAsync(system.Outbox, cancellation)
                : EmptyEvent;
            Console.Out.WriteLine(await system.InvokeAsync(function, request));
            if (function.Name == nameof(DeliverEffectsFunction.DeliverEffects) && system.Effects.Count == 0)
            {
                await Console.Error
                    .WriteLineAsync("no effect was carried out: only those that an --alarm leaves are known on this machine");
            }

            return ExitCode.Done;
        }
        catch (InputException wrong)
        {
            await Console.Error.WriteLineAsync(wrong.Message);
            return ExitCode.Problems;
        }
#pragma warning disable CA1031 // a function may fail in any way, and whoever tries it out wants a line about it
        catch (Exception failure) when (failure is not OutOfMemoryException && !cancellation.IsCancellationRequested)
#pragma warning restore CA1031
        {
            await Console.Error.WriteLineAsync($"{function.Name}: {failure.Message.ReplaceLineEndings(" ")}");
            return ExitCode.Problems;
        }
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
