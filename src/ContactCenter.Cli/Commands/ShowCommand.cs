using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using ContactCenter.Cli.Invoke;
using ContactCenter.Cli.Show;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Incidents;

namespace ContactCenter.Cli.Commands;

/// <summary><c>contactcenter show</c>: what people and tools would read of an alarm.</summary>
internal static class ShowCommand
{
    /// <summary>The note at the end of a turn on call, in the place of a channel.</summary>
    private const string HandOver = "hand-over";

    private static readonly Channel[] Channels =
        [
            Channel.Slack, Channel.Teams, Channel.Sms, Channel.Email, Channel.ServiceNow, Channel.Webhook, Channel.Call,
            Channel.PagerDuty, Channel.Jira,
        ];

    private static readonly Occasion[] Occasions =
        [Occasion.Opened, Occasion.Raised, Occasion.Reminder, Occasion.Escalated, Occasion.Mitigated, Occasion.Resolved];

    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Command Create()
    {
        var channel = new Argument<string>("channel") { Description = Say.ArgumentChannel };
        channel.AcceptOnlyFromAmong([.. Channels.Select(Name), HandOver]);
        var alarm = new Option<string>("--alarm")
        {
            Required = true,
            Description = Say.OptionAlarmFile,
        };
        var occasion = new Option<string>("--occasion")
        {
            Description = Say.OptionOccasion,
            DefaultValueFactory = _ => ShownPayload.Word(Occasion.Opened),
        };
        occasion.AcceptOnlyFromAmong([.. Occasions.Select(ShownPayload.Word)]);
        var json = new Option<bool>("--json") { Description = Say.OptionJsonSent };
        var config = Settings.Option();
        var command = new Command(
            "show",
            Say.HelpShow)
        {
            channel, alarm, occasion, json, config,
        };
        command.SetAction((parsed, cancellation) => parsed.GetValue(channel) == HandOver
            ? HandOverAsync(parsed.GetValue(alarm)!, parsed.GetValue(json), parsed.GetValue(config), cancellation)
            : RunAsync(
            Channels.First(one => Name(one) == parsed.GetValue(channel)),
            Occasions.First(one => ShownPayload.Word(one) == parsed.GetValue(occasion)),
            parsed.GetValue(alarm)!,
            parsed.GetValue(json),
            parsed.GetValue(config),
            cancellation));
        return command;
    }

    private static string Name(Channel channel) => channel.ToString().ToLowerInvariant();

    private static async Task<int> RunAsync(
        Channel channel, Occasion occasion, string alarm, bool isJson, string? config, CancellationToken cancellation)
    {
        if (Settings.Load(config, Console.Error) is not { } configuration)
        {
            return ExitCode.Problems;
        }

        IReadOnlyList<ShownMessage> messages;
        try
        {
            var input = (await InvokeInput.ReadAsync(alarm, cancellation)).Checked();
            messages = await new ShowRun(configuration, channel, occasion).FindAsync(input, TimeProvider.System.GetUtcNow());
        }
        catch (InputException wrong)
        {
            await Console.Error.WriteLineAsync(wrong.Message);
            return ExitCode.Problems;
        }

        foreach (var (i, message) in messages.Index())
        {
            if (isJson)
            {
                Console.Out.WriteLine(ShownPayload.Described(message).ToJsonString(Relaxed));
                continue;
            }

            if (i > 0)
            {
                Console.Out.WriteLine();
            }

            foreach (var line in ShownView.Lines(message))
            {
                Console.Out.WriteLine(line);
            }
        }

        return messages.All(static message => message.Refusal is null) ? ExitCode.Done : ExitCode.Problems;
    }

    private static async Task<int> HandOverAsync(string alarm, bool isJson, string? config, CancellationToken cancellation)
    {
        if (Settings.Load(config, Console.Error) is not { } configuration)
        {
            return ExitCode.Problems;
        }

        try
        {
            var input = (await InvokeInput.ReadAsync(alarm, cancellation)).Checked();
            var notes = await new ShownHandOver(configuration).FindAsync(input, TimeProvider.System.GetUtcNow(), cancellation);
            foreach (var (i, note) in notes.Index())
            {
                if (!isJson && i > 0)
                {
                    Console.Out.WriteLine();
                }

                foreach (var line in isJson ? [note.Json().ToJsonString(Relaxed)] : note.Lines())
                {
                    Console.Out.WriteLine(line);
                }
            }

            return ExitCode.Done;
        }
        catch (InputException wrong)
        {
            await Console.Error.WriteLineAsync(wrong.Message);
            return ExitCode.Problems;
        }
    }
}
