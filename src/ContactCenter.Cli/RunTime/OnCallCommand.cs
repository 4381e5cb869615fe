using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using ContactCenter.Cli.Incidents;
using ContactCenter.Core.Common;

namespace ContactCenter.Cli.RunTime;

/// <summary><c>contactcenter oncall</c>: who is on call, taking over, and swapping turns.</summary>
internal static class OnCallCommand
{
    /// <summary>A paragraph has ten lines at most.</summary>
    private const int MaximumParagraph = 4000;

    public static Command Create() => new("oncall", Say.HelpOnCall(ApiConnection.Exit))
    {
        CreateShow(),
        CreateTake(),
        CreateSwap(),
        CreateHandOver(),
        Deciding.List("list", Say.ListOnCall, "onCall"),
        Deciding.Extend(Say.HelpOnCallExtend),
        Deciding.End("end", Say.HelpOnCallEnd),
    };

    private static Argument<string> Schedule() => new("schedule") { Description = Say.ArgumentSchedule };

    private static Argument<string> Person(string name) => new(name) { Description = Say.ArgumentParticipant };

    private static Command CreateShow()
    {
        var schedule = new Option<string?>("--schedule") { Description = Say.OptionSchedule };
        var days = new Option<int>("--days") { Description = Say.OptionOnCallDays, DefaultValueFactory = static _ => 7 };
        var at = Moment.Option("--at", Say.OptionOnCallAt);
        return Deciding.Finish(
            new Command("show", Say.HelpOnCallShow)
            {
                schedule, days, at,
            },
            (parsed, connection, lines, cancellation) => connection.RunAsync(
                parsed,
                HttpMethod.Get,
                Deciding.Path(
                    "/on-call",
                    ("schedule", parsed.GetValue(schedule)),
                    ("days", parsed.GetValue(days).ToString(CultureInfo.InvariantCulture)),
                    ("at", parsed.GetValue(at) is { } from ? Moment.Write(from) : null)),
                body: null,
                lines.OnCall,
                cancellation));
    }

    private static Command CreateTake()
    {
        var (schedule, person) = (Schedule(), Person("person"));
        return Deciding.Make(
            "take",
            Say.HelpOnCallTake,
            [schedule, person],
            parsed => new JsonObject
            {
                ["type"] = "takeover",
                ["schedule"] = parsed.GetValue(schedule),
                ["participant"] = parsed.GetValue(person),
            });
    }

    private static Command CreateSwap()
    {
        var (schedule, first, second) = (Schedule(), Person("first"), Person("second"));
        return Deciding.Make(
            "swap",
            Say.HelpOnCallSwap,
            [schedule, first, second],
            parsed => new JsonObject
            {
                ["type"] = "swap",
                ["schedule"] = parsed.GetValue(schedule),
                ["first"] = parsed.GetValue(first),
                ["second"] = parsed.GetValue(second),
            });
    }

    private static Command CreateHandOver()
    {
        var schedule = Schedule();
        return Deciding.Finish(
            new Command("hand-over", Say.HelpOnCallHandOver)
            {
                schedule,
            },
            (parsed, connection, _, cancellation) => connection.RunAsync(
                parsed,
                HttpMethod.Get,
                Deciding.Path(
                    $"/hand-over/{Uri.EscapeDataString(parsed.GetValue(schedule)!)}",
                    ("language", Spoken.Now.Language),
                    ("timeZone", TimeZoneInfo.Local.HasIanaId ? TimeZoneInfo.Local.Id : null)),
                body: null,
                static answer =>
                {
                    Console.WriteLine(ApiConnection.Text(answer, "subject"));
                    foreach (var paragraph in answer.GetProperty("paragraphs").EnumerateArray())
                    {
                        Console.WriteLine();
                        Console.WriteLine(CleanText.Paragraphs(paragraph.GetString(), MaximumParagraph));
                    }
                },
                cancellation));
    }
}
