using System.Text.Json.Nodes;
using ContactCenter.Core.Contacts.Serving;
using ContactCenter.Embedded.Calls;
using Microsoft.Extensions.DependencyInjection;

namespace ContactCenter.Embedded.Tests.Api;

/// <summary>What flows tell of contacts comes back by the API: topics by the day, what was said, and what nobody understood.</summary>
public sealed class ContactTests
{
    private const string Unclear = "it does that thing again";

    [Fact]
    public async Task What_contacts_are_about_is_counted_by_the_day()
    {
        using var system = Center(keep: false);
        await SayAsync(system, "c-1", "I lost my card on the train");

        var day = Assert.Single((await system.CallAsync("GET", "/contacts/topics", groups: "[viewer]")).Body["items"]!.AsArray());

        var topic = Assert.Single(day!["topics"]!.AsArray());
        Assert.Equal(("card_lost", 1), ((string)topic!["topic"]!, (int)topic["contacts"]!));
    }

    [Fact]
    public async Task What_was_not_understood_is_kept_masked_only_where_somebody_wants_it()
    {
        using var without = Center(keep: false);
        await SayAsync(without, "c-1", Unclear);
        Assert.Empty(await UnsureAsync(without));

        using var system = Center(keep: true);
        await SayAsync(system, "c-1", $"{Unclear}, my number is 4111 1111 1111 1111");

        var text = (string)Assert.Single(await UnsureAsync(system))!["text"]!;
        Assert.Contains(Unclear, text, StringComparison.Ordinal);
        Assert.DoesNotContain("4111", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_says_what_it_was_about_is_not_asked_again()
    {
        using var system = Center(keep: true);
        await SayAsync(system, "c-1", Unclear);
        var id = (string)Assert.Single(await UnsureAsync(system))!["id"]!;

        var refused = await system.CallAsync("POST", $"/contacts/unsure/{id}", new JsonObject { ["topic"] = "no such topic" });
        var taken = await system.CallAsync("POST", $"/contacts/unsure/{id}", new JsonObject { ["topic"] = "out_of_scope" });
        var again = await system.CallAsync("POST", $"/contacts/unsure/{id}", new JsonObject { ["topic"] = "out_of_scope" });

        Assert.Equal((422, 200, 404), (refused.Status, taken.Status, again.Status));
        Assert.Empty(await UnsureAsync(system));
    }

    [Fact]
    public async Task A_viewer_reads_no_words_of_contacts_that_nobody_understood()
    {
        using var system = Center(keep: true);

        Assert.Equal(403, (await system.CallAsync("GET", "/contacts/unsure", groups: "[viewer]")).Status);
    }

    [Fact]
    public async Task What_customers_say_afterwards_is_listed_masked()
    {
        using var system = Center(keep: false);
        await system.System.InvokeAsync(
            EmbeddedFunction.Find("RecordSurvey")!,
            HookEvent.Call("c-7", new("rating", "2"), new("comment", "too slow, call me at ada@example.com"), new("topic", "card_lost")));

        var survey = Assert.Single((await system.CallAsync("GET", "/contacts/surveys", groups: "[viewer]")).Body["items"]!.AsArray());

        Assert.Equal((2, "card_lost"), ((int)survey!["rating"]!, (string)survey["topic"]!));
        Assert.DoesNotContain("ada@example.com", (string)survey["comment"]!, StringComparison.Ordinal);
    }

    private static ApiSystem Center(bool keep) => new(center: center => center with { Topics = new() { KeepUnsure = keep } });

    private static async Task<JsonArray> UnsureAsync(ApiSystem system) =>
        (await system.CallAsync("GET", "/contacts/unsure")).Body["items"]!.AsArray();

    /// <summary>A contact, and one without words when it is time to write down what was heard.</summary>
    private static async Task SayAsync(ApiSystem system, string contact, string text)
    {
        var call = HookEvent.Call(contact, new KeyValuePair<string, JsonNode?>("text", text));
        await system.System.InvokeAsync(EmbeddedFunction.Find("ClassifyContact")!, call);
        system.Clock.Now += AnswerTally.Every;
        await system.System.Services.GetRequiredService<AnswerTally>().AddAsync(TopicAnswer.Default);
    }
}
