using System.Text;
using System.Text.Json.Nodes;
using ContactCenter.Core.Contacts.Articles;
using ContactCenter.Embedded.Calls;
using ContactCenter.Simulation.Stores;
using Microsoft.Extensions.DependencyInjection;

namespace ContactCenter.Embedded.Tests.Api;

/// <summary>Articles over the API, from a draft to what a flow is answered.</summary>
public sealed class KnowledgeTests
{
    private const string Card = "/knowledge/articles/card-lost";
    private const string Administrators = "[administrator]";

    [Fact]
    public async Task What_an_administrator_publishes_is_what_a_flow_is_answered()
    {
        using var system = Open();
        await system.CallAsync("PUT", Card, Draft("Call the blocking line."));
        await AskAsync(system);

        var published = await system.CallAsync("POST", $"{Card}/publish", Why("approved"), groups: Administrators);
        var answers = await AskUntilAsync(system, "Call the blocking line.");

        Assert.Equal((200, "published"), (published.Status, (string?)published.Body["state"]));
        Assert.Equal("Call the blocking line.", answers);
        var state = (await system.CallAsync("GET", "/knowledge")).Body;
        Assert.True((bool)state["isBuilt"]!);
    }

    [Fact]
    public async Task A_draft_reaches_nobody()
    {
        using var system = Open();
        var before = await AskAsync(system);

        var draft = await system.CallAsync("PUT", Card, Draft("Call the blocking line."));

        Assert.Equal((200, "changed", 2), (draft.Status, (string?)draft.Body["state"], (int?)draft.Body["version"]));
        Assert.Equal(before, await AskAsync(system));
    }

    [Theory]
    [InlineData("GET", "/knowledge", "[viewer]", 200)]
    [InlineData("GET", "/knowledge/articles", "[viewer]", 200)]
    [InlineData("GET", "/knowledge/acts", "[viewer]", 200)]
    [InlineData("GET", "/knowledge/published", "[viewer]", 200)]
    [InlineData("PUT", Card, "[viewer]", 403)]
    [InlineData("POST", $"{Card}/adopt", "[viewer]", 403)]
    [InlineData("POST", $"{Card}/versions/1/restore", "[viewer]", 403)]
    [InlineData("POST", $"{Card}/publish", "[responder]", 403)]
    [InlineData("POST", $"{Card}/withdraw", "[responder]", 403)]
    public async Task Who_may_what(string method, string path, string groups, int status)
    {
        using var system = Open();

        Assert.Equal(status, (await system.CallAsync(method, path, method == "GET" ? null : Draft("Text."), groups: groups)).Status);
    }

    [Fact]
    public async Task A_preview_says_what_the_drafts_would_answer_and_what_is_published_answers()
    {
        using var system = Open();
        await system.CallAsync("PUT", Card, Draft("Call the blocking line."));

        var preview = (await system.CallAsync(
            "POST", "/knowledge/preview", new JsonObject { ["question"] = "How do I block my card?" }, groups: "[viewer]")).Body;

        Assert.Equal("Call the blocking line.", (string?)preview["drafts"]!["articles"]![0]!["answer"]);
        Assert.StartsWith("You can block a card", (string?)preview["published"]!["articles"]![0]!["answer"], StringComparison.Ordinal);
        Assert.True((bool)preview["drafts"]!["isAnswered"]!);
        Assert.InRange((double)preview["drafts"]!["confidence"]!, 0.5, 1);
    }

    [Fact]
    public async Task What_breaks_the_rules_is_refused_and_says_what()
    {
        using var system = Open();

        var refused = await system.CallAsync("PUT", Card, Draft("It costs $5."));

        Assert.Equal((422, "invalid"), (refused.Status, refused.Problem));
        Assert.Contains("cannot be spoken", (string)refused.Body["detail"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_earlier_version_comes_back_as_a_draft()
    {
        using var system = Open();
        await system.CallAsync("PUT", Card, Draft("Call the blocking line."));

        var restored = await system.CallAsync("POST", $"{Card}/versions/1/restore", new JsonObject());

        Assert.StartsWith("You can block a card", (string?)restored.Body["draft"]!["answer"], StringComparison.Ordinal);
        var versions = (await system.CallAsync("GET", $"{Card}/versions")).Body["items"]!.AsArray();
        Assert.Equal([3, 2, 1], versions.Select(static one => (int)one!["version"]!));
        Assert.Equal(1, (int?)versions[0]!["restores"]);
        Assert.Equal(404, (await system.CallAsync("POST", $"{Card}/versions/9/restore", new JsonObject())).Status);
    }

    [Fact]
    public async Task The_audit_names_who_did_what_and_why()
    {
        using var system = Open();
        await system.CallAsync("PUT", Card, Draft("Call the blocking line."), who: "ben");
        await system.CallAsync("POST", $"{Card}/publish", Why("approved"), groups: Administrators);

        var acts = (await system.CallAsync("GET", "/knowledge/acts")).Body["items"]!.AsArray();

        Assert.Equal(
            ["published ada@example.com approved", "written ben@example.com clearer"],
            acts.Select(static act => $"{act!["verb"]} {act["author"]} {act["reason"]}"));
    }

    [Fact]
    public async Task What_is_published_is_a_list_that_a_deployment_takes()
    {
        using var system = Open();

        var list = (await system.CallAsync("GET", "/knowledge/published")).Body.AsArray();

        var problems = new List<ContactCenter.Language.Knowledge.KnowledgeProblem>();
        var articles = ContactCenter.Language.Knowledge.ArticleList.Read(
            "list", Encoding.UTF8.GetBytes(list.ToJsonString()), problems);
        Assert.Empty(problems);
        Assert.Contains(articles, static article => article.Id == "card-lost" && article.Questions.Count > 0);
    }

    [Fact]
    public async Task A_list_has_pages_and_is_searched()
    {
        using var system = Open();

        var first = (await system.CallAsync("GET", "/knowledge/articles?limit=5")).Body;
        var second = (await system.CallAsync("GET", $"/knowledge/articles?limit=5&after={first["next"]}")).Body;
        var found = (await system.CallAsync("GET", "/knowledge/articles?text=card-lost")).Body;

        Assert.Equal(5, first["items"]!.AsArray().Count);
        Assert.Empty(Ids(first).Intersect(Ids(second)));
        Assert.Equal(["card-lost"], Ids(found));
        Assert.Null(found["next"]);
    }

    [Fact]
    public async Task Where_articles_are_not_edited_the_API_says_so()
    {
        using var system = new ApiSystem();

        Assert.Equal("not-found", (await system.CallAsync("GET", "/knowledge")).Problem);
        Assert.Equal("not-found", (await system.CallAsync("PUT", Card, Draft("Text."))).Problem);
    }

    [Fact]
    public async Task The_function_builds_what_is_published_and_nothing_twice()
    {
        using var system = Open((services, _) => services.AddSingleton<IArticleStore>(new InMemoryArticles()));
        await system.CallAsync("POST", $"{Card}/withdraw", Why("wrong"), groups: Administrators);

        var first = JsonNode.Parse((await system.System.InvokeAsync(EmbeddedFunction.Find("BuildKnowledge")!, "{}"u8.ToArray())).Span)!;
        var second = JsonNode.Parse((await system.System.InvokeAsync(EmbeddedFunction.Find("BuildKnowledge")!, "{}"u8.ToArray())).Span)!;

        Assert.Equal((true, false), ((bool)first["isNew"]!, (bool)second["isNew"]!));
        Assert.Equal((string?)first["id"], (string?)second["id"]);
    }

    private static ApiSystem Open(Action<IServiceCollection, ContactCenter.Simulation.VirtualClock>? ports = null) => new(
        ports: ports,
        center: static center => center with { SelfService = center.SelfService with { Articles = "knowledge", Editing = true } });

    private static JsonObject Draft(string answer) => new()
    {
        ["language"] = "en",
        ["title"] = "Block a lost or stolen card",
        ["questions"] = new JsonArray("how do I block my card", "I lost my card"),
        ["answer"] = answer,
        ["reason"] = "clearer",
    };

    private static JsonObject Why(string reason) => new() { ["reason"] = reason };

    private static IEnumerable<string?> Ids(JsonNode page) => page["items"]!.AsArray().Select(static one => (string?)one!["id"]);

    /// <summary>What a flow is answered now.</summary>
    private static async Task<string?> AskAsync(ApiSystem system)
    {
        var call = new JsonObject
        {
            ["Details"] = new JsonObject { ["Parameters"] = new JsonObject { ["text"] = "How do I block my card?" } },
        };
        var answer = await system.System.InvokeAsync(
            EmbeddedFunction.Find("AnswerQuestion")!, Encoding.UTF8.GetBytes(call.ToJsonString()));
        return (string?)JsonNode.Parse(answer.Span)!["answer"];
    }

    /// <summary>The look runs beside answers: so many of them come before it has ended at most.</summary>
    private static async Task<string?> AskUntilAsync(ApiSystem system, string expected)
    {
        string? answer = null;
        for (var i = 0; i < 100 && answer != expected; i++)
        {
            system.Clock.Now += KnowledgeInService.Every;
            answer = await AskAsync(system);
            await system.System.Services.GetRequiredService<KnowledgeInService>().LookAsync();
        }

        return answer;
    }
}
