using System.Text.Json.Nodes;

namespace ContactCenter.Embedded.Tests.Api;

/// <summary>In which language problems are told: what programs read is the same in each.</summary>
public sealed class LanguageTests
{
    private const string English = "There is no such incident, or a newer one of the same resource has taken its place.";
    private const string German = "Diesen Vorfall gibt es nicht, oder ein neuerer derselben Ressource ist an seine Stelle getreten.";

    [Theory]
    [InlineData(null, "", "en", English)]
    [InlineData("de-AT,de;q=0.9,en;q=0.8", "", "de", German)]
    [InlineData("fr, de;q=0.5, en;q=0.4", "", "de", German)]
    [InlineData("en-GB, de;q=0.5", "", "en", English)]
    [InlineData("fr", "", "en", English)]
    [InlineData(";;q=,,", "", "en", English)]
    [InlineData(null, "?language=de", "de", German)]
    [InlineData("de", "?language=en", "en", English)]
    public async Task A_problem_is_told_in_the_language_that_is_asked_for(string? accepted, string query, string language, string detail)
    {
        using var system = new ApiSystem();
        var request = ApiSystem.Request("GET", $"/incidents/NOPE-1{query}", null, system.Claims());

        var reply = await system.SendAsync(request, accepted is null ? [] : [("accept-language", accepted)]);

        Assert.Equal((404, "not-found", language), (reply.Status, reply.Problem, reply.Header("content-language")));
        Assert.Equal((detail, 404), ((string)reply.Body["detail"]!, (int)reply.Body["status"]!));
    }

    [Fact]
    public async Task Title_and_reason_are_in_the_same_language()
    {
        using var system = new ApiSystem();
        var id = await system.OpenAsync();
        await system.CallAsync("POST", $"/incidents/{id}/resolve", new JsonObject());

        var late = await SendAsync(system, "POST", $"/incidents/{id}/acknowledge", new JsonObject());

        Assert.Equal((409, "conflict"), (late.Status, late.Problem));
        Assert.Equal(("Es passt nicht mehr", "Es ist schon vorbei."), ((string)late.Body["title"]!, (string)late.Body["detail"]!));
    }

    [Fact]
    public async Task Whoever_is_not_let_in_reads_why()
    {
        using var system = new ApiSystem();
        var request = ApiSystem.Request("GET", "/incidents", null, claims: null);

        var reply = await system.SendAsync(request, ("accept-language", "de"), ("authorization", "Bearer nothing"));

        Assert.Equal((401, "unauthorized"), (reply.Status, reply.Problem));
        Assert.Equal("Niemand wird eingelassen: das Token ist keines von unseren.", (string)reply.Body["detail"]!);
        Assert.Contains("the token is none of ours", system.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_repeated_is_told_in_the_language_of_the_repetition()
    {
        using var system = new ApiSystem();
        var request = ApiSystem.Request("POST", "/incidents/NOPE-1/acknowledge", new JsonObject(), system.Claims());
        await system.SendAsync(request, ("idempotency-key", "k-1"), ("accept-language", "de"));

        var again = await system.SendAsync(request, ("idempotency-key", "k-1"), ("accept-language", "en"));

        Assert.Equal(("true", "en", English),
            (again.Header("idempotency-replayed"), again.Header("content-language"), (string)again.Body["detail"]!));
    }

    [Fact]
    public async Task What_is_no_problem_says_no_language()
    {
        using var system = new ApiSystem();

        var reply = await SendAsync(system, "GET", "/me", null);

        Assert.Equal((200, null), (reply.Status, reply.Header("content-language")));
    }

    private static Task<ApiReply> SendAsync(ApiSystem system, string method, string path, JsonNode? body) =>
        system.SendAsync(ApiSystem.Request(method, path, body, system.Claims()), ("accept-language", "de"));
}
