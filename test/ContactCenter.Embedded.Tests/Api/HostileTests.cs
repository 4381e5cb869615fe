using System.Text.Json.Nodes;

namespace ContactCenter.Embedded.Tests.Api;

/// <summary>Requests that are valid JSON and mean no good, or nothing at all.</summary>
public sealed class HostileTests
{
    [Theory]
    [InlineData("0")]
    [InlineData("1")]
    [InlineData("77")]
    [InlineData("-5")]
    [InlineData("\"77\"")]
    [InlineData("\"P2,P4\"")]
    public async Task A_severity_that_is_none_opens_nothing(string severity)
    {
        using var system = new ApiSystem();

        var reply = await system.CallAsync("POST", "/incidents", JsonNode.Parse($$"""{"title":"no tone","severity":{{severity}}}"""));

        Assert.Equal("bad-request", reply.Problem);
        Assert.Empty((await system.CallAsync("GET", "/incidents")).Body["items"]!.AsArray());
    }

    [Fact]
    public async Task Two_kinds_at_once_are_no_report()
    {
        using var system = new ApiSystem();

        Assert.Equal(
            "bad-request",
            (await system.CallAsync("POST", "/incidents", new JsonObject { ["kind"] = "noAudio,customersComplain" })).Problem);
    }

    [Fact]
    public async Task A_mute_of_an_alarm_without_a_name_is_refused()
    {
        using var system = new ApiSystem();
        var id = await system.OpenAsync();

        var reply = await system.CallAsync("POST", $"/incidents/{id}/mute", new JsonObject
        {
            ["until"] = system.Clock.Now.AddHours(1).ToString("O"),
            ["reason"] = "known",
            ["alarms"] = new JsonArray((JsonNode?)null),
        });

        Assert.Equal("invalid", reply.Problem);
    }

    [Fact]
    public async Task A_scenario_that_expects_a_role_that_is_none_is_told_so()
    {
        using var system = new ApiSystem();
        var body = JsonNode.Parse(
            """
            {"own":{"name":"own","kind":"table","title":{"en":"Own"},"expects":{"roles":["communications,scribe"]},
            "events":[{"after":"0m","alarm":"table-throttled"}]}}
            """);

        Assert.Contains(
            "The roles that are expected must be",
            (await system.CallAsync("POST", "/exercises/preview", body)).Text,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/exercises")]
    [InlineData("/exercises/preview")]
    public async Task A_scenario_with_an_event_that_is_none_is_told_so(string path)
    {
        using var system = new ApiSystem();
        var body = JsonNode.Parse("""{"own":{"name":"own","kind":"table","title":{"en":"Own"},"events":[null]}}""");

        var reply = await system.CallAsync("POST", path, body);

        Assert.Contains("Event 1 must be an object; found null.", reply.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"type":"maintenance","groups":[null]}""")]
    [InlineData("""{"type":"maintenance","resources":[null]}""")]
    [InlineData("""{"type":"announcement","texts":{"en":null}}""")]
    [InlineData("""{"type":"threshold","alarm":"queue-wait-time","threshold":1e999}""")]
    public async Task A_setting_of_nothing_is_refused(string setting)
    {
        using var system = new DecidingSystem();
        var wanted = JsonNode.Parse(setting)!.AsObject();
        wanted["reason"] = "none";
        wanted["until"] = system.Api.Clock.Now.AddHours(1).ToString("O");

        Assert.InRange((await system.MakeAsync(wanted)).Status, 400, 499);
    }

    [Fact]
    public async Task Whoever_may_look_sees_who_is_reached_and_at_which_number_or_address_nobody_is()
    {
        using var system = new ApiSystem();

        var seen = await system.CallAsync("GET", "/reach", groups: "[viewer]");
        var known = await system.CallAsync("GET", "/reach");

        var (hidden, told) = (Addresses(seen), Addresses(known));
        Assert.Equal(told.Count, hidden.Count);
        Assert.All(hidden, static to => Assert.Equal("***", to));
        Assert.DoesNotContain("***", told);

        static List<string> Addresses(ApiReply reply) =>
            [.. reply.Body["endpoints"]!.AsArray().Select(static endpoint => (string)endpoint!["to"]!)];
    }

    [Fact]
    public async Task No_timeline_tells_a_viewer_at_which_number_or_address_somebody_was_told()
    {
        using var system = new ApiSystem();
        var id = await system.OpenAsync();
        _ = await system.CallAsync("POST", $"/incidents/{id}/acknowledge", new JsonObject());

        foreach (var path in new[] { $"/incidents/{id}", $"/incidents/{id}/timeline", $"/history/incidents/{id}" })
        {
            var seen = (await system.CallAsync("GET", path, groups: "[viewer]")).Text;
            var known = (await system.CallAsync("GET", path)).Text;

            Assert.Contains("@bank.example", known, StringComparison.Ordinal);
            Assert.DoesNotContain("@bank.example", seen, StringComparison.Ordinal);
            Assert.DoesNotContain("49151", seen, StringComparison.Ordinal);

            // who acts is an author, at whatever address
            Assert.Contains("ada@example.com", seen, StringComparison.Ordinal);
        }
    }
}
