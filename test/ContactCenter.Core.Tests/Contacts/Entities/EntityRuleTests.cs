using System.Text;
using System.Text.Json.Nodes;
using ContactCenter.Core.Tests.Architecture;
using ContactCenter.Core.Validation;

namespace ContactCenter.Core.Tests.Contacts.Entities;

/// <summary>What is wrong with what a configuration wants to know beside the topic is told with its place.</summary>
public sealed class EntityRuleTests
{
    [Theory]
    [InlineData("""{"entities":{"numbers":{"orderNumber":"(a+)+\\d{6}"}}}""", "$.topics.entities.numbers.orderNumber")]
    [InlineData("""{"entities":{"numbers":{"order number":"AB\\d{6}"}}}""", "$.topics.entities.numbers.order number")]
    [InlineData("""{"entities":{"numbers":{"topic":"AB\\d{6}"}}}""", "$.topics.entities.numbers.topic")]
    [InlineData("""{"entities":{"numbers":{"Concern1":"AB\\d{6}"}}}""", "$.topics.entities.numbers.Concern1")]
    [InlineData("""{"entities":{"numbers":{"saidDate":"AB\\d{6}"}}}""", "$.topics.entities.numbers.saidDate")]
    [InlineData(
        """{"entities":{"numbers":{"a":"A\\d{6}","b":"A\\d{6}","c":"A\\d{6}","d":"A\\d{6}","e":"A\\d{6}","f":"A\\d{6}"}}}""",
        "$.topics.entities.numbers")]
    [InlineData("""{"entities":{"places":{"berlin":[]}}}""", "$.topics.entities.places.berlin")]
    [InlineData("""{"entities":{"places":{"berlin":["Berlin","--"]}}}""", "$.topics.entities.places.berlin[1]")]
    [InlineData("""{"complexity":{"simple":["a","b"],"difficult":["b"]}}""", "$.topics.complexity.simple[1]")]
    public void Something_that_is_wrong(string topics, string path) => Assert.Contains(path, Problems(topics));

    [Fact]
    public void The_example_of_the_document_has_nothing_wrong() => Assert.Empty(Problems("""
        {
          "concerns": true,
          "complexity": { "simple": ["opening_hours"], "difficult": ["fraud", "complaint"] },
          "entities": {
            "numbers": { "orderNumber": "AB\\d{6}", "contract": "\\d{8}" },
            "amounts": true, "dates": true, "cards": true,
            "places": { "frankfurt": ["Frankfurt"], "muenchen": ["München", "Munich"] }
          }
        }
        """));

    private static string[] Problems(string topics)
    {
        var configuration = JsonNode.Parse(File.ReadAllText(Repository.File("contactcenter.json")), documentOptions: new()
        {
            CommentHandling = System.Text.Json.JsonCommentHandling.Skip,
            AllowTrailingCommas = true,
        })!.AsObject();
        configuration["topics"] = JsonNode.Parse(topics);
        var reading = ConfigurationReader.Read(Encoding.UTF8.GetBytes(configuration.ToJsonString()));
        return [.. reading.Problems.Select(static problem => problem.Path)];
    }
}
