using Amazon.CDK;
using Amazon.CDK.AWS.Apigatewayv2;
using Amazon.CDK.AWS.Cognito;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.KMS;
using Amazon.CDK.AwsApigatewayv2Integrations;
using Constructs;
using ContactCenter.Core.Configuration.Access;
using ContactCenter.Core.Deployment;
using ContactCenter.Infra.Constructs;
using ContactCenter.Infra.Constructs.Access;
using HttpMethod = Amazon.CDK.AWS.Apigatewayv2.HttpMethod;

namespace ContactCenter.Infra.Stacks;

/// <summary>
/// The pages for people behind an HTTP API: every path leads to one function, which signs people in and checks each act. Its gateway checks
/// nothing, because a browser has a cookie and no token.
/// </summary>
internal sealed class ConsoleStack : ContactCenterStack
{
    /// <summary>Boards that are open ask often.</summary>
    private static readonly RouteLimit Looking = new(PerSecond: 40, Burst: 80);

    private static readonly RouteLimit Acting = new(PerSecond: 5, Burst: 20);

    /// <summary>Adds the stack.</summary>
    /// <param name="scope">The application.</param>
    /// <param name="deployment">The deployment.</param>
    /// <param name="people">The API, which knows the people.</param>
    /// <param name="settings">How people sign in.</param>
    public ConsoleStack(Construct scope, Deployment deployment, ApiStack people, ConsoleSettings settings)
        : base(scope, deployment, "console", "The console: pages for people, over the API.")
    {
        var api = new HttpApi(this, "Api", new HttpApiProps
        {
            ApiName = deployment.Names.Console,
            Description = "The console of the contact center.",
            CreateDefaultStage = false,
        });
        var host = Fn.Select(2, Fn.Split("/", api.ApiEndpoint));
        var key = new Key(this, "Key", new KeyProps
        {
            Description = "Seals the keys of the console's cookies and forms.",
            Alias = $"alias/{Named("console")}",
            EnableKeyRotation = true,
            RemovalPolicy = RemovalPolicy.DESTROY,
        });
        var function = new DeployedFunction(this, SystemFunctions.ServeConsole, new DeployedFunctionProps
        {
            Environment = new Dictionary<string, string> { ["CONSOLE_HOST"] = host, ["CONSOLE_KEY_ARN"] = key.KeyArn },
        });
        ApiRights.Allow(function, deployment);
        AllowKey(function, key);
        if (people.Users is { } users)
        {
            AddPool(function, users, settings, host);
        }
        else
        {
            function.Lambda.AddEnvironment("CONSOLE_CLIENT", settings.ClientId!);
        }

        var integration = new HttpLambdaIntegration("ServeConsole", function.Lambda);
        var routes = new[] { "/", "/{proxy+}" }.SelectMany(path => api.AddRoutes(new AddRoutesOptions
        {
            Path = path,
            Methods = [HttpMethod.GET, HttpMethod.POST, HttpMethod.HEAD],
            Integration = integration,
        }));
        ThrottledStage.Add(
            this, api, deployment.Names.Console, [.. routes],
            static route => route.StartsWith("POST ", StringComparison.Ordinal) ? Acting : Looking);
        _ = new CfnOutput(this, "ConsoleAddress", new CfnOutputProps { Value = api.ApiEndpoint, Description = "The console." });
    }

    /// <summary>It seals and opens for its one purpose, and the key serves nobody else.</summary>
    private static void AllowKey(DeployedFunction function, Key key) =>
        function.Role.AddToPolicy(new PolicyStatement(new PolicyStatementProps
        {
            Actions = ["kms:Encrypt", "kms:Decrypt"],
            Resources = [key.KeyArn],
            Conditions = new Dictionary<string, object>
            {
                ["StringEquals"] = new Dictionary<string, object> { ["kms:EncryptionContext:purpose"] = "console-keys" },
            },
        }));

    /// <summary>A client without a secret, for the code flow, and the pages on which people sign in.</summary>
    private void AddPool(DeployedFunction function, ApiUsers users, ConsoleSettings settings, string host)
    {
        var domain = new CfnUserPoolDomain(this, "SignIn", new CfnUserPoolDomainProps
        {
            UserPoolId = users.PoolId,
            Domain = settings.SignInDomain ?? $"{Named("console")}-{Account}",
        });
        var client = new UserPoolClient(this, "Client", new UserPoolClientProps
        {
            UserPool = users.Pool,
            UserPoolClientName = Named("console"),
            GenerateSecret = false,
            AuthFlows = new AuthFlow(),
            OAuth = new OAuthSettings
            {
                Flows = new OAuthFlows { AuthorizationCodeGrant = true },
                Scopes = [OAuthScope.OPENID, OAuthScope.EMAIL],
                CallbackUrls = [$"https://{host}{ConsolePaths.SignedIn}"],
                LogoutUrls = [$"https://{host}{ConsolePaths.SignedOut}"],
            },
            SupportedIdentityProviders = [UserPoolClientIdentityProvider.COGNITO],
            PreventUserExistenceErrors = true,
            EnableTokenRevocation = true,
            AccessTokenValidity = Duration.Minutes(5),
            IdTokenValidity = Duration.Minutes(5),
            RefreshTokenValidity = Duration.Hours(1),
        });
        function.Lambda.AddEnvironment("API_ISSUER", users.Issuer);
        function.Lambda.AddEnvironment("CONSOLE_CLIENT", client.UserPoolClientId);
        function.Lambda.AddEnvironment("USER_POOL_ID", users.PoolId);
        function.Lambda.AddEnvironment("SIGN_OUT_URL", $"https://{domain.Ref}.auth.{Region}.amazoncognito.com/logout");
        function.Allow(["cognito-idp:AdminGetUser", "cognito-idp:AdminListGroupsForUser"], users.Pool.UserPoolArn);
    }
}
