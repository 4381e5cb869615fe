using System.CommandLine;
using System.Globalization;
using ContactCenter.Cli.Invoke;
using ContactCenter.Cli.Knowledge;
using ContactCenter.Embedded.Calls;
using ContactCenter.Embedded.Ports;
using ContactCenter.Functions.Contacts;
using ContactCenter.Functions.Contacts.Dialogues;
using ContactCenter.Functions.Incidents;
using ContactCenter.Language.Knowledge;

namespace ContactCenter.Cli.Commands;

/// <summary><c>contactcenter invoke</c>: what a function would answer, before it is deployed.</summary>
internal static class InvokeCommand
{
    private static readonly byte[] EmptyEvent = "{}"u8.ToArray();

    public static Command Create()
    {
        var function = new Argument<string>("function") { Description = Say.ArgumentFunction };
        var request = new Argument<string?>("event")
        {
            Arity = ArgumentArity.ZeroOrOne,
            Description = Say.ArgumentEvent,
        };
        var config = Settings.Option();
        var alarms = new Option<string[]>("--alarm")
        {
            Description = Say.OptionRedAlarm
        };
        var queues = new Option<string?>("--queues") { Description = Say.OptionQueues };
        var customer = new Option<string?>("--customer")
        {
            Description = Say.OptionCustomer
        };
        var answer = new Option<string?>("--function-answer") { Description = Say.OptionFunctionAnswer };
        var secret = new Option<string?>("--secret") { Description = Say.OptionSecret };
        var at = new Option<string?>("--at") { Description = Say.OptionAt };
        var log = new Option<bool>("--log") { Description = Say.OptionLog };
        var command = new Command(
            "invoke",
            Say.HelpInvoke(TestSecrets.Key, string.Join(
                '\n', EmbeddedFunction.All.Select(static one => $"  {one.Name,-22}{Spoken.Now.Purpose(one.Purpose)}"))))
        {
            function, request, config, alarms, queues, customer, answer, secret, at, log,
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
                parsed.GetValue(at),
                parsed.GetValue(answer)),
            parsed.GetValue(log),
            cancellation));
        return command;
    }

    private static async Task<int> RunAsync(
        string name, string? eventFile, string? config, InvokeCircumstances circumstances, bool isLogged, CancellationToken cancellation)
    {
        if (EmbeddedFunction.Untried.GetValueOrDefault(EmbeddedFunction.Plain(name)) is { } reason)
        {
            await Console.Error.WriteLineAsync(Say.CannotBeRun(name, Spoken.Now.Purpose(reason)));
            return ExitCode.Usage;
        }

        if (EmbeddedFunction.Find(name) is not { } function)
        {
            var names = EmbeddedFunction.All.Select(static one => one.Name).ToArray();
            await Console.Error
                .WriteLineAsync(Say.NoFunction(name, Meant.Of(name, names), string.Join(", ", names)));
            return ExitCode.Usage;
        }

        if (!TryReadTime(circumstances.At, out var clock))
        {
            await Console.Error.WriteLineAsync(Say.AtWrong($"{circumstances.At}"));
            return ExitCode.Usage;
        }

        if (Settings.Load(config, Console.Error) is not { } configuration)
        {
            return ExitCode.Problems;
        }

        KnowledgeBase? knowledge = null;
        if (function.Name is nameof(AnswerQuestionFunction.AnswerQuestion) or nameof(ContinueDialogueFunction.ContinueDialogue)
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
                    .WriteLineAsync(Say.NoEffect);
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
