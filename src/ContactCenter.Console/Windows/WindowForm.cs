using System.Text.Json.Nodes;
using ContactCenter.Core.Settings;
using ContactCenter.Web.Serving;

namespace ContactCenter.Web.Windows;

/// <summary>A window or a mute as the API reads it.</summary>
internal static class WindowForm
{
    private static readonly char[] Separators = [',', '\n', '\r'];

    /// <summary>What was filled in; null: there is no end, or a time cannot be read.</summary>
    public static JsonObject? Body(Filled filled, PageReader reader)
    {
        var from = filled.Time("from", reader.Zone);
        if (filled.Time("until", reader.Zone) is not { } until || (from is null && filled.Text("from") is not null))
        {
            return null;
        }

        var body = Of(filled.Text("reason") ?? "", until, from);
        if (filled.Text("type") == "maintenance")
        {
            body["type"] = "maintenance";
            body["groups"] = Names(filled.Text("groups"));
            body["resources"] = Names(filled.Text("resources"));
            return body;
        }

        body["type"] = "mute";
        body["alarm"] = filled.Text("alarm");
        body["resource"] = filled.Text("resource");
        return Without(body);
    }

    /// <summary>One that is saved already, as if it were made anew: for what it hides.</summary>
    public static JsonObject Body(Setting setting)
    {
        var body = Of(setting.Reason, setting.Until ?? setting.From, setting.From);
        if (setting is PlannedWork work)
        {
            body["type"] = "maintenance";
            body["groups"] = new JsonArray([.. work.Groups.Select(static name => (JsonNode)name)]);
            body["resources"] = new JsonArray([.. work.Resources.Select(static name => (JsonNode)name)]);
            return body;
        }

        var mute = (Mute)setting;
        body["type"] = "mute";
        body["alarm"] = mute.Alarm;
        body["resource"] = mute.Resource;
        return Without(body);
    }

    private static JsonObject Of(string reason, DateTimeOffset until, DateTimeOffset? from)
    {
        var body = new JsonObject { ["reason"] = reason, ["until"] = Answers.Time(until) };
        if (from is { } begin)
        {
            body["from"] = Answers.Time(begin);
        }

        return body;
    }

    private static JsonArray Names(string? list) =>
    [
        .. (list ?? "").Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(static name => (JsonNode)name),
    ];

    /// <summary>What is not said is left out.</summary>
    private static JsonObject Without(JsonObject body)
    {
        foreach (var name in body.Where(static member => member.Value is null).Select(static member => member.Key).ToArray())
        {
            _ = body.Remove(name);
        }

        return body;
    }
}
