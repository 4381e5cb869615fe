using System.Text.Json.Nodes;

namespace ContactCenter.Embedded.Tests.Api;

/// <summary>What a setting would do is told before it is saved; what holds is told after.</summary>
public sealed class PreviewTests
{
    [Fact]
    public async Task A_takeover_is_shown_before_and_after_it_is_saved()
    {
        using var system = new DecidingSystem();
        var wanted = system.Wanted("takeover", 8, ("schedule", "rota"), ("participant", "ben"));

        var preview = await PreviewAsync(system, "/settings/preview", wanted.DeepClone());
        Assert.Equal(200, preview.Status);
        Assert.Equal(["ann"], (await TurnsAsync(system, "?days=1")).Select(static turn => (string?)turn!["participant"]));

        _ = await system.MakeAsync(wanted, DecidingSystem.Responder);

        var turn = Assert.Single(preview.Body["turns"]!.AsArray())!;
        Assert.Equal(("ann", "ben"), ((string)turn["before"]!, (string)turn["after"]!));
        Assert.Equal(
            [("ben", "ann"), ("ann", "ann")],
            (await TurnsAsync(system, "?days=1&schedule=rota"))
                .Select(static one => ((string)one!["participant"]!, (string)one["inFile"]!)));
    }

    [Fact]
    public async Task Another_version_of_a_setting_is_compared_with_what_would_be_without_it()
    {
        using var system = new DecidingSystem();
        var made = await system.MakeAsync(system.Wanted("takeover", 8, ("schedule", "rota"), ("participant", "ben")));
        var id = (string)made.Body["after"]!["id"]!;

        var preview = await PreviewAsync(
            system, $"/settings/{id}/preview", system.Wanted("takeover", 8, ("schedule", "rota"), ("participant", "ann")));

        Assert.Equal("noEffect", (string)Assert.Single(preview.Body["warnings"]!.AsArray())!);
        Assert.Equal("not-found", (await PreviewAsync(system, "/settings/onCall-9/preview", system.Mute())).Problem);
    }

    [Fact]
    public async Task A_mute_tells_what_it_hides_now_and_would_have_hidden()
    {
        using var system = new DecidingSystem();
        var report = new JsonObject { ["kind"] = "noAudio", ["queue"] = "Billing" };
        _ = await system.Api.CallAsync("POST", "/incidents", report);

        var preview = await PreviewAsync(system, "/settings/preview", system.Mute());

        Assert.Equal("P3", (string)Assert.Single(preview.Body["hiddenNow"]!.AsArray())!["severity"]!);
        Assert.Equal(1, (int)preview.Body["hiddenEvents"]!);
    }

    [Fact]
    public async Task What_could_not_be_saved_is_told_as_a_problem_and_nothing_is_stored()
    {
        using var system = new DecidingSystem();

        var preview = await PreviewAsync(system, "/settings/preview", system.Mute(hours: -1));

        Assert.Equal((200, "until"), (preview.Status, (string)Assert.Single(preview.Body["problems"]!.AsArray())!["field"]!));
        Assert.Empty(await system.IdsAsync());
    }

    [Fact]
    public async Task A_kind_that_is_full_is_told_before_it_is_saved()
    {
        using var system = new DecidingSystem();
        for (var count = 0; count < 100; count++)
        {
            Assert.Equal(201, (await system.MakeAsync(system.Mute())).Status);
        }

        var preview = await PreviewAsync(system, "/settings/preview", system.Mute());

        Assert.Equal("100 of this kind already", (string)Assert.Single(preview.Body["problems"]!.AsArray())!["found"]!);
        Assert.Equal("invalid", (await system.MakeAsync(system.Mute())).Problem);
        Assert.Empty((await PreviewAsync(system, "/settings/mutes-7/preview", system.Mute())).Body["problems"]!.AsArray());
    }

    [Fact]
    public async Task Thresholds_that_differ_from_the_file_are_listed()
    {
        using var system = new DecidingSystem();
        _ = await system.MakeAsync(system.Wanted(
            "threshold", 2, ("alarm", "queue-wait-time"), ("resource", "Billing"), ("threshold", 240)));

        var listed = await system.Api.CallAsync("GET", "/thresholds", groups: DecidingSystem.Viewer);

        var one = Assert.Single(listed.Body["items"]!.AsArray())!;
        Assert.Equal(("queue-wait-time", "Billing", 240), ((string)one["alarm"]!, (string)one["resource"]!, (double)one["threshold"]!));
        Assert.Equal("thresholds-1", (string)one["setting"]!["id"]!);
        Assert.NotEmpty((string)one["setting"]!["author"]!);
    }

    [Theory]
    [InlineData("?schedule=nobody", 404)]
    [InlineData("?days=0", 422)]
    [InlineData("?days=32", 422)]
    [InlineData("?at=soon", 422)]
    [InlineData("?at=2026-05-11T10:00:00Z", 200)]
    public async Task What_is_asked_wrongly_of_the_rotation_is_told(string query, int status)
    {
        using var system = new DecidingSystem();

        var reply = await system.Api.CallAsync("GET", $"/on-call{query}", groups: DecidingSystem.Viewer);

        Assert.Equal(status, reply.Status);
        Assert.True(status != 200 || (string)reply.Body["items"]![0]!["turns"]![0]!["participant"]! == "ben", reply.Text);
    }

    private static Task<ApiReply> PreviewAsync(DecidingSystem system, string path, JsonNode wanted) =>
        system.Api.CallAsync("POST", path, wanted, groups: DecidingSystem.Viewer);

    private static async Task<JsonArray> TurnsAsync(DecidingSystem system, string query) =>
        (await system.Api.CallAsync("GET", $"/on-call{query}", groups: DecidingSystem.Viewer)).Body["items"]![0]!["turns"]!.AsArray();
}
