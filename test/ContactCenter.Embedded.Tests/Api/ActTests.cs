using System.Text.Json.Nodes;

namespace ContactCenter.Embedded.Tests.Api;

/// <summary>What people do to incidents through the API: each act once, with its author, and only while it fits.</summary>
public sealed class ActTests
{
    [Fact]
    public async Task A_pause_lasts_until_the_time_that_was_asked_for()
    {
        using var system = new ApiSystem();
        var id = await system.OpenAsync();
        var until = system.Clock.Now.AddHours(2);

        var reply = await PostAsync(system, id, "snooze", new JsonObject { ["until"] = until });

        Assert.True((bool)reply.Body["isSnoozed"]!);
        Assert.Equal(until, (DateTimeOffset)reply.Body["acknowledgedUntil"]!);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(25)]
    public async Task A_pause_that_is_over_or_longer_than_a_day_is_refused(int hours)
    {
        using var system = new ApiSystem();
        var id = await system.OpenAsync();

        var reply = await PostAsync(system, id, "snooze", new JsonObject { ["until"] = system.Clock.Now.AddHours(hours) });

        Assert.Equal((422, "invalid"), (reply.Status, reply.Problem));
    }

    [Fact]
    public async Task A_hand_over_to_nobody_is_refused_and_one_to_an_audience_tells_it()
    {
        using var system = new ApiSystem();
        var id = await system.OpenAsync();
        var audience = Sample.Configuration.Audiences.Keys.First();

        Assert.Equal(422, (await PostAsync(system, id, "hand-over", new JsonObject { ["audience"] = "nobody" })).Status);
        var reply = await PostAsync(system, id, "hand-over", new JsonObject { ["audience"] = audience });

        Assert.Contains(audience, reply.Body["told"]!.AsArray().Select(static told => (string)told!));
        Assert.Contains($"ada@example.com handed over to {audience}.", await TextsAsync(system, id));
    }

    [Fact]
    public async Task A_hand_over_reaches_whom_a_takeover_has_put_on_call_where_the_file_has_nobody()
    {
        using var system = new DecidingSystem(rota: static rota => rota.From = new DateOnly(2026, 6, 1));
        var id = await system.Api.OpenAsync();
        var body = new JsonObject { ["audience"] = "rota" };

        var nobody = await PostAsync(system.Api, id, "hand-over", body.DeepClone().AsObject());
        _ = await system.MakeAsync(system.Wanted("takeover", 2, ("schedule", "rota"), ("participant", "ben")));
        system.Api.Clock.Now += TimeSpan.FromMinutes(1);
        var ben = await PostAsync(system.Api, id, "hand-over", body);

        Assert.Equal((422, 200), (nobody.Status, ben.Status));
        Assert.Contains("ada@example.com handed over to rota.", await TextsAsync(system.Api, id));
    }

    [Fact]
    public async Task Who_resolves_says_what_it_was_and_nobody_is_asked_again()
    {
        using var system = new ApiSystem();
        var id = await system.OpenAsync();

        var reply = await PostAsync(system, id, "resolve", new JsonObject { ["note"] = "Fuse replaced.", ["verdict"] = "real" });

        Assert.Equal(("resolved", "ada@example.com", "Fuse replaced."), (
            (string)reply.Body["state"]!, (string)reply.Body["resolvedBy"]!, (string)reply.Body["resolvedNote"]!));
        Assert.Equal(("real", false), ((string)reply.Body["verdict"]!["kind"]!, (bool)reply.Body["asksVerdict"]!));
        Assert.Contains("ada@example.com says that it was real.", await TextsAsync(system, id));
    }

    [Fact]
    public async Task What_is_over_is_judged_once()
    {
        using var system = new ApiSystem();
        var id = await system.OpenAsync();
        var early = await PostAsync(system, id, "verdict", new JsonObject { ["verdict"] = "noise" });
        var resolved = await PostAsync(system, id, "resolve");

        var first = await PostAsync(system, id, "verdict", new JsonObject { ["verdict"] = "noise" });
        var second = await PostAsync(system, id, "verdict", new JsonObject { ["verdict"] = "drill" }, "bob");

        Assert.Equal((409, true), (early.Status, (bool)resolved.Body["asksVerdict"]!));
        Assert.Equal((200, 409), (first.Status, second.Status));
        Assert.Equal("noise", (string)(await system.CallAsync("GET", $"/incidents/{id}")).Body["verdict"]!["kind"]!);
    }

    [Fact]
    public async Task What_is_over_is_not_taken_any_more_and_the_reason_is_said()
    {
        using var system = new ApiSystem();
        var id = await system.OpenAsync();
        _ = await PostAsync(system, id, "resolve");

        var reply = await PostAsync(system, id, "acknowledge", who: "bob");

        Assert.Equal((409, "It is over already."), (reply.Status, (string)reply.Body["detail"]!));
    }

    [Fact]
    public async Task A_role_has_one_holder_who_can_free_it()
    {
        using var system = new ApiSystem();
        var id = await system.OpenAsync();
        _ = await PostAsync(system, id, "roles/commander");
        var given = await PostAsync(system, id, "roles/commander", new JsonObject { ["person"] = "Grace" });

        var holder = Assert.Single(given.Body["roles"]!.AsArray())!;
        Assert.Equal(("commander", "Grace"), ((string)holder["role"]!, (string)holder["person"]!));
        Assert.Empty((await PostAsync(system, id, "roles/commander", new JsonObject { ["person"] = "" })).Body["roles"]!.AsArray());
        Assert.Equal(
            [
                "ada@example.com takes the role commander.", "ada@example.com gave Grace the role commander.",
                "ada@example.com freed the role commander.",
            ],
            (await TextsAsync(system, id)).Where(static text => text.Contains("role", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("roles/king")]
    [InlineData("roles/1")]
    [InlineData("steps/0")]
    [InlineData("steps/two")]
    public async Task A_role_or_a_step_that_there_is_not_is_refused(string act)
    {
        using var system = new ApiSystem();
        var id = await system.OpenAsync();

        Assert.Equal(422, (await PostAsync(system, id, act)).Status);
    }

    [Fact]
    public async Task A_step_belongs_to_who_did_it_first_until_it_is_taken_back()
    {
        using var system = new ApiSystem();
        var id = await system.OpenAsync();
        _ = await PostAsync(system, id, "steps/2");
        var again = await PostAsync(system, id, "steps/2", who: "bob");

        Assert.Equal("ada@example.com", (string)Assert.Single(again.Body["steps"]!.AsArray())!["by"]!);
        Assert.Empty((await PostAsync(system, id, "steps/2", new JsonObject { ["takeBack"] = true })).Body["steps"]!.AsArray());
    }

    [Fact]
    public async Task A_note_stands_on_the_timeline_on_one_line_and_bounded()
    {
        using var system = new ApiSystem();
        var id = await system.OpenAsync();

        _ = await PostAsync(system, id, "notes", new JsonObject { ["note"] = $"looks\r\nlike DNS {new string('x', 2000)}" });

        var text = Assert.Single(await TextsAsync(system, id), static text => text.Contains("noted", StringComparison.Ordinal));
        Assert.StartsWith("ada@example.com noted: looks", text, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', text);
        Assert.InRange(text.Length, 1000, 1040);
    }

    [Fact]
    public async Task An_incident_becomes_a_part_of_another_and_both_tell_it()
    {
        using var system = new ApiSystem();
        var (one, other) = (await system.OpenAsync("The first."), await system.OpenAsync("The second."));

        var reply = await PostAsync(system, one, "merge", new JsonObject { ["into"] = other });

        Assert.Equal(("resolved", other), ((string)reply.Body["state"]!, (string)reply.Body["mergedInto"]!));
        Assert.Contains($"Became a part of {other}, by ada@example.com.", await TextsAsync(system, one));
        Assert.Contains((await TextsAsync(system, other)), text =>
            text.StartsWith($"ada@example.com made {one} a part of this", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_incident_does_not_become_a_part_of_itself_or_of_what_is_over()
    {
        using var system = new ApiSystem();
        var (one, other) = (await system.OpenAsync("The first."), await system.OpenAsync("The second."));
        _ = await PostAsync(system, other, "resolve");

        Assert.Equal(409, (await PostAsync(system, one, "merge", new JsonObject { ["into"] = one })).Status);
        Assert.Equal(409, (await PostAsync(system, one, "merge", new JsonObject { ["into"] = other })).Status);
        Assert.Equal(404, (await PostAsync(system, one, "merge", new JsonObject { ["into"] = "NOPE-1" })).Status);
    }

    [Fact]
    public async Task Nothing_can_be_approved_that_does_not_wait_for_it()
    {
        using var system = new ApiSystem();
        var id = await system.OpenAsync();

        Assert.Equal(409, (await PostAsync(system, id, "approve")).Status);
    }

    [Fact]
    public async Task Of_many_who_act_at_once_every_act_is_kept_with_its_author()
    {
        using var system = new ApiSystem();
        var id = await system.OpenAsync();
        string[] people = [.. Enumerable.Range(1, 8).Select(static number => $"person{number}")];

        var replies = await Task.WhenAll(people.Select(who => Task.Run(
            () => PostAsync(system, id, "notes", new JsonObject { ["note"] = $"seen by {who}" }, who))));

        Assert.All(replies, static reply => Assert.Equal(200, reply.Status));
        Assert.Equal(
            people.Select(static who => $"{who}@example.com noted: seen by {who}"),
            (await TextsAsync(system, id))
                .Where(static text => text.Contains("noted", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Of_two_who_resolve_what_they_have_seen_open_one_is_refused()
    {
        using var system = new ApiSystem();
        var id = await system.OpenAsync();

        var replies = await Task.WhenAll(new[] { "ada", "bob" }.Select(who => Task.Run(() => PostAsync(system, id, "resolve", who: who))));

        Assert.Equal([200, 409], replies.Select(static reply => reply.Status).Order());
        Assert.Single(await TextsAsync(system, id), static text => text.StartsWith("Resolved by", StringComparison.Ordinal));
    }

    private static Task<ApiReply> PostAsync(ApiSystem system, string id, string act, JsonObject? body = null, string who = "ada") =>
        system.CallAsync("POST", $"/incidents/{id}/{act}", body ?? [], who);

    private static async Task<IReadOnlyList<string>> TextsAsync(ApiSystem system, string id) =>
    [
        .. (await system.CallAsync("GET", $"/incidents/{id}/timeline?limit=200")).Body["items"]!.AsArray()
            .Select(static item => (string)item!["text"]!),
    ];
}
