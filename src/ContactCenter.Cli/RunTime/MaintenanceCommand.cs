using System.CommandLine;
using System.Text.Json.Nodes;
using ContactCenter.Cli.Incidents;

namespace ContactCenter.Cli.RunTime;

/// <summary><c>contactcenter maintenance</c> and <c>contactcenter mute</c>: what is not told for a while.</summary>
internal static class MaintenanceCommand
{
    public static Command Create() => new("maintenance", Say.HelpMaintenance(ApiConnection.Exit))
    {
        Deciding.List("list", Say.ListMaintenance, "maintenance"),
        CreateAdd(),
        Deciding.Extend(Say.HelpMaintenanceExtend),
        Deciding.End("end", Say.HelpMaintenanceEnd),
    };

    public static Command CreateMute() => new("mute", Say.HelpMute(ApiConnection.Exit))
    {
        Deciding.List("list", Say.ListMutes, "mutes"),
        CreateMuteAdd(),
        Deciding.Extend(Say.HelpMuteExtend),
        Deciding.End("end", Say.HelpMuteEnd),
    };

    private static Command CreateAdd()
    {
        var groups = new Option<string[]>("--group") { Description = Say.OptionGroup };
        var resources = new Option<string[]>("--resource")
        {
            Description = Say.OptionTouched,
        };
        return Deciding.Make(
            "add",
            Say.HelpMaintenanceAdd,
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
            Description = Say.ArgumentMuted,
            Arity = ArgumentArity.ZeroOrOne,
        };
        var resource = new Option<string?>("--resource") { Description = Say.OptionMutedResource };
        var command = Deciding.Make(
            "add",
            Say.HelpMuteAdd,
            [alarm, resource],
            parsed => new JsonObject { ["type"] = "mute", ["alarm"] = parsed.GetValue(alarm), ["resource"] = parsed.GetValue(resource) });
        command.Validators.Add(result =>
        {
            if (result.GetValue(alarm) is null && result.GetValue(resource) is null)
            {
                result.AddError(Say.NothingToMute);
            }
        });
        return command;
    }

    private static JsonArray List(string[]? names) => [.. (names ?? []).Select(static name => (JsonNode)name)];
}
