using System.CommandLine;
using System.Text.Json.Nodes;
using ContactCenter.Cli.Incidents;

namespace ContactCenter.Cli.RunTime;

/// <summary><c>contactcenter maintenance</c> and <c>contactcenter mute</c>: what is not told for a while.</summary>
internal static class MaintenanceCommand
{
    public static Command Create() => new(
        "maintenance",
        $"""
        Sets windows of planned work in a deployment, by its API: notifications about what the work touches are held, and told afterwards if
        anything is still red. A responder sets them for a day at most.

        {ApiConnection.Exit}

        Examples:
          contactcenter maintenance add --group queue --resource Billing --from 22:00 --until 6h --reason "new telephony" --preview
          contactcenter maintenance list
          contactcenter maintenance end maintenance-4 --reason "done early"
        """)
    {
        Deciding.List("list", "Lists planned work that is not over.", "maintenance"),
        CreateAdd(),
        Deciding.Extend(
            """
            Gives planned work another end.

            Example:
              contactcenter maintenance extend maintenance-4 --until 2h --reason "takes longer"
            """),
        Deciding.End(
            "end",
            """
            Ends planned work before its time: what is still red is told within a minute.

            Example:
              contactcenter maintenance end maintenance-4 --reason "done early"
            """),
    };

    public static Command CreateMute() => new(
        "mute",
        $"""
        Mutes an alarm, a resource, or an alarm of a resource for a while in a deployment, by its API. Notifications are held, also when
        it gets worse, so look at --preview first. A responder mutes for a day at most.

        {ApiConnection.Exit}

        Examples:
          contactcenter mute add queue-wait-time --resource Billing --until 2h --reason "known, being worked on" --preview
          contactcenter mute list
          contactcenter mute end mutes-7 --reason "it is real"
        """)
    {
        Deciding.List("list", "Lists mutes that are not over.", "mutes"),
        CreateMuteAdd(),
        Deciding.Extend(
            """
            Gives a mute another end.

            Example:
              contactcenter mute extend mutes-7 --until 18:00 --reason "still being worked on"
            """),
        Deciding.End(
            "end",
            """
            Ends a mute before its time: what is still red is told within a minute.

            Example:
              contactcenter mute end mutes-7 --reason "it is real"
            """),
    };

    private static Command CreateAdd()
    {
        var groups = new Option<string[]>("--group") { Description = "Group of the alarm catalog; may be given several times." };
        var resources = new Option<string[]>("--resource")
        {
            Description = "Queue, function, table … that it touches; may be given several times.",
        };
        return Deciding.Make(
            "add",
            """
            Sets a window of planned work. What it touches has one of the groups and one of the resources.

            Example:
              contactcenter maintenance add --group queue --resource Billing --from 22:00 --until 6h --reason "new telephony" --preview
            """,
            [groups, resources],
            parsed => new JsonObject
            {
                ["type"] = "maintenance",
                ["groups"] = List(parsed.GetValue(groups)),
                ["resources"] = List(parsed.GetValue(resources)),
            });
    }

    private static Command CreateMuteAdd()
    {
        var alarm = new Argument<string?>("alarm")
        {
            Description = "The alarm by its id in the catalog or by its whole name; every alarm of the resource where none is named.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var resource = new Option<string?>("--resource") { Description = "The queue, function, table …" };
        var command = Deciding.Make(
            "add",
            """
            Mutes an alarm, a resource, or an alarm of a resource for a while.

            Examples:
              contactcenter mute add queue-wait-time --resource Billing --until 2h --reason "known, being worked on" --preview
              contactcenter mute add --resource Billing --until 18:00 --reason "moves to another floor"
            """,
            [alarm, resource],
            parsed => new JsonObject { ["type"] = "mute", ["alarm"] = parsed.GetValue(alarm), ["resource"] = parsed.GetValue(resource) });
        command.Validators.Add(result =>
        {
            if (result.GetValue(alarm) is null && result.GetValue(resource) is null)
            {
                result.AddError("Nothing is named: expected an alarm, --resource or both.");
            }
        });
        return command;
    }

    private static JsonArray List(string[]? names) => [.. (names ?? []).Select(static name => (JsonNode)name)];
}
