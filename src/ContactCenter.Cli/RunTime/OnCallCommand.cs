using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using ContactCenter.Cli.Incidents;

namespace ContactCenter.Cli.RunTime;

/// <summary><c>contactcenter oncall</c>: who is on call, taking over, and swapping turns.</summary>
internal static class OnCallCommand
{
    public static Command Create() => new(
        "oncall",
        $"""
        Shows who is on call in a deployment, lets somebody take over for a while, or lets two swap their turns, by the API of the
        deployment.

        {ApiConnection.Exit}

        Examples:
          contactcenter oncall show
          contactcenter oncall take engineers "Tom Lee" --until 8h --reason "Ann is ill"
          contactcenter oncall swap engineers "Ann Weber" "Tom Lee" --until 2w --reason "holiday" --preview
        """)
    {
        CreateShow(),
        CreateTake(),
        CreateSwap(),
        Deciding.List("list", "Lists takeovers and swaps that are not over.", "onCall"),
        Deciding.Extend(
            """
            Gives a takeover or swap another end.

            Example:
              contactcenter oncall extend onCall-3 --until 18:00 --reason "still ill"
            """),
        Deciding.End(
            "end",
            """
            Ends a takeover or swap before its time: the file holds again.

            Example:
              contactcenter oncall end onCall-3 --reason "Ann is back"
            """),
    };

    private static Argument<string> Schedule() => new("schedule") { Description = "Name of the on-call schedule in the file." };

    private static Argument<string> Person(string name) => new(name) { Description = "Name of a participant of the schedule." };

    private static Command CreateShow()
    {
        var schedule = new Option<string?>("--schedule") { Description = "Only by this schedule." };
        var days = new Option<int>("--days") { Description = "For so many days, 1 to 31.", DefaultValueFactory = static _ => 7 };
        var at = Moment.Option("--at", "From when on; now where nothing is said.");
        return Deciding.Finish(
            new Command(
                "show",
                """
                Shows who is on call now and next, and in whose place.

                Example:
                  contactcenter oncall show --schedule engineers --days 14
                """)
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
            """
            Lets somebody take over from whoever is on call, for a while.

            Examples:
              contactcenter oncall take engineers "Tom Lee" --until 8h --reason "Ann is ill"
              contactcenter oncall take engineers "Tom Lee" --from 18:00 --until "2026-12-01 08:00" --reason "party" --preview
            """,
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
            """
            Lets two take each other's turns, for a while.

            Example:
              contactcenter oncall swap engineers "Ann Weber" "Tom Lee" --until 2w --reason "holiday"
            """,
            [schedule, first, second],
            parsed => new JsonObject
            {
                ["type"] = "swap",
                ["schedule"] = parsed.GetValue(schedule),
                ["first"] = parsed.GetValue(first),
                ["second"] = parsed.GetValue(second),
            });
    }
}
