using System.Text.Json;
using ContactCenter.Core.Contacts.Flows;
using FsCheck;
using FsCheck.Fluent;

namespace ContactCenter.Core.Tests.Contacts.Flows;

public sealed class HookAnswerWriterTests
{
    private static readonly HookAnswer Prepared = new()
    {
        Decision = "default",
        IsDefault = true,
        Values = new Dictionary<string, string?> { ["status"] = "default", ["queue"] = null },
        Sentences = new Dictionary<string, string?> { ["announcement"] = null },
        Objects = new Dictionary<string, string?> { ["RoutingCriteria"] = """{"Steps":[]}""" },
    };

    [Fact]
    public void What_an_answer_lacks_is_taken_from_the_prepared_one_and_what_only_it_has_is_left_out()
    {
        var answer = Written(new HookAnswer
        {
            Decision = "x",
            Values = new Dictionary<string, string?> { ["queue"] = "Cards", ["extra"] = "x" }
        });

        Assert.Equal(["status", "queue", "announcement", "RoutingCriteria"], answer.EnumerateObject().Select(static member => member.Name));
        Assert.Equal(("default", "Cards", "none"), (Text(answer, "status"), Text(answer, "queue"), Text(answer, "announcement")));
    }

    [Fact]
    public void An_object_is_a_text_unless_the_block_asks_for_objects()
    {
        Assert.Equal("""{"Steps":[]}""", Text(Written(Prepared), "RoutingCriteria"));
        Assert.Equal(JsonValueKind.Array, Written(Prepared, asObjects: true).GetProperty("RoutingCriteria").GetProperty("Steps").ValueKind);
    }

    [Theory]
    [InlineData("<speak>Pay <break time='10s'/> now</speak>", "speak Pay break time='10s'/ now /speak")]
    [InlineData("You are $.Attributes.pin & welcome\u2028Next", "You are .Attributes.pin and welcome Next")]
    [InlineData("a\u202Etxt.exe", "a txt.exe")]
    public void A_sentence_stays_plain_text(string text, string expected) => Assert.Equal(expected, FlowSpeech.Of(text));

    [Fact]
    public void An_answer_that_would_not_fit_gives_way_to_the_prepared_one()
    {
        var many = Enumerable.Range(0, 100).ToDictionary(static i => $"k{i}", static _ => (string?)"none");
        var hostile = many.ToDictionary(static pair => pair.Key, static _ => (string?)new string('"', 100_000));

        var written = HookAnswerWriter.Write(
            new HookAnswer { Decision = "x", Values = hostile }, new HookAnswer { Decision = "default", Values = many }, FlowRequest.Empty);

        Assert.InRange(written.Length, 1, HookAnswerWriter.MaximumBytes);
        Assert.All(
            JsonDocument.Parse(written).RootElement.EnumerateObject(), static member => Assert.Equal("none", member.Value.GetString()));
    }

    [Fact]
    public void Whatever_is_put_in_the_answer_is_flat_complete_clean_and_short() =>
        Prop.ForAll<string?, string?, string?>((status, queue, announcement) =>
        {
            var answer = Written(new HookAnswer
            {
                Decision = "x",
                Values = new Dictionary<string, string?> { ["status"] = status, ["queue"] = Repeated(queue) },
                Sentences = new Dictionary<string, string?> { ["announcement"] = Repeated(announcement) },
            });
            return answer.EnumerateObject().Count() == 4
                && answer.EnumerateObject().All(static member =>
                    member.Value.GetString() is { } text && text.Trim().Length > 0 && !text.Any(char.IsControl))
                && Text(answer, "queue").Length <= FlowValue.MaximumLength
                && Text(answer, "announcement").Length <= FlowSpeech.MaximumLength
                && !Text(answer, "announcement").AsSpan().ContainsAny("<>&$");
        }).QuickCheckThrowOnFailure();

    private static string? Repeated(string? text) => text is null ? null : string.Concat(Enumerable.Repeat(text, 200));

    private static JsonElement Written(HookAnswer answer, bool asObjects = false) =>
        JsonDocument.Parse(HookAnswerWriter.Write(answer, Prepared, Asking(asObjects))).RootElement;

    private static FlowRequest Asking(bool asObjects) =>
        asObjects ? new() { Parameters = new Dictionary<string, string> { ["answer"] = "json" } } : FlowRequest.Empty;

    private static string Text(JsonElement answer, string name) => answer.GetProperty(name).GetString()!;
}
