using System.Text.Json.Nodes;
using Amazon.DynamoDBv2.Model;
using ContactCenter.Core.Incidents.History;
using Microsoft.Extensions.DependencyInjection;

namespace ContactCenter.Embedded.Tests.Api;

/// <summary>Whatever goes wrong, who calls gets problem details, and the log says who called what and why it failed.</summary>
public sealed class FailureTests
{
    [Theory]
    [InlineData("/on-call?at=9999-12-31T00:00:00Z", "9999-12-31T00:00:00Z")]
    [InlineData("/on-call?at=2201-01-01T00:00:00Z", "2201-01-01T00:00:00Z")]
    [InlineData("/on-call?at=soon", "soon")]
    [InlineData("/history/changes?to=0001-01-01T00:00:00Z", "0001-01-01T00:00:00Z")]
    [InlineData("/history/changes?from=1999-12-31T00:00:00Z", "1999-12-31T00:00:00Z")]
    [InlineData("/history/queues/x?to=9999-12-31", "9999-12-31")]
    [InlineData("/history/profiles/x?from=0001-01-01&to=0001-01-02", "0001-01-02")]
    [InlineData("/history/alarms/9999-12-31", "9999-12-31")]
    [InlineData("/history/leases?month=9999-12", "9999-12")]
    [InlineData("/history/incidents?from=9999-12&to=9999-12", "9999-12")]
    public async Task A_time_that_no_center_has_seen_is_refused_with_what_was_found(string path, string found)
    {
        using var system = new ApiSystem();

        var reply = await system.CallAsync("GET", path, groups: "[viewer]");

        Assert.Equal((422, "invalid"), (reply.Status, reply.Problem));
        Assert.Contains($"found {found}, expected", (string)reply.Body["detail"]!, StringComparison.Ordinal);
        Assert.Contains("2000 to 2200", (string)reply.Body["detail"]!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z")]
    [InlineData("9999-12-31T23:00:00Z", "9999-12-31T23:59:59Z")]
    public async Task A_preview_of_times_that_no_center_has_seen_says_so(string from, string until)
    {
        using var system = new DecidingSystem();

        foreach (var (type, members) in new (string, (string, JsonNode?)[])[]
        {
            ("mute", [("resource", "Billing")]), ("takeover", [("schedule", "rota"), ("participant", "ben")]),
        })
        {
            var wanted = system.Wanted(type, 1, members);
            (wanted["from"], wanted["until"]) = (from, until);
            Assert.Equal(200, (await system.Api.CallAsync("POST", "/settings/preview", wanted, groups: "[viewer]")).Status);
        }
    }

    [Fact]
    public async Task What_the_table_throttles_is_to_be_tried_again_and_logged_with_caller_and_route()
    {
        using var system = Failing(new ProvisionedThroughputExceededException("secret words"));

        var reply = await system.CallAsync("GET", "/history/incidents/I-1", groups: "[viewer]");

        Assert.Equal((503, "unavailable", "5"), (reply.Status, reply.Problem, reply.Header("retry-after")));
        Assert.DoesNotContain("secret words", reply.Text, StringComparison.Ordinal);
        Assert.Contains(
            "Failed with 503 GET /history/incidents/{id} of ada@example.com: unavailable: ProvisionedThroughputExceededException",
            system.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_nobody_has_thought_of_is_counted_by_Lambda_and_logged_with_caller_and_route()
    {
        using var system = Failing(new InvalidOperationException("a fault"));

        await Assert.ThrowsAnyAsync<Exception>(() => system.CallAsync("GET", "/history/incidents/I-1", groups: "[viewer]"));

        Assert.Contains(
            "Failed at GET /history/incidents/{id} of ada@example.com: InvalidOperationException", system.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_log_names_the_act_and_nothing_of_the_path()
    {
        using var system = new ApiSystem();
        var id = await system.OpenAsync();

        _ = await system.CallAsync("POST", $"/incidents/{id}/acknowledge");
        _ = await system.CallAsync("POST", "/incidents/NOPE-1/acknowledge");
        _ = await system.CallAsync("GET", "/nowhere/at-all");

        Assert.Contains("200 POST /incidents/{id}/acknowledge of ada@example.com: done", system.Log, StringComparison.Ordinal);
        Assert.Contains("Refused with 404 POST /incidents/{id}/acknowledge of", system.Log, StringComparison.Ordinal);
        Assert.Contains("Refused with 404 GET no route of ada@example.com: not-found", system.Log, StringComparison.Ordinal);
        Assert.DoesNotContain("at-all", system.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Searches_and_previews_are_bounded_for_themselves_and_leave_acts_their_room()
    {
        using var system = new DecidingSystem();
        var search = new List<ApiReply>();
        for (var i = 0; i < 13; i++)
        {
            search.Add(await Looker(system, "GET", "/history/incidents?text=Billing"));
        }

        var preview = new List<ApiReply>();
        for (var i = 0; i < 13; i++)
        {
            preview.Add(await Looker(system, "POST", "/settings/preview"));
        }

        Assert.Equal((12, 12), (search.Count(IsTaken), preview.Count(IsTaken)));
        Assert.Equal(("too-many-requests", "60"), (search[^1].Problem, search[^1].Header("retry-after")));
        Assert.Equal(200, (await Looker(system, "GET", "/history/incidents?limit=5")).Status);
        Assert.Equal(200, (await Looker(system, "GET", "/me")).Status);
        Assert.Equal(200, (await system.Api.CallAsync("GET", "/history/incidents?text=x", who: "bob")).Status);
        system.Api.Clock.Now += TimeSpan.FromMinutes(1);
        Assert.Equal(200, (await Looker(system, "GET", "/history/incidents?text=Billing")).Status);

        static bool IsTaken(ApiReply reply) => reply.Status == 200;
    }

    private static Task<ApiReply> Looker(DecidingSystem system, string method, string path) =>
        system.Api.CallAsync(method, path, method == "POST" ? system.Mute() : null, groups: DecidingSystem.Viewer);

    private static ApiSystem Failing(Exception failure) =>
        new(ports: (services, _) => services.AddSingleton<IIncidentFiles>(new FailingFiles(failure)));

    private sealed class FailingFiles(Exception failure) : IIncidentFiles
    {
        public ValueTask<IncidentFile?> OpenNewestAsync(string code, CancellationToken cancellationToken) => throw failure;

        public ValueTask<IncidentFile?> OpenAsync(string incidentId, CancellationToken cancellationToken) => throw failure;
    }
}
