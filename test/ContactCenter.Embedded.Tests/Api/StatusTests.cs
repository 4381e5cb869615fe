using System.Globalization;
using System.Text.Json.Nodes;
using ContactCenter.Core.Configuration.Access;
using ContactCenter.Core.Notifications.Status;
using ContactCenter.Embedded.Ports;
using Microsoft.Extensions.DependencyInjection;

namespace ContactCenter.Embedded.Tests.Api;

/// <summary>The status page over the API: drafts publish nothing, words count when somebody sends them, and none are lost.</summary>
public sealed class StatusTests
{
    private readonly KeptStatus _site = new();

    [Fact]
    public async Task Drafts_are_for_three_audiences_in_each_language_and_publish_nothing()
    {
        using var system = Open();
        var id = await system.OpenAsync();

        var drafts = (await system.CallAsync(
            "POST", "/status/drafts", new JsonObject { ["incident"] = id, ["components"] = new JsonArray("phone") })).Body;

        Assert.Equal(
            ["customers en", "staff en", "management en", "customers de", "staff de", "management de"],
            drafts["drafts"]!.AsArray().Select(static one => $"{one!["audience"]} {one["language"]}"));
        Assert.Equal(
            "Seit 12:00 (Europe/Berlin) gibt es eine Störung bei Telefon. Das Warten dauert länger als sonst. Wir suchen die Ursache. "
                + "Die nächste Meldung kommt um 14:00 (Europe/Berlin).",
            (string?)drafts["drafts"]![3]!["words"]);
        Assert.Contains("zuständig ist noch niemand", (string)drafts["drafts"]![5]!["words"]!, StringComparison.Ordinal);
        Assert.Empty(_site.Files);
    }

    [Fact]
    public async Task What_a_responder_sends_is_published_and_kept_under_their_name()
    {
        using var system = Open();

        var told = await system.CallAsync("POST", "/status/notices", Words(system));

        Assert.Equal(201, told.Status);
        Assert.Equal("ada@example.com", (string?)told.Body["notices"]![0]!["updates"]![0]!["approvedBy"]);
        Assert.Equal("majorOutage", (string?)told.Body["components"]![0]!["state"]);
        Assert.Contains("Words.", _site.Files["index.html"], StringComparison.Ordinal);
        Assert.Contains("Worte.", _site.Files["de.html"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_end_of_it_is_an_update_like_every_other()
    {
        using var system = Open();
        await system.CallAsync("POST", "/status/notices", Words(system));
        var end = Words(system);
        end["phase"] = "resolved";
        end.Remove("nextUpdateAt");

        var told = await system.CallAsync("POST", "/status/notices/1/updates", end);

        Assert.Equal((200, "operational"), (told.Status, (string?)told.Body["components"]![0]!["state"]));
        Assert.Contains("Everything works", _site.Files["index.html"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_two_people_who_publish_at_once_none_is_lost()
    {
        using var system = Open();
        var other = Words(system);
        _site.Before = () => system.CallAsync("POST", "/status/notices", other, who: "ben");

        var told = await system.CallAsync("POST", "/status/notices", Words(system));

        Assert.Equal(
            ["ada@example.com", "ben@example.com"],
            told.Body["notices"]!.AsArray().Select(static notice => (string?)notice!["updates"]![0]!["approvedBy"]));
    }

    [Fact]
    public async Task A_viewer_looks_and_publishes_nothing()
    {
        using var system = Open();

        Assert.Equal(403, (await system.CallAsync("POST", "/status/notices", Words(system), groups: "[viewer]")).Status);
        Assert.Equal(200, (await system.CallAsync("GET", "/status", groups: "[viewer]")).Status);
        Assert.Empty(_site.Files);
    }

    [Fact]
    public async Task The_page_is_written_before_anything_was_ever_wrong()
    {
        using var system = Open();

        await system.CallAsync("POST", "/status/render", new JsonObject());

        Assert.Contains("Everything works", _site.Files["index.html"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_page_and_in_shadow_nothing_is_published()
    {
        using var without = new ApiSystem();
        using var shadow = Open(isShadow: true);

        Assert.Equal("not-found", (await without.CallAsync("GET", "/status")).Problem);
        Assert.Equal("conflict", (await shadow.CallAsync("POST", "/status/notices", Words(shadow))).Problem);
    }

    private ApiSystem Open(bool isShadow = false) => new(
        ports: (services, _) => services.AddSingleton<IStatusSite>(_site),
        center: center => center with
        {
            Shadow = isShadow,
            TimeZone = "Europe/Berlin",
            StatusPage = new StatusPageSettings
            {
                Region = "eu-west-1",
                Title = new Dictionary<string, string> { ["en"] = "Acme service" },
                Languages = ["en", "de"],
                Components = [new() { Id = "phone", Name = new Dictionary<string, string> { ["en"] = "Telephone", ["de"] = "Telefon" } }],
            },
        });

    private static JsonObject Words(ApiSystem system) => new()
    {
        ["phase"] = "investigating",
        ["components"] = new JsonObject { ["phone"] = "majorOutage" },
        ["words"] = new JsonObject { ["en"] = "Words.", ["de"] = "Worte." },
        ["nextUpdateAt"] = system.Clock.Now.AddMinutes(30).ToString("O", CultureInfo.InvariantCulture),
    };
}
