using System.Globalization;
using System.Text.Json.Nodes;
using ContactCenter.Aws.Tests;
using ContactCenter.Core.Incidents;
using static ContactCenter.Aws.Tests.Incidents.Samples;

namespace ContactCenter.Functions.Tests.Incidents;

/// <summary>The API as it is deployed, on a table of the emulator.</summary>
public sealed class ServeApiTests(Emulator emulator)
{
    [Fact]
    public async Task An_act_is_stored_with_its_author_and_the_same_request_again_gets_the_same_answer()
    {
        await using var deployment = await CreateAsync();
        var opening = Opening("Billing", Noon);
        await deployment.Store.CommitAsync(opening, TestContext.Current.CancellationToken);
        var id = opening.Correlation.Incident!.Id;
        var request = Request("POST", $"/incidents/{id}/acknowledge", "k-1");

        var first = await AnswerAsync(deployment, request);
        var again = await AnswerAsync(deployment, request);
        var incident = await deployment.IncidentAsync();

        Assert.Equal((200, IncidentState.Acknowledged), ((int)first["statusCode"]!, incident.State));
        Assert.Equal("ada@example.com", incident.Acknowledgement?.By);
        Assert.Equal((string)first["body"]!, (string)again["body"]!);
        Assert.Equal("true", (string?)again["headers"]!["idempotency-replayed"]);
    }

    [Fact]
    public async Task What_people_do_in_an_incident_is_read_again_from_the_table()
    {
        await using var deployment = await CreateAsync();
        var opening = Opening("Billing", Noon);
        await deployment.Store.CommitAsync(opening, TestContext.Current.CancellationToken);
        var path = $"/incidents/{opening.Correlation.Incident!.Id}";

        _ = await AnswerAsync(deployment, Request("POST", $"{path}/roles/commander", "k-1"));
        _ = await AnswerAsync(deployment, Request("POST", $"{path}/steps/2", "k-2"));
        _ = await AnswerAsync(deployment, Request("POST", $"{path}/resolve", "k-3", """{"verdict":"drill"}"""));
        var seen = JsonNode.Parse((string)(await AnswerAsync(deployment, Request("GET", path, "k-4")))["body"]!)!;

        Assert.Equal(
            ("commander", 2, "drill"),
            ((string)seen["roles"]![0]!["role"]!, (int)seen["steps"]![0]!["number"]!, (string)seen["verdict"]!["kind"]!));
    }

    [Fact]
    public async Task What_people_decide_is_read_again_from_the_table_and_undone()
    {
        await using var deployment = await CreateAsync();
        var until = TimeProvider.System.GetUtcNow().AddHours(2).ToString("O");
        var mute = $$"""{"type":"mute","resource":"Billing","until":"{{until}}","reason":"known"}""";
        var closed = $$"""{"type":"repairs","mode":"dryRun","until":"{{until}}","reason":"look"}""";

        var refused = await AnswerAsync(deployment, Request("POST", "/settings", "k-0", closed));
        var made = await AnswerAsync(deployment, Request("POST", "/settings", "k-1", mute));
        var changed = await AnswerAsync(
            deployment, Request("PUT", "/settings/mutes-1", "k-2", mute.Replace("known", "still known", StringComparison.Ordinal)));
        var seen = Body(await AnswerAsync(deployment, Request("GET", "/settings", "k-3")));
        var act = (string)Body(changed)["id"]!;
        var undone = await AnswerAsync(deployment, Request("POST", $"/setting-acts/{act}/undo", "k-4", """{"reason":"no"}"""));
        var audit = Body(await AnswerAsync(deployment, Request("GET", "/setting-acts", "k-5")));
        var preview = Body(await AnswerAsync(deployment, Request("POST", "/settings/preview", "k-6", mute)));

        Assert.Equal(
            (403, 201, 200, 200),
            ((int)refused["statusCode"]!, (int)made["statusCode"]!, (int)changed["statusCode"]!, (int)undone["statusCode"]!));
        var setting = Assert.Single(seen["items"]!.AsArray())!["setting"]!;
        Assert.Equal(("ada@example.com", "still known", 2), Told(setting));
        Assert.Equal(("ada@example.com", "known", 3), Told(Body(undone)["after"]!));
        Assert.Equal(["undone", "changed", "made"], audit["items"]!.AsArray().Select(static one => (string)one!["verb"]!));
        Assert.Empty(preview["problems"]!.AsArray());
    }

    [Fact]
    public async Task What_is_remembered_is_read_from_the_table()
    {
        await using var deployment = await CreateAsync();
        var opening = Opening("Billing", Noon);
        await deployment.Store.CommitAsync(opening, TestContext.Current.CancellationToken);
        var id = opening.Correlation.Incident!.Id;

        var file = Body(await AnswerAsync(deployment, Request("GET", $"/history/incidents/{id}", "k-1")));
        var list = await AnswerAsync(deployment, Request("GET", "/history/incidents", "k-2"));
        var alarms = await AnswerAsync(deployment, Request("GET", "/history/alarms/2026-05-04", "k-3"));
        var changes = await AnswerAsync(deployment, Request("GET", "/history/changes", "k-4"));

        Assert.Equal(id, (string)file["incident"]!["id"]!);
        Assert.NotEmpty(file["timeline"]!.AsArray());
        Assert.All([list, alarms, changes], static answer => Assert.Equal(200, (int)answer["statusCode"]!));
    }

    private async Task<Deployment> CreateAsync() => (await Deployment.CreateAsync(emulator)).With("CONTACTS_TABLE", "contacts");

    private static (string Author, string Reason, int Version) Told(JsonNode setting) =>
        ((string)setting["author"]!, (string)setting["reason"]!, (int)setting["version"]!);

    private static JsonNode Body(JsonNode answer) => JsonNode.Parse((string)answer["body"]!)!;

    private static async Task<JsonNode> AnswerAsync(Deployment deployment, string request)
    {
        var outcome = await deployment.InvokeAsync("ServeApi", request);
        Assert.True(outcome.Succeeded, outcome.Body);
        return JsonNode.Parse(outcome.Body)!;
    }

    private static string Request(string method, string path, string key, string body = "{}") => new JsonObject
    {
        ["version"] = "2.0",
        ["rawPath"] = $"/api/v1{path}",
        ["headers"] = new JsonObject { ["content-type"] = "application/json", ["idempotency-key"] = key },
        ["requestContext"] = new JsonObject
        {
            ["http"] = new JsonObject { ["method"] = method, ["path"] = $"/api/v1{path}" },
            ["authorizer"] = new JsonObject
            {
                ["jwt"] = new JsonObject
                {
                    ["claims"] = new JsonObject
                    {
                        ["iss"] = "https://login.example.com/tenant",
                        ["aud"] = "console",
                        ["sub"] = "ada",
                        ["exp"] = TimeProvider.System.GetUtcNow().AddHours(1).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
                        ["email"] = "ada@example.com",
                        ["email_verified"] = "true",
                        ["cognito:groups"] = "[responder]",
                    },
                },
            },
        },
        ["body"] = method == "GET" ? null : body,
        ["isBase64Encoded"] = false,
    }.ToJsonString();
}
