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
            Console.WriteLine("No incident is open.");
        }

        foreach (var incident in items.EnumerateArray())
        {
            Console.WriteLine(Line(incident));
        }

        if (page.TryGetProperty("unreadable", out var unreadable) && unreadable.GetInt32() is > 0 and var count)
        {
            Console.WriteLine($"{count} more cannot be read.");
        }

        if (ApiConnection.Text(page, "next") is { } next)
        {
            Console.WriteLine($"There are more: --after {next}");
        }
    }

    /// <summary>One incident with its newest events.</summary>
    public static void One(JsonElement incident)
    {
        Console.WriteLine(Line(incident));
        Say(incident, "description", "");
        foreach (var reason in Items(incident, "reasons"))
        {
            Console.WriteLine($"  because: {Core.Common.CleanText.Line(reason.GetString(), 500)}");
        }

        Say(incident, "runbookUrl", "runbook: ");
        Say(incident, "pendingApproval", "waits for approval: ");
        Say(incident, "mergedInto", "became a part of ");
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
                $"  Please say what it was: contactcenter incident verdict {ApiConnection.Text(incident, "id")} real|noise|expected|drill");
        }
    }

    private static string Line(JsonElement incident)
    {
        var taken = ApiConnection.Text(incident, "acknowledgedBy") is { } who ? $", {who}" : "";
        return $"{ApiConnection.Text(incident, "id"),-12} {ApiConnection.Text(incident, "severity")}  "
            + $"{Time(incident, "openedAt")}  {ApiConnection.Text(incident, "state")}{taken}  "
            + $"{ApiConnection.Text(incident, "subject")}: {ApiConnection.Text(incident, "symptom")}";
    }

    private static void Say(JsonElement incident, string name, string label)
    {
        if (ApiConnection.Text(incident, name) is { } text)
        {
            Console.WriteLine($"  {label}{text}");
        }
    }

    private static JsonElement.ArrayEnumerator Items(JsonElement json, string name) =>
        (json.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array ? list : None).EnumerateArray();

    private static string Time(JsonElement json, string name) =>
        json.TryGetProperty(name, out var at) && at.TryGetDateTimeOffset(out var time)
            ? time.UtcDateTime.ToString("yyyy-MM-dd HH:mm'Z'", CultureInfo.InvariantCulture)
            : "";
}
