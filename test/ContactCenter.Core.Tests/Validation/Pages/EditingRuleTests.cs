using System.Text.Json.Nodes;
using ContactCenter.Core.Configuration.Access;
using ContactCenter.Core.Deployment;
using ContactCenter.Core.Tests.Configuration;

namespace ContactCenter.Core.Tests.Validation.Pages;

public sealed class EditingRuleTests
{
    [Fact]
    public void Nobody_could_edit_without_an_API() => Rule.Broken(
        root =>
        {
            root["selfService"] = JsonNode.Parse("""{ "articles": "knowledge", "editing": true }""");
            _ = root.AsObject().Remove("api");
        },
        "$.selfService.editing", "articles are edited without an API", "$.api");

    [Fact]
    public void Editing_begins_with_articles() => Rule.Broken(
        root =>
        {
            root["selfService"] = JsonNode.Parse("""{ "articles": null, "editing": true }""");
            root["api"] = JsonNode.Parse("""{ "cognito": true }""");
        },
        "$.selfService.editing", "articles are edited, and none are there", "$.selfService.articles");

    [Fact]
    public void The_function_that_builds_comes_with_editing_and_not_otherwise()
    {
        var without = SampleConfiguration.Read() with { Api = new ApiSettings { Cognito = true } };
        var with = without with { SelfService = without.SelfService with { Editing = true } };

        Assert.DoesNotContain(SystemFunctions.BuildKnowledge, SystemFunctions.For(without));
        Assert.Contains(SystemFunctions.BuildKnowledge, SystemFunctions.For(with));
    }
}
