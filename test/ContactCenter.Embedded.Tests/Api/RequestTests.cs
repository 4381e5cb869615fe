using System.Text.Json.Nodes;

namespace ContactCenter.Embedded.Tests.Api;

/// <summary>How requests are read, repeated, versioned and paged.</summary>
public sealed class RequestTests
{
    [Fact]
    public async Task An_incident_is_answered_with_its_timeline_and_version()
    {
        using var system = new ApiSystem();
        var id = await system.OpenAsync();

        var reply = await system.CallAsync("GET", $"/incidents/{id}", groups: "[viewer]");

        Assert.Equal((200, id, "open"), (reply.Status, (string)reply.Body["id"]!, (string)reply.Body["state"]!));
        Assert.Equal($"\"{(string)reply.Body["version"]!}\"", reply.Header("etag"));
        Assert.Equal("opened", (string)reply.Body["timeline"]![0]!["kind"]!);
    }

    [Fact]
    public async Task What_has_not_changed_is_not_sent_again()
    {
        using var system = new ApiSystem();
        var id = await system.OpenAsync();
        var version = (await system.CallAsync("GET", $"/incidents/{id}")).Header("etag")!;

        var again = await system.SendAsync(
            ApiSystem.Request("GET", $"/incidents/{id}", null, system.Claims()), ("if-none-match", version));

        Assert.Equal((304, ""), (again.Status, again.Text));
    }

    [Fact]
    public async Task Who_acts_on_an_older_version_is_refused_and_nothing_changes()
    {
        using var system = new ApiSystem();
        var id = await system.OpenAsync();
        var version = (await system.CallAsync("GET", $"/incidents/{id}")).Header("etag")!;
        var first = await ActAsync(system, id, "ada", ("if-match", version));

        var second = await ActAsync(system, id, "bob", ("if-match", version));

        Assert.Equal((200, 412, "outdated"), (first.Status, second.Status, second.Problem));
        Assert.Equal("ada@example.com", (string)(await system.CallAsync("GET", $"/incidents/{id}")).Body["acknowledgedBy"]!);
    }

    [Fact]
    public async Task The_version_that_an_act_answers_is_the_one_to_act_on_next()
    {
        using var system = new ApiSystem();
        var id = await system.OpenAsync();
        var first = await ActAsync(system, id, "ada");

        Assert.Equal(200, (await ActAsync(system, id, "bob", ("if-match", first.Header("etag")!))).Status);
    }

    [Fact]
    public async Task A_request_that_is_sent_again_gets_the_same_answer_and_acts_once()
    {
        using var system = new ApiSystem();
        var id = await system.OpenAsync();
        var first = await ActAsync(system, id, "ada", ("idempotency-key", "k-1"));
        var others = await ActAsync(system, id, "bob");

        var again = await ActAsync(system, id, "ada", ("idempotency-key", "k-1"));

        Assert.Equal((200, first.Text, "true"), (again.Status, again.Text, again.Header("idempotency-replayed")));
        Assert.Equal("bob@example.com", (string)others.Body["acknowledgedBy"]!);
        Assert.Equal("bob@example.com", (string)(await system.CallAsync("GET", $"/incidents/{id}")).Body["acknowledgedBy"]!);
    }

    [Fact]
    public async Task Another_request_under_the_same_key_is_refused()
    {
        using var system = new ApiSystem();
        var (one, other) = (await system.OpenAsync("The first."), await system.OpenAsync("The second."));
        _ = await ActAsync(system, one, "ada", ("idempotency-key", "k-1"));

        var reply = await ActAsync(system, other, "ada", ("idempotency-key", "k-1"));

        Assert.Equal((422, "key-reused"), (reply.Status, reply.Problem));
    }

    [Fact]
    public async Task The_same_key_of_two_callers_are_two_keys()
    {
        using var system = new ApiSystem();
        var id = await system.OpenAsync();
        _ = await ActAsync(system, id, "ada", ("idempotency-key", "k-1"));

        Assert.Equal("bob@example.com", (string)(await ActAsync(system, id, "bob", ("idempotency-key", "k-1"))).Body["acknowledgedBy"]!);
    }

    [Fact]
    public async Task Pages_come_one_after_another_and_each_incident_once()
    {
        using var system = new ApiSystem();
        for (var i = 0; i < 5; i++)
        {
            _ = await system.OpenAsync($"Message {i}");
        }

        var (ids, after) = (new List<string>(), "");
        do
        {
            var page = await system.CallAsync("GET", $"/incidents?limit=2{(after.Length > 0 ? $"&after={after}" : "")}");
            ids.AddRange(page.Body["items"]!.AsArray().Select(static item => (string)item!["id"]!));
            after = (string?)page.Body["next"] ?? "";
        }
        while (after.Length > 0);

        Assert.Equal((5, 5), (ids.Count, ids.Distinct().Count()));
    }

    [Theory]
    [InlineData("GET", "/incidents?after=!!", 400)]
    [InlineData("GET", "/incidents?after=YQ", 400)]
    [InlineData("GET", "/nothing", 404)]
    [InlineData("GET", "/incidents/NOPE-1", 404)]
    [InlineData("GET", "/incidents/%2e%2e%2f/timeline", 404)]
    [InlineData("PUT", "/incidents/NOPE-1", 405)]
    [InlineData("POST", "/incidents/NOPE-1/acknowledge", 404)]
    public async Task What_is_not_there_is_said_as_problem_details(string method, string path, int status)
    {
        using var system = new ApiSystem();

        var reply = await system.CallAsync(method, path);

        Assert.Equal((status, "application/problem+json"), (reply.Status, reply.Header("content-type")));
        Assert.Equal(status, (int)reply.Body["status"]!);
    }

    [Theory]
    [InlineData("""{"note":7}""", 400)]
    [InlineData("""{"comment":"x"}""", 400)]
    [InlineData("""[]""", 400)]
    [InlineData("""null""", 400)]
    [InlineData("""{"note":""", 400)]
    public async Task A_body_that_is_not_as_described_is_refused(string body, int status)
    {
        using var system = new ApiSystem();
        var request = ApiSystem.Request("POST", "/incidents/NOPE-1/acknowledge", new JsonObject(), system.Claims());
        request["body"] = body;

        Assert.Equal(status, (await system.SendAsync(request)).Status);
    }

    [Fact]
    public async Task A_body_that_is_too_large_or_no_JSON_is_refused()
    {
        using var system = new ApiSystem();
        var large = new JsonObject { ["note"] = new string('x', 20_000) };
        var form = ApiSystem.Request("POST", "/incidents/NOPE-1/acknowledge", new JsonObject(), system.Claims());

        Assert.Equal("too-large", (await system.CallAsync("POST", "/incidents/NOPE-1/acknowledge", large)).Problem);
        Assert.Equal("unsupported-media-type", (await system.SendAsync(form, ("content-type", "text/plain"))).Problem);
    }

    [Fact]
    public async Task Sentences_are_said_in_the_language_that_is_asked_for()
    {
        using var system = new ApiSystem();
        var id = await system.OpenAsync();
        _ = await ActAsync(system, id, "ada");

        var reply = await system.CallAsync("GET", $"/incidents/{id}/timeline?language=de");

        Assert.Contains("ada@example.com hat übernommen", reply.Body["items"]!.AsArray().Select(static item => (string)item!["text"]!)
            .Select(static text => text.TrimEnd('.')));
    }

    private static Task<ApiReply> ActAsync(ApiSystem system, string id, string who, params (string, string)[] headers) =>
        system.SendAsync(
            ApiSystem.Request("POST", $"/incidents/{id}/acknowledge", new JsonObject(), system.Claims(who)), headers);
}
