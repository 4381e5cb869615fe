using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ContactCenter.Core.Tests.Architecture;
using ContactCenter.Core.Validation;

namespace ContactCenter.Core.Tests.Contacts.Dialogues;

/// <summary>Everything that is wrong with a dialogue is told at once, with its place; the sample has nothing wrong.</summary>
public sealed class DialogueRuleTests
{
    [Theory]
    [InlineData("name", "\"Block Card\"", "$.dialogues[0].name")]
    [InlineData("name", "\"balance\"", "$.dialogues[3].name")]
    [InlineData("topics", "[]", "$.dialogues[0].topics")]
    [InlineData("topics", """["card_limit"]""", "$.dialogues[2].topics[0]")]
    [InlineData("function", "\"block-card\"", "$.dialogues[0].function")]
    [InlineData("function", "\"arn:aws:lambda:us-east-1:123456789012:function:block-card\"", "$.dialogues[0].function")]
    [InlineData("functionMilliseconds", "1800", "$.dialogues[0].functionMilliseconds")]
    [InlineData("passes", """["a","b","c","d","e","f","g","h","i","j","k"]""", "$.dialogues[0].passes")]
    [InlineData("texts", "{}", "$.dialogues[0].texts")]
    [InlineData("texts", """{"fr":{"confirm":"?","done":"!"}}""", "$.dialogues[0].texts")]
    [InlineData("texts", """{"en":{"done":"Done."}}""", "$.dialogues[0].texts.en")]
    [InlineData("texts", """{"en":{"confirm":"{carg}?","done":"Done."}}""", "$.dialogues[0].texts.en.confirm")]
    [InlineData("texts", """{"en":{"confirm":"{reference}?","done":"Done."}}""", "$.dialogues[0].texts.en.confirm")]
    [InlineData("texts", """{"en":{"confirm":"Right?","done":"{balance}"}}""", "$.dialogues[0].texts.en.done")]
    [InlineData("texts", """{"en":{"confirm":"Right?","done":"$.Attributes.x"}}""", "$.dialogues[0].texts.en.done")]
    public void Something_that_is_wrong_with_a_dialogue(string member, string value, string path) =>
        Assert.Contains(path, Problems(dialogue => dialogue[member] = JsonNode.Parse(value)));

    [Theory]
    [InlineData("name", "\"Card number\"", "name")]
    [InlineData("kind", "\"pin\"", "kind")]
    [InlineData("questions", """{"en":"Which?"}""", "questions")]
    [InlineData("minimum", "-1", "minimum")]
    [InlineData("pattern", "\"(\"", "pattern")]
    [InlineData("attempts", "9", "attempts")]
    [InlineData("choices", """[{"value":"a","words":{"en":["a"],"de":["a"]}}]""", "choices")]
    public void Something_that_is_wrong_with_a_field(string member, string value, string at) =>
        Assert.Contains($"$.dialogues[0].fields[0].{at}", Problems(dialogue => dialogue["fields"]![0]![member] = JsonNode.Parse(value)));

    [Theory]
    [InlineData("""{"kind":"digits","minimum":9,"maximum":3}""", "minimum")]
    [InlineData("""{"kind":"digits","maximum":16}""", "maximum")]
    [InlineData("""{"kind":"words","maximum":500}""", "maximum")]
    [InlineData("""{"kind":"choice"}""", "choices")]
    [InlineData(
        """{"kind":"choice","choices":[{"value":"a","words":{"en":["x"],"de":["y"]}},{"value":"b","words":{"en":["X"],"de":["z"]}}]}""",
        "choices[1].words.en")]
    [InlineData("""{"kind":"choice","choices":[{"value":"a","words":{"en":["x"]}},{"value":"b","words":{"en":["y"],"de":[]}}]}""", "choices[0].words")]
    public void Something_that_does_not_fit_the_kind_of_a_field(string members, string at) => Assert.Contains(
        $"$.dialogues[0].fields[0].{at}",
        Problems(dialogue =>
        {
            foreach (var (name, value) in JsonNode.Parse(members)!.AsObject())
            {
                dialogue["fields"]![0]![name] = value!.DeepClone();
            }
        }));

    [Fact]
    public void More_fields_than_an_attribute_holds_are_told() => Assert.Contains(
        "$.dialogues[0].fields",
        Problems(dialogue =>
        {
            for (var i = 0; i < 6; i++)
            {
                var field = dialogue["fields"]![0]!.DeepClone();
                field["name"] = $"card{i}";
                dialogue["fields"]!.AsArray().Add(field);
            }
        }));

    private static IEnumerable<string> Problems(Action<JsonNode> change)
    {
        var options = new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip };
        var configuration = JsonNode.Parse(File.ReadAllText(Repository.File("samples", "dialogues.json")), documentOptions: options)!;
        change(configuration["dialogues"]![0]!);
        var reading = ConfigurationReader.Read(Encoding.UTF8.GetBytes(configuration.ToJsonString()));
        return reading.Problems.Select(static problem => problem.Path);
    }
}
