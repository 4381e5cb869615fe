using System.Text.Json.Nodes;
using ContactCenter.Core.Configuration.Access;

namespace ContactCenter.Infra.Tests.Stacks;

/// <summary>The API is there when it is configured, and nobody gets to the function without a token that somebody checks.</summary>
public sealed class ApiStackTests
{
    private static JsonObject Cognito => Synthesis.Equipped["cc-prod-api"];

    private static readonly Lazy<JsonObject> Named = new(() => Synthesis.Of(Synthesis.Sample() with
    {
        Api = new ApiSettings { Issuer = "https://login.example.com/tenant", Audience = ["console"] },
    })["cc-prod-api"]);

    [Fact]
    public void Without_the_section_there_is_no_API() =>
        Assert.DoesNotContain(Synthesis.All.Keys, static name => name.EndsWith("-api", StringComparison.Ordinal));

    [Fact]
    public void Every_route_of_people_has_the_authorizer_and_only_those_of_signed_tokens_have_none()
    {
        var routes = Cognito.Resources("AWS::ApiGatewayV2::Route").ToLookup(
            static route => (string)route.Properties["AuthorizationType"]!, static route => (string)route.Properties["RouteKey"]!);

        Assert.All(routes["JWT"], static route => Assert.Contains(" /api/v1/{proxy+}", route, StringComparison.Ordinal));
        Assert.All(routes["NONE"], static route => Assert.Contains(" /signed/api/v1/{proxy+}", route, StringComparison.Ordinal));
        Assert.Equal((4, 4), (routes["JWT"].Count(), routes["NONE"].Count()));
    }

    [Fact]
    public void Where_signed_tokens_do_not_count_no_route_is_without_authorizer() => Assert.All(
        Named.Value.Resources("AWS::ApiGatewayV2::Route"),
        static route => Assert.Equal("JWT", (string)route.Properties["AuthorizationType"]!));

    [Fact]
    public void The_authorizer_asks_for_the_issuer_and_the_audience_that_are_configured() => Assert.Equal(
        """{"Audience":["console"],"Issuer":"https://login.example.com/tenant"}""",
        Assert.Single(Named.Value.Resources("AWS::ApiGatewayV2::Authorizer")).Properties["JwtConfiguration"]!.ToJsonString());

    [Fact]
    public void Every_route_is_bounded_and_acting_more_than_looking()
    {
        var settings = Assert.Single(Named.Value.Resources("AWS::ApiGatewayV2::Stage")).Properties["RouteSettings"]!.AsObject();

        Assert.Equal(
            [5, 20, 5, 5],
            settings.OrderBy(static route => route.Key, StringComparer.Ordinal)
                .Select(static route => (int)route.Value!["ThrottlingRateLimit"]!));
    }

    [Fact]
    public void Nobody_signs_up_to_the_pool_and_each_role_has_a_group()
    {
        var pool = Assert.Single(Cognito.Resources("AWS::Cognito::UserPool")).Properties;
        var groups = Cognito.Resources("AWS::Cognito::UserPoolGroup").Select(static group => (string)group.Properties["GroupName"]!);

        Assert.True((bool)pool["AdminCreateUserConfig"]!["AllowAdminCreateUserOnly"]!);
        Assert.Equal(["administrator", "responder", "viewer"], groups.Order(StringComparer.Ordinal));
    }
}
