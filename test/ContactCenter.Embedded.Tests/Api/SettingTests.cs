using System.Text.Json.Nodes;
using ContactCenter.Core.Settings;
using ContactCenter.Simulation.Stores;
using Microsoft.Extensions.DependencyInjection;

namespace ContactCenter.Embedded.Tests.Api;

/// <summary>Settings at run time by hand-made requests through the deployed function.</summary>
public sealed class SettingTests
{
    /// <summary>One of every type as JSON has it beside reason and end.</summary>
    public static TheoryData<string, string, string> EveryType { get; } = new()
    {
        { "takeover", """{"schedule":"rota","participant":"ben"}""", "onCall" },
        { "swap", """{"schedule":"rota","first":"ann","second":"ben"}""", "onCall" },
        { "maintenance", """{"groups":["queue"],"resources":["Billing"]}""", "maintenance" },
        { "mute", """{"alarm":"queue-wait-time","resource":"Billing"}""", "mutes" },
        { "queue", """{"queue":"Billing","isOpen":false}""", "queues" },
        { "announcement", """{"texts":{"de":"Wir haben eine Störung.","en":"There is an outage."}}""", "announcements" },
        { "holiday", """{"date":"2026-05-05"}""", "holidays" },
        { "fallback", """{"queue":"Billing"}""", "fallbacks" },
        { "threshold", """{"alarm":"queue-wait-time","resource":"Billing","threshold":240}""", "thresholds" },
        { "repairs", """{"mode":"off"}""", "repairs" },
        { "freeze", "{}", "training" },
    };

    [Theory]
    [MemberData(nameof(EveryType))]
    public async Task Each_type_is_made_with_the_caller_as_its_author_and_looked_at(string type, string members, string kind)
    {
        using var system = new DecidingSystem();

        var made = await system.MakeAsync(Wanted(system, type, members));
        var listed = await system.Api.CallAsync("GET", $"/settings?kind={kind}", groups: DecidingSystem.Viewer);

        Assert.True(made.Status == 201, made.Text);
        Assert.Equal(
            (kind, "made", "ada@example.com"), ((string)made.Body["kind"]!, (string)made.Body["verb"]!, (string)made.Body["author"]!));
        var setting = Assert.Single(listed.Body["items"]!.AsArray())!["setting"]!;
        Assert.Equal(
            (type, "ada@example.com", "as agreed", 1),
            ((string)setting["type"]!, (string)setting["author"]!, (string)setting["reason"]!, (int)setting["version"]!));
        Assert.Equal(system.Api.Clock.Now, (DateTimeOffset)setting["from"]!);
    }

    [Theory]
    [MemberData(nameof(EveryType))]
    public async Task A_viewer_makes_nothing_and_previews_everything(string type, string members, string kind)
    {
        using var system = new DecidingSystem();

        var made = await system.MakeAsync(Wanted(system, type, members), DecidingSystem.Viewer);
        var preview = await system.Api.CallAsync(
            "POST", "/settings/preview", Wanted(system, type, members), groups: DecidingSystem.Viewer);

        Assert.Equal((403, 200), (made.Status, preview.Status));
        Assert.Empty(preview.Body["problems"]!.AsArray());
        Assert.Empty(await system.IdsAsync($"?kind={kind}"));
    }

    [Theory]
    [MemberData(nameof(EveryType))]
    public async Task A_responder_makes_what_a_night_shift_needs(string type, string members, string kind)
    {
        using var system = new DecidingSystem();

        var made = await system.MakeAsync(Wanted(system, type, members), DecidingSystem.Responder);

        Assert.Equal(kind is "onCall" or "maintenance" or "mutes" or "repairs" ? 201 : 403, made.Status);
    }

    [Fact]
    public async Task A_responder_hides_nothing_for_longer_than_a_day_and_lets_no_repair_go_again()
    {
        using var system = new DecidingSystem();
        var stopped = await system.MakeAsync(system.Wanted("repairs", 2, ("mode", "off")), DecidingSystem.Responder);
        var muted = await system.MakeAsync(system.Mute(hours: 24), DecidingSystem.Responder);
        var id = (string)muted.Body["after"]!["id"]!;

        Assert.Equal((201, 201), (stopped.Status, muted.Status));
        ApiReply[] refused =
        [
            await system.MakeAsync(system.Mute(hours: 24.1), DecidingSystem.Responder),
            await system.Api.CallAsync("PUT", $"/settings/{id}", system.Mute(hours: 30)),
            await system.MakeAsync(system.Wanted("repairs", 2, ("mode", "act")), DecidingSystem.Responder),
            await system.MakeAsync(system.Wanted("repairs", 2, ("mode", "dryRun")), DecidingSystem.Responder),
            await system.EndAsync((string)stopped.Body["after"]!["id"]!, DecidingSystem.Responder),
            await system.UndoAsync((string)stopped.Body["id"]!, DecidingSystem.Responder),
        ];

        Assert.All(refused, static reply => Assert.Equal("forbidden", reply.Problem));
        Assert.Equal(2, (await system.IdsAsync()).Length);
        Assert.Equal(200, (await system.EndAsync(id, DecidingSystem.Responder)).Status);
    }

    [Fact]
    public async Task A_responder_shortens_what_an_administrator_hides_and_lengthens_it_by_no_word()
    {
        using var system = new DecidingSystem();
        var made = await system.MakeAsync(system.Mute(hours: 240));
        var path = $"/settings/{(string)made.Body["after"]!["id"]!}";
        var longer = system.Mute(hours: 250);
        var more = system.Mute(hours: 120);
        more["resource"] = "Cards";

        var refused = new[] { await system.Api.CallAsync("PUT", path, longer), await system.Api.CallAsync("PUT", path, more) };
        var shortened = await system.Api.CallAsync("PUT", path, system.Mute(hours: 120));

        Assert.All(refused, static reply => Assert.Equal("forbidden", reply.Problem));
        Assert.True(shortened.Status == 200, shortened.Text);
    }

    [Fact]
    public async Task Who_has_seen_an_older_version_changes_and_ends_nothing()
    {
        using var system = new DecidingSystem();
        var made = await system.MakeAsync(system.Mute());
        var (id, seen) = ((string)made.Body["after"]!["id"]!, made.Header("etag")!);
        var first = await SendAsync(system, "PUT", $"/settings/{id}", system.Mute(hours: 3), ("if-match", seen));

        var second = await SendAsync(system, "PUT", $"/settings/{id}", system.Mute(hours: 4), ("if-match", seen));
        var end = await SendAsync(system, "POST", $"/settings/{id}/end", DecidingSystem.Reason(), ("if-match", seen));
        var zero = await SendAsync(system, "PUT", $"/settings/{id}", system.Mute(hours: 4), ("if-match", "\"0\""));

        Assert.Equal((200, 412, 412, 412), (first.Status, second.Status, end.Status, zero.Status));
        Assert.Equal("\"2\"", (await system.Api.CallAsync("GET", $"/settings/{id}")).Header("etag"));
        Assert.Equal(200, (await SendAsync(
            system, "POST", $"/settings/{id}/end", DecidingSystem.Reason(), ("if-match", first.Header("etag")!))).Status);
        Assert.Equal("not-found", (await system.Api.CallAsync("GET", $"/settings/{id}")).Problem);
    }

    [Fact]
    public async Task A_change_that_names_no_begin_keeps_it()
    {
        using var system = new DecidingSystem();
        var later = system.Api.Clock.Now.AddHours(1);
        var made = await system.MakeAsync(system.Wanted("mute", 2, ("resource", "Billing"), ("from", later.ToString("O"))));

        var changed = await system.Api.CallAsync(
            "PUT", $"/settings/{(string)made.Body["after"]!["id"]!}", system.Mute(hours: 5), groups: DecidingSystem.Administrator);

        Assert.Equal((200, later), (changed.Status, (DateTimeOffset)changed.Body["after"]!["from"]!));
        Assert.Equal("changed", (string)changed.Body["verb"]!);
    }

    [Fact]
    public async Task Every_act_is_in_the_audit_and_is_undone_by_one_act()
    {
        using var system = new DecidingSystem();
        var made = await system.MakeAsync(system.Mute());
        system.Api.Clock.Now += TimeSpan.FromMinutes(1);
        var ended = await system.EndAsync((string)made.Body["after"]!["id"]!);
        system.Api.Clock.Now += TimeSpan.FromMinutes(1);

        var undone = await system.UndoAsync((string)ended.Body["id"]!);
        var again = await system.UndoAsync((string)ended.Body["id"]!);
        var unknown = await system.UndoAsync("000000000000000-mutes-1");

        Assert.Equal(
            (200, "undone", (string)ended.Body["id"]!),
            (undone.Status, (string)undone.Body["verb"]!, (string)undone.Body["undoes"]!));
        Assert.Equal(("conflict", "not-found"), (again.Problem, unknown.Problem));
        Assert.Equal(["mutes-1"], await system.IdsAsync());
        Assert.Equal(["undone", "ended", "made"], await VerbsAsync(system, "?kind=mutes"));
        Assert.Empty(await VerbsAsync(system, "?kind=queues"));
    }

    [Fact]
    public async Task The_audit_comes_page_by_page()
    {
        using var system = new DecidingSystem();
        for (var i = 0; i < 5; i++)
        {
            system.Api.Clock.Now += TimeSpan.FromSeconds(1);
            _ = await system.MakeAsync(i % 2 == 0 ? system.Mute() : system.Wanted("freeze"));
        }

        foreach (var kind in new[] { "", "kind=mutes&" })
        {
            var (seen, after) = (new List<string>(), "");
            do
            {
                var page = await system.Api.CallAsync("GET", $"/setting-acts?{kind}limit=2{after}", groups: DecidingSystem.Viewer);
                seen.AddRange(page.Body["items"]!.AsArray().Select(static act => (string)act!["id"]!));
                after = (string?)page.Body["next"] is { } next ? $"&after={next}" : "";
            }
            while (after.Length > 0);

            Assert.Equal(kind.Length == 0 ? 5 : 3, seen.Distinct().Count());
            Assert.Equal(seen.OrderDescending(StringComparer.Ordinal), seen);
        }

        Assert.Equal("bad-request", (await system.Api.CallAsync("GET", "/setting-acts?after=nonsense!")).Problem);
        Assert.Equal("invalid", (await system.Api.CallAsync("GET", "/setting-acts?kind=moods")).Problem);
    }

    [Fact]
    public async Task A_request_whose_answer_was_lost_counts_once_when_it_is_sent_again()
    {
        var store = new ForgetfulDesk();
        using var system = new DecidingSystem(services => services.AddSingleton<ISettingsStore>(store));
        store.Dies = true;
        await Assert.ThrowsAnyAsync<Exception>(() => SendAsync(
            system, "POST", "/settings", system.Mute(), ("idempotency-key", "k-1")));
        system.Api.Clock.Now += TimeSpan.FromMinutes(1);

        var wanted = system.Wanted("mute", 2 - (1d / 60), ("resource", "Billing"));
        var again = await SendAsync(system, "POST", "/settings", wanted, ("idempotency-key", "k-1"));

        Assert.True(again.Status == 201, again.Text);
        Assert.Equal(["mutes-1"], await system.IdsAsync());
    }

    [Theory]
    [InlineData("""{"reason":"r","until":"2026-05-04T12:00:00Z"}""", 400, "type")]
    [InlineData("""{"type":"mood","reason":"r"}""", 400, "$")]
    [InlineData("""{"type":"mute","reason":"r","author":"somebody else","resource":"Billing"}""", 400, "your token")]
    [InlineData("""{"type":"mute","resource":"Billing","until":"2026-05-04T12:00:00Z"}""", 400, "$")]
    [InlineData("""{"type":"mute","reason":"r","resource":"Billing"}""", 422, "until: found no end")]
    [InlineData("""{"type":"mute","reason":"r","until":"2026-05-04T12:00:00Z"}""", 422, "a mute of everything")]
    [InlineData("""{"type":"queue","reason":"r","until":"2026-05-04T12:00:00Z","queue":"Nowhere","isOpen":false}""", 422, "Billing")]
    [InlineData("""{"type":"repairs","reason":"r","until":"2026-05-04T12:00:00Z","mode":7}""", 400, "$.mode")]
    [InlineData("""{"until":"2026-05-04T12:00:00Z","reason":"r","resource":"Billing","type":"mute"}""", 201, null)]
    public async Task What_is_wrong_with_a_request_is_told(string body, int status, string? told)
    {
        using var system = new DecidingSystem();

        var reply = await system.MakeAsync(JsonNode.Parse(body)!);

        Assert.True(status == reply.Status, reply.Text);
        Assert.Contains(told ?? "", (string?)(told is null ? "" : reply.Body["detail"]) ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_refused_is_logged_with_who_wanted_it_and_without_what_they_wrote()
    {
        using var system = new DecidingSystem();
        var wanted = system.Wanted("announcement", 2, ("texts", new JsonObject { ["en"] = "The password is swordfish." }));

        _ = await system.MakeAsync(wanted, DecidingSystem.Responder);
        _ = await system.MakeAsync(system.Wanted("mute", -1, ("resource", "swordfish")));

        Assert.Contains("Refused with 403 POST", system.Api.Log, StringComparison.Ordinal);
        Assert.Contains("Refused with 422 POST", system.Api.Log, StringComparison.Ordinal);
        Assert.Contains("ada@example.com", system.Api.Log, StringComparison.Ordinal);
        Assert.DoesNotContain("swordfish", system.Api.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_that_has_not_changed_is_not_sent_again_and_one_in_which_something_begins_is()
    {
        using var system = new DecidingSystem();
        _ = await system.MakeAsync(system.Wanted(
            "mute", 2, ("resource", "Billing"), ("from", system.Api.Clock.Now.AddMinutes(10).ToString("O"))));
        var tag = (await system.Api.CallAsync("GET", "/settings?kind=mutes")).Header("etag")!;

        var same = await SendAsync(system, "GET", "/settings?kind=mutes", null, ("if-none-match", tag));
        Assert.Empty(await system.IdsAsync("?holds=true"));
        system.Api.Clock.Now += TimeSpan.FromMinutes(10);
        var begun = await SendAsync(system, "GET", "/settings?kind=mutes", null, ("if-none-match", tag));

        Assert.Equal((304, 200), (same.Status, begun.Status));
        Assert.Equal(["mutes-1"], await system.IdsAsync("?holds=true"));
    }

    private static JsonObject Wanted(DecidingSystem system, string type, string members)
    {
        var wanted = system.Wanted(type);
        foreach (var (name, value) in JsonNode.Parse(members)!.AsObject())
        {
            wanted[name] = value?.DeepClone();
        }

        return wanted;
    }

    private static Task<ApiReply> SendAsync(
        DecidingSystem system, string method, string path, JsonNode? body, params (string Name, string Value)[] headers) =>
        system.Api.SendAsync(
            ApiSystem.Request(method, path, body, system.Api.Claims(groups: DecidingSystem.Administrator)), headers);

    private static async Task<string[]> VerbsAsync(DecidingSystem system, string query) =>
    [
        .. (await system.Api.CallAsync("GET", $"/setting-acts{query}", groups: DecidingSystem.Viewer)).Body["items"]!.AsArray()
            .Select(static act => (string)act!["verb"]!),
    ];

    /// <summary>Stores, and dies before it can say so.</summary>
    private sealed class ForgetfulDesk : ISettingsStore
    {
        private readonly InMemorySettings _inner = new();

        public bool Dies { get; set; }

        public ValueTask<RuntimeSettings> ReadAsync(CancellationToken cancellationToken) => _inner.ReadAsync(cancellationToken);

        public async ValueTask<bool> CommitAsync(SettingsCommit commit, CancellationToken cancellationToken)
        {
            var isStored = await _inner.CommitAsync(commit, cancellationToken);
            if (Dies)
            {
                Dies = false;
                throw new IOException("the process died");
            }

            return isStored;
        }

        public ValueTask<IReadOnlyList<SettingAct>> ActsAsync(string? before, int limit, CancellationToken cancellationToken) =>
            _inner.ActsAsync(before, limit, cancellationToken);

        public ValueTask<SettingAct?> FindActAsync(string id, CancellationToken cancellationToken) =>
            _inner.FindActAsync(id, cancellationToken);

    }
}
