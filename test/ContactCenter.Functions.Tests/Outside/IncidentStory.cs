using System.Net;
using System.Text.Json.Nodes;

namespace ContactCenter.Functions.Tests.Outside;

/// <summary>
/// Fifty minutes in which everything happens that the table of incidents has a kind of item for. What each item then says is not the
/// point; that it is there is.
/// </summary>
internal static class IncidentStory
{
    /// <summary>When it is over, in minutes after noon.</summary>
    public const double End = 50;

    /// <summary>What effects of a probe name as their incident, which there is none of.</summary>
    private const string ProbeIncident = "3S1DBQ5H-1";

    private const string Instance = "11111111-2222-3333-4444-555555555555";

    /// <summary>Incidents by the name of their queue, where something is done about them later.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> RunAsync(World world)
    {
        var functions = world.Functions;
        var incidents = new Dictionary<string, string>();

        // told by every channel, then taken in Slack
        incidents["Billing"] = await world.TriageAsync(OutsideEvents.QueueWait("Billing", world.At(0)));
        await world.DeliverAsync(incidents["Billing"]);
        _ = await functions.InvokeAsync("AnswerSlack", OutsideEvents.SlackClick(incidents["Billing"], "acknowledge", world.At(1)));

        // channels that fail: an e-mail goes out for Teams, the webhook is given up; and then the escalation is paused
        incidents["Sales"] = await world.TriageAsync(OutsideEvents.QueueWait("Sales", world.At(3)));
        functions.Http.Broken["teams.example.com"] = HttpStatusCode.NotFound;
        functions.Http.Broken["hooks.example.com"] = HttpStatusCode.NotFound;
        await world.DeliverAsync(incidents["Sales"]);
        functions.Http.Broken.Clear();
        _ = await functions.InvokeAsync("AnswerLink", OutsideEvents.Link(world.LinkFor(incidents["Sales"], 's'), "POST"));
        incidents["Support"] = await world.TriageAsync(OutsideEvents.QueueWait("Support", world.At(6)));

        // ended in ServiceNow
        incidents["Cards"] = await world.TriageAsync(OutsideEvents.QueueWait("Cards", world.At(9)));
        _ = await functions.InvokeAsync("AnswerServiceNow", OutsideEvents.ServiceNowCallback(incidents["Cards"], "6", world.At(10)));

        // something was changed before the first of them, and the clock looks
        _ = await functions.InvokeAsync("RecordChange", Events.CloudTrail("4f0f8c4a-change", world.At(-2), "UpdateFunctionCode20150331v2"));
        world.At(16);
        _ = await functions.InvokeAsync("AdvanceEscalations", "{}");
        await RemediationStory.RunAsync(world, incidents);
        world.At(34);
        incidents["no alarm"] = await world.TriageAsync(Events.Sns("""{"what":"is no alarm"}"""));

        // again after its end: an incident of its own, which Slack cannot be told of, and quiet now
        incidents["Cards again"] = await world.TriageAsync(OutsideEvents.QueueWait("Cards", world.At(36)));
        functions.Http.Broken["slack.com"] = HttpStatusCode.TooManyRequests;
        await world.DeliverAsync(incidents["Cards again"], effect => (string?)effect["channel"] == "Slack");
        functions.Http.Broken.Clear();
        _ = await world.TriageAsync(OutsideEvents.QueueWait("Cards", world.At(37), "OK"));
        for (var minute = 38; minute < 44; minute++)
        {
            incidents["Loans"] = await world.TriageAsync(
                OutsideEvents.QueueSize("Loans", world.At(minute), minute % 2 == 0 ? "ALARM" : "OK"));
        }

        // a probe that has arrived and one that is under way
        _ = await functions.InvokeAsync("TriageAlarm", Probe(world.At(44)));
        await world.DeliverAsync(ProbeIncident);
        _ = await functions.InvokeAsync("TriageAlarm", Probe(world.At(45)));

        // so many people that their effects share an item; and in the end a storm
        incidents["everybody"] = await world.TriageAsync(OutsideEvents.Alarm(
            "many tasks", world.At(46), "ALARM", 81, "AWS/Connect/ConcurrentTasksPercentage",
            ("InstanceId", Instance), ("MetricGroup", "Tasks")));
        await RemediationStory.EndAsync(world, incidents);
        world.At(End - 1);
        for (var i = 1; i <= 6; i++)
        {
            incidents["storm"] = await world.TriageAsync(OutsideEvents.QueueSize($"Line {i}", functions.Clock.Now.AddSeconds(i)));
        }

        world.At(End);
        await RememberAsync(world);
        return incidents;
    }

    /// <summary>The second reader of the stream is told that everything has changed: what it writes follows from what is stored.</summary>
    private static async Task RememberAsync(World world)
    {
        var changed = (await world.Tables.ItemsAsync(world.Tables.Incidents)).Where(static item =>
            item.Attributes["kind"].S is "correlation" or "incident" || item.Attributes.ContainsKey("doneAt"));
        var answer = await world.Functions.InvokeAsync(
            "KeepHistory", Events.Stream(changed.Select(static item => item.Attributes), "MODIFY"));
        Assert.Empty(JsonNode.Parse(answer)!["batchItemFailures"]!.AsArray());
    }

    private static string Probe(DateTimeOffset at) => Events.Sns(new JsonObject
    {
        ["AlarmName"] = "cc-test/probe",
        ["AlarmArn"] = "arn:aws:cloudwatch:eu-central-1:123456789012:alarm:cc-test/probe",
        ["AWSAccountId"] = "123456789012",
        ["NewStateValue"] = "ALARM",
        ["OldStateValue"] = "OK",
        ["NewStateReason"] = "Made up by a schedule, to prove that alarms get through.",
        ["StateChangeTime"] = at.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture),
    }.ToJsonString());
}
