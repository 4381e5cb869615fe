using System.Text.Json.Nodes;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Contacts.Faults;
using ContactCenter.Core.Contacts.Flows;
using ContactCenter.Core.Incidents.Reporting;
using Microsoft.Extensions.DependencyInjection;

namespace ContactCenter.Embedded.Tests.Api;

/// <summary>Incidents that people open by hand: several voices are one incident, and one voice alone wakes nobody needlessly.</summary>
public sealed class ReportTests
{
    private static readonly string Queue = Sample.Configuration.Queues[0].Name;

    [Fact]
    public async Task Who_opens_an_incident_stands_on_its_timeline()
    {
        using var system = new ApiSystem();

        var reply = await OpenAsync(system, "ada", new JsonObject { ["title"] = "No dial tone", ["text"] = "Since noon." });

        Assert.Equal((201, "P3", "No dial tone"), (reply.Status, (string)reply.Body["severity"]!, (string)reply.Body["symptom"]!));
        Assert.Contains(
            "ada@example.com reports: Since noon.", await TextsAsync(system, (string)reply.Body["id"]!));
    }

    [Fact]
    public async Task Several_people_who_report_the_same_queue_are_one_incident_which_becomes_worse()
    {
        using var system = new ApiSystem();
        var replies = new List<ApiReply>();
        foreach (var who in new[] { "ada", "bob", "cyd" })
        {
            system.Clock.Now += TimeSpan.FromMinutes(2);
            replies.Add(await OpenAsync(system, who, new JsonObject { ["kind"] = "noAudio", ["queue"] = Queue }));
        }

        Assert.Single(replies.Select(static reply => (string)reply.Body["id"]!).Distinct());
        Assert.Equal(["P3", "P3", "P2"], replies.Select(static reply => (string)reply.Body["severity"]!));
        Assert.Equal(3, (int)replies[^1].Body["alarms"]!);
    }

    [Fact]
    public async Task One_person_who_reports_six_times_is_one_voice()
    {
        using var system = new ApiSystem();
        ApiReply? last = null;
        for (var i = 0; i < 6; i++)
        {
            system.Clock.Now += TimeSpan.FromMinutes(1);
            last = await OpenAsync(system, "ada", new JsonObject { ["kind"] = "noAudio", ["queue"] = Queue });
        }

        Assert.Equal("P3", (string)last!.Body["severity"]!);
    }

    [Fact]
    public async Task One_person_who_reports_by_two_ways_is_one_voice_and_has_one_limit()
    {
        using var system = new ApiSystem(center: static center => center with
        {
            Incidents = center.Incidents with { OpeningsPerHour = 3 },
            Audiences = new Dictionary<string, IReadOnlyList<Endpoint>>(center.Audiences)
            {
                ["reporters"] = [new Endpoint { Channel = Channel.Email, To = "Ada@example.com", Name = "Ada Byron" }],
            },
        });
        var desk = system.System.Services.GetRequiredService<ReportDesk>();
        var byGuide = FaultReading.Of(
            new FlowRequest
            {
                Parameters = new Dictionary<string, string>
                {
                    ["kind"] = "noAudio",
                    ["queue"] = Queue,
                    ["agentName"] = "ADA@example.com",
                },
            },
            system.System.Configuration,
            system.Clock.Now);

        var byApi = await OpenAsync(system, "ada", new JsonObject { ["kind"] = "noAudio", ["queue"] = Queue });
        var outcome = await desk.TakeAsync(byGuide, system.Clock.Now, TestContext.Current.CancellationToken);
        var third = await OpenAsync(system, "bob", new JsonObject { ["kind"] = "noAudio", ["queue"] = Queue });

        Assert.Equal(("P3", 0), ((string)third.Body["severity"]!, outcome.Others));
        Assert.Contains(
            await TextsAsync(system, (string)byApi.Body["id"]!),
            static text => text.StartsWith("Ada Byron reports: ", StringComparison.Ordinal));
        _ = await OpenAsync(system, "ada", new JsonObject { ["title"] = "Once more" });
        Assert.Equal(
            ReportRefusal.TooMany, (await desk.TakeAsync(byGuide, system.Clock.Now, TestContext.Current.CancellationToken)).Refusal);
    }

    [Fact]
    public async Task Voices_that_are_far_apart_do_not_count_together()
    {
        using var system = new ApiSystem();
        ApiReply? last = null;
        foreach (var who in new[] { "ada", "bob", "cyd" })
        {
            system.Clock.Now += TimeSpan.FromMinutes(10);
            last = await OpenAsync(system, who, new JsonObject { ["kind"] = "noAudio", ["queue"] = Queue });
        }

        Assert.Equal("P3", (string)last!.Body["severity"]!);
    }

    [Fact]
    public async Task One_person_alone_opens_at_most_a_P2()
    {
        using var system = new ApiSystem();

        var reply = await OpenAsync(system, "ada", new JsonObject { ["title"] = "All is lost", ["severity"] = "P1" });

        Assert.Equal("P2", (string)reply.Body["severity"]!);
    }

    [Fact]
    public async Task A_report_after_the_end_is_another_incident_or_brings_it_back()
    {
        using var system = new ApiSystem();
        var first = await OpenAsync(system, "ada", new JsonObject { ["title"] = "No dial tone" });
        _ = await system.CallAsync("POST", $"/incidents/{(string)first.Body["id"]!}/resolve", new JsonObject());
        system.Clock.Now += TimeSpan.FromDays(1);

        var second = await OpenAsync(system, "ada", new JsonObject { ["title"] = "No dial tone" });

        Assert.Equal("open", (string)second.Body["state"]!);
        Assert.Equal(1, (int)second.Body["alarms"]!);
    }

    [Fact]
    public async Task Nobody_opens_more_within_an_hour_than_is_allowed()
    {
        using var system = new ApiSystem(
            center: static center => center with { Incidents = center.Incidents with { OpeningsPerHour = 2 } });
        var statuses = new List<int>();
        for (var i = 0; i < 3; i++)
        {
            statuses.Add((await OpenAsync(system, "ada", new JsonObject { ["title"] = $"No {i}" })).Status);
        }

        statuses.Add((await OpenAsync(system, "bob", new JsonObject { ["title"] = "No more" })).Status);

        Assert.Equal([201, 201, 429, 201], statuses);
    }

    [Fact]
    public async Task An_hour_is_one_wherever_it_begins()
    {
        using var system = new ApiSystem(
            center: static center => center with { Incidents = center.Incidents with { OpeningsPerHour = 2 } });
        var statuses = new List<int>();
        foreach (var minutes in new[] { 58, 1, 2, 57, 3 })
        {
            system.Clock.Now += TimeSpan.FromMinutes(minutes);
            statuses.Add((await OpenAsync(system, "ada", new JsonObject { ["title"] = $"After {minutes}" })).Status);
        }

        // the third is two minutes after the second, in another hour of the clock; the fourth an hour after the first
        Assert.Equal([201, 201, 429, 201, 201], statuses);
    }

    [Fact]
    public async Task The_same_request_again_is_the_same_report()
    {
        using var system = new ApiSystem();
        var body = new JsonObject { ["title"] = "No dial tone" };
        var first = await system.SendAsync(
            ApiSystem.Request("POST", "/incidents", body.DeepClone(), system.Claims()), ("idempotency-key", "k"));
        var again = await system.SendAsync(
            ApiSystem.Request("POST", "/incidents", body.DeepClone(), system.Claims()), ("idempotency-key", "k"));

        Assert.Equal((201, first.Text), (again.Status, again.Text));
        Assert.Equal(1, (int)again.Body["alarms"]!);
    }

    [Theory]
    [InlineData("""{}""")]
    [InlineData("""{"kind":"other","title":"  "}""")]
    [InlineData("""{"kind":"noAudio","queue":"No such queue"}""")]
    public async Task What_says_nothing_or_names_no_queue_is_refused(string body)
    {
        using var system = new ApiSystem();

        Assert.Equal(422, (await OpenAsync(system, "ada", JsonNode.Parse(body)!.AsObject())).Status);
    }

    private static Task<ApiReply> OpenAsync(ApiSystem system, string who, JsonObject body) =>
        system.CallAsync("POST", "/incidents", body, who);

    private static async Task<IReadOnlyList<string>> TextsAsync(ApiSystem system, string id) =>
    [
        .. (await system.CallAsync("GET", $"/incidents/{id}/timeline?limit=200")).Body["items"]!.AsArray()
            .Select(static item => (string)item!["text"]!),
    ];
}
