using System.Globalization;
using System.Text.Json;

namespace ContactCenter.Cli.Incidents;

/// <summary>What the API answers of incidents, in lines for people.</summary>
internal static class IncidentLines
{
    private static readonly JsonElement None = JsonElement.Parse("[]");

    /// <summary>A list, one line an incident.</summary>
    public static void List(JsonElement page)
    {
        var items = page.GetProperty("items");
        if (items.GetArrayLength() == 0)
        {
            Console.WriteLine(Say.NoIncidentOpen);
        }

        foreach (var incident in items.EnumerateArray())
        {
            Console.WriteLine(Line(incident));
        }

        if (page.TryGetProperty("unreadable", out var unreadable) && unreadable.GetInt32() is > 0 and var count)
        {
            Console.WriteLine(Say.MoreUnread($"{count}"));
        }

        if (ApiConnection.Text(page, "next") is { } next)
        {
            Console.WriteLine(Say.ThereAreMore(next));
        }
    }

    /// <summary>One incident with its newest events.</summary>
    public static void One(JsonElement incident)
    {
        Console.WriteLine(Line(incident));
        Member(incident, "description", static text => text);
        foreach (var reason in Items(incident, "reasons"))
        {
            Console.WriteLine(Say.Because(Core.Common.CleanText.Line(reason.GetString(), 500)));
        }

        Member(incident, "runbookUrl", Say.LabelRunbookOf);
        Member(incident, "pendingApproval", Say.WaitsForApproval);
        Member(incident, "mergedInto", Say.BecamePartOf);
        foreach (var role in Items(incident, "roles"))
        {
            Console.WriteLine($"  {ApiConnection.Text(role, "role")}: {ApiConnection.Text(role, "person")}");
        }

        foreach (var happened in Items(incident, "timeline"))
        {
            Console.WriteLine($"  {Time(happened, "at")}  {ApiConnection.Text(happened, "text")}");
        }

        if (incident.TryGetProperty("asksVerdict", out var asks) && asks.ValueKind == JsonValueKind.True)
        {
            Console.WriteLine(
                Say.PleaseJudge(ApiConnection.Text(incident, "id") ?? ""));
        }
    }

    private static string Line(JsonElement incident)
    {
        var taken = ApiConnection.Text(incident, "acknowledgedBy") is { } who ? $", {who}" : "";
        return $"{ApiConnection.Text(incident, "id"),-12} {ApiConnection.Text(incident, "severity")}  "
            + $"{Time(incident, "openedAt")}  {ApiConnection.Text(incident, "state")}{taken}  "
            + $"{ApiConnection.Text(incident, "subject")}: {ApiConnection.Text(incident, "symptom")}";
    }

    private static void Member(JsonElement incident, string name, Func<string, string> words)
    {
        if (ApiConnection.Text(incident, name) is { } text)
        {
            Console.WriteLine($"  {words(text)}");
        }
    }

    private static JsonElement.ArrayEnumerator Items(JsonElement json, string name) =>
        (json.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array ? list : None).EnumerateArray();

    private static string Time(JsonElement json, string name) =>
        json.TryGetProperty(name, out var at) && at.TryGetDateTimeOffset(out var time)
            ? time.UtcDateTime.ToString("yyyy-MM-dd HH:mm'Z'", CultureInfo.InvariantCulture)
            : "";
}
