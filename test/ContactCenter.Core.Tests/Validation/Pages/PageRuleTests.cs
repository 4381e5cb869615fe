using System.Text.Json.Nodes;
using ContactCenter.Core.Deployment;
using ContactCenter.Core.Tests.Configuration;

namespace ContactCenter.Core.Tests.Validation.Pages;

/// <summary>The console and the status page, as the file asks for them.</summary>
public sealed class PageRuleTests
{
    [Fact]
    public void The_function_of_the_console_is_deployed_with_it_and_not_otherwise() =>
        Assert.DoesNotContain(SystemFunctions.ServeConsole, SystemFunctions.For(SampleConfiguration.Read()));

    [Theory]
    [InlineData(null, "{}", "$.console", "expected $.api with cognito or issuer")]
    [InlineData("""{ "signedTokens": true }""", "{}", "$.console", "expected $.api with cognito or issuer")]
    [InlineData("""{ "cognito": true }""", """{ "clientId": "pages" }""", "$.console.clientId", "expected none")]
    [InlineData(
        """{ "issuer": "https://login.example.com/x", "audience": ["a"] }""", "{}", "$.console.clientId", "the public client")]
    [InlineData(
        """{ "issuer": "https://login.example.com/x", "audience": ["a"] }""", """{ "clientId": "p", "signInDomain": "acme" }""",
        "$.console.signInDomain", "expected none")]
    [InlineData("""{ "cognito": true }""", """{ "signInDomain": "my-aws-center" }""", "$.console.signInDomain", "without aws")]
    [InlineData("""{ "cognito": true }""", """{ "idleMinutes": 1 }""", "$.console.idleMinutes", "5")]
    public void A_console_that_nobody_could_sign_in_to_is_told(string? api, string console, string path, string expected) =>
        Rule.Broken(
            root =>
            {
                root["api"] = api is null ? null : JsonNode.Parse(api);
                root["console"] = JsonNode.Parse(console);
            },
            path, found: null, expected);

    [Theory]
    [InlineData("""{ "region": "eu-central-1" }""", "$.statusPage.region", "another Region")]
    [InlineData("""{ "languages": ["fr"] }""", "$.statusPage.languages", "en, de")]
    [InlineData("""{ "languages": ["en", "en"] }""", "$.statusPage.languages", "each once")]
    [InlineData("""{ "title": { "de": "Acme" } }""", "$.statusPage.title", "in the first language")]
    [InlineData(
        """{ "components": [{ "id": "phone", "name": { "en": "A" } }, { "id": "phone", "name": { "en": "B" } }] }""",
        "$.statusPage.components[1].id", "is there already")]
    [InlineData(
        """{ "components": [{ "id": "phone", "name": { "en": "A" }, "queues": ["Biling"] }] }""",
        "$.statusPage.components[0].queues", "did you mean Billing")]
    [InlineData("""{ "components": [{ "id": "Phone 1", "name": { "en": "A" } }] }""", "$.statusPage.components[0].id", "short name")]
    public void A_status_page_that_could_not_be_read_is_told(string changed, string path, string expected) =>
        Rule.Broken(
            root =>
            {
                root["api"] = JsonNode.Parse("""{ "cognito": true }""");
                var page = JsonNode.Parse(
                    """
                    { "region": "eu-west-1", "title": { "en": "Acme" }, "components": [{ "id": "phone", "name": { "en": "Telephone" } }] }
                    """)!.AsObject();
                foreach (var (name, value) in JsonNode.Parse(changed)!.AsObject())
                {
                    page[name] = value?.DeepClone();
                }

                root["statusPage"] = page;
            },
            path, found: null, expected);
}
