using System.Text.Json.Nodes;
using ContactCenter.Core.Tests.Architecture;

namespace ContactCenter.Aws.Tests.Notifications;

/// <summary>
/// Integration events of Jira Service Management with limits and answers as they were recorded (<c>test/Recorded/tools/jira.json</c>): what
/// is asked for is taken at once and done later, and what is done with an alert that is not there does nothing.
/// </summary>
internal sealed class PlayedJira(string key)
{
    private static readonly JsonNode Recorded =
        JsonNode.Parse(File.ReadAllText(Repository.File("test", "Recorded", "tools", "jira.json")))!;

    private int _asked;

    /// <summary>Where each alert stands, by its alias.</summary>
    public Dictionary<string, string> Alerts { get; } = new(StringComparer.Ordinal);

    public List<string> Notes { get; } = [];

    /// <summary>How often somebody was paged: once for each alert that was not open.</summary>
    public int Pages { get; private set; }

    /// <summary>So often it is answered that a request waits before it is known what became of it.</summary>
    public int Waits { get; set; } = 1;

    /// <summary>True: a rule throws every alert away.</summary>
    public bool Discards { get; set; }

    public Reply Answer(Received request)
    {
        if (request.Headers.GetValueOrDefault("authorization") != $"GenieKey {key}")
        {
            return Of("refused");
        }

        if (request.Method == "GET")
        {
            return _asked++ < Waits ? Of("waiting") : Status();
        }

        _asked = 0;
        var sent = JsonNode.Parse(request.Body)!;
        Check(sent);
        switch (request.Path.Split('/'))
        {
            case ["", "alerts"] when !Discards:
                var alias = (string)sent["alias"]!;
                Pages += Alerts.GetValueOrDefault(alias) is null or "closed" ? 1 : 0;
                Alerts[alias] = Alerts.GetValueOrDefault(alias) is "acknowledged" ? "acknowledged" : "open";
                break;
            case ["", "alerts", var there, var action] when Alerts.ContainsKey(there) && request.Query == "?identifierType=alias":
                Notes.Add((string?)sent["note"] ?? "");
                Alerts[there] = action switch
                {
                    "acknowledge" when Alerts[there] == "open" => "acknowledged",
                    "close" => "closed",
                    _ => Alerts[there],
                };
                break;
        }

        return Of("taken");
    }

    private Reply Status()
    {
        var body = Recorded["answers"]!["created"]!["body"]!.DeepClone();
        if (Discards)
        {
            body["data"]!["isSuccess"] = false;
            body["data"]!["alertId"] = "";
        }

        return new Reply(200, body.ToJsonString());
    }

    private static void Check(JsonNode sent)
    {
        var limits = Recorded["limits"]!;
        foreach (var field in new[] { "message", "alias", "description", "entity", "source", "user", "note" })
        {
            Assert.True(((string?)sent[field] ?? "").Length <= (int)limits[$"{field}Characters"]!, field);
        }
    }

    private static Reply Of(string name) =>
        new((int)Recorded["answers"]![name]!["status"]!, Recorded["answers"]![name]!["body"]?.ToJsonString() ?? "");
}
