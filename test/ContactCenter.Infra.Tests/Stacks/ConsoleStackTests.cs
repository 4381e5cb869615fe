using System.Text.Json.Nodes;
using ContactCenter.Core.Configuration.Access;

namespace ContactCenter.Infra.Tests.Stacks;

/// <summary>The console is there when it is configured; its function has the rights of the API's, and few besides.</summary>
public sealed class ConsoleStackTests
{
    private static readonly Lazy<IReadOnlyDictionary<string, JsonObject>> WithPool = new(() => Synthesis.Of(Synthesis.Sample() with
    {
        Api = new ApiSettings { Cognito = true },
        Console = new ConsoleSettings(),
    }));

    private static JsonObject Console => WithPool.Value["cc-prod-console"];

    [Fact]
    public void Without_the_section_there_is_no_console() =>
        Assert.DoesNotContain(Synthesis.All.Keys, static name => name.EndsWith("-console", StringComparison.Ordinal));

    [Fact]
    public void Every_path_leads_to_the_function_and_acting_is_bounded_more_than_looking()
    {
        var routes = Console.Resources("AWS::ApiGatewayV2::Route").Select(static route => (string)route.Properties["RouteKey"]!);
        var settings = Assert.Single(Console.Resources("AWS::ApiGatewayV2::Stage")).Properties["RouteSettings"]!.AsObject();

        Assert.Equal(
            ["GET /", "GET /{proxy+}", "HEAD /", "HEAD /{proxy+}", "POST /", "POST /{proxy+}"], routes.Order(StringComparer.Ordinal));
        Assert.Equal(
            [40, 40, 40, 40, 5, 5],
            settings.OrderBy(static route => route.Key, StringComparer.Ordinal)
                .Select(static route => (int)route.Value!["ThrottlingRateLimit"]!));
    }

    [Fact]
    public void The_client_has_no_secret_and_people_come_back_to_the_console_alone()
    {
        var client = Assert.Single(Console.Resources("AWS::Cognito::UserPoolClient")).Properties;

        Assert.False((bool)client["GenerateSecret"]!);
        Assert.Equal("""["code"]""", client["AllowedOAuthFlows"]!.ToJsonString());
        Assert.EndsWith("/signed-in", Ending(client["CallbackURLs"]![0]!), StringComparison.Ordinal);
        Assert.EndsWith("/signed-out", Ending(client["LogoutURLs"]![0]!), StringComparison.Ordinal);
    }

    [Fact]
    public void The_key_of_cookies_serves_the_console_alone_and_for_one_purpose()
    {
        var statements = Assert.Single(Console.Resources("AWS::IAM::Policy")).Properties["PolicyDocument"]!["Statement"]!.AsArray();
        var sealing = Assert.Single(
            statements, static one => one!["Condition"]?.ToJsonString().Contains("EncryptionContext", StringComparison.Ordinal) == true)!;

        Assert.Equal("""["kms:Decrypt","kms:Encrypt"]""", sealing["Action"]!.ToJsonString());
        Assert.Equal(
            """{"StringEquals":{"kms:EncryptionContext:purpose":"console-keys"}}""", sealing["Condition"]!.ToJsonString());
    }

    [Fact]
    public void It_looks_people_up_in_the_one_pool_and_changes_nothing_there()
    {
        var actions = Assert.Single(Console.Resources("AWS::IAM::Policy")).Properties["PolicyDocument"]!["Statement"]!.AsArray()
            .SelectMany(static one =>
                one!["Action"] is JsonArray list ? list.Select(static name => (string)name!) : [(string)one["Action"]!]);

        Assert.Equal(
            ["cognito-idp:AdminGetUser", "cognito-idp:AdminListGroupsForUser"],
            actions.Where(static action => action.StartsWith("cognito-idp:", StringComparison.Ordinal)));
    }

    [Fact]
    public void It_is_of_its_own_package_on_the_managed_runtime()
    {
        var function = Assert.Single(Console.Resources("AWS::Lambda::Function")).Properties;

        Assert.Equal(("ContactCenter.ConsoleFunction", "dotnet10"), ((string)function["Handler"]!, (string)function["Runtime"]!));
    }

    [Fact]
    public void With_another_issuer_no_pool_is_asked()
    {
        var console = Synthesis.Of(Synthesis.Sample() with
        {
            Api = new ApiSettings { Issuer = "https://login.example.com/tenant", Audience = ["console"] },
            Console = new ConsoleSettings { ClientId = "pages" },
        })["cc-prod-console"];

        Assert.DoesNotContain("cognito", console.ToJsonString(), StringComparison.OrdinalIgnoreCase);
        Assert.Equal(
            "pages",
            (string?)Assert.Single(console.Resources("AWS::Lambda::Function")).Properties["Environment"]!["Variables"]!["CONSOLE_CLIENT"]);
    }

    [Fact]
    public void The_API_reads_the_state_of_the_queues()
    {
        var api = WithPool.Value["cc-prod-api"];

        Assert.NotNull(Assert.Single(api.Resources("AWS::Lambda::Function")).Properties["Environment"]!["Variables"]!["CONTACTS_TABLE"]);
    }

    private static string Ending(JsonNode joined) => joined["Fn::Join"]![1]!.AsArray()[^1]!.ToString();
}
