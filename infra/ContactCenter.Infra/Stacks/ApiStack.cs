using Amazon.CDK;
using Amazon.CDK.AWS.Apigatewayv2;
using Amazon.CDK.AwsApigatewayv2Authorizers;
using Amazon.CDK.AwsApigatewayv2Integrations;
using Constructs;
using ContactCenter.Core.Api;
using ContactCenter.Core.Configuration.Access;
using ContactCenter.Core.Deployment;
using ContactCenter.Infra.Constructs;
using ContactCenter.Infra.Constructs.Access;
using HttpMethod = Amazon.CDK.AWS.Apigatewayv2.HttpMethod;

namespace ContactCenter.Infra.Stacks;

/// <summary>
/// The HTTP API of people, the console and the command line. The gateway checks the tokens of people; those that the deployment has signed
/// itself come in by a path of their own, and the function checks them.
/// </summary>
internal sealed class ApiStack : ContactCenterStack
{
    /// <summary>Looking costs little and a console looks often; acting is of people, who do it one by one.</summary>
    private static readonly RouteLimit Looking = new(PerSecond: 20, Burst: 40);

    private static readonly RouteLimit Acting = new(PerSecond: 5, Burst: 20);

    private static readonly HttpMethod[] Methods = [HttpMethod.GET, HttpMethod.POST, HttpMethod.PUT, HttpMethod.DELETE];

    /// <summary>Adds the stack.</summary>
    /// <param name="scope">The application.</param>
    /// <param name="deployment">The deployment.</param>
    /// <param name="incidents">The pipeline.</param>
    /// <param name="settings">Who may call.</param>
    public ApiStack(Construct scope, Deployment deployment, IncidentsStack incidents, ApiSettings settings)
        : base(scope, deployment, "api", "The HTTP API of people, the console and the command line.")
    {
        var users = settings.Cognito ? new ApiUsers(this, settings.Roles) : null;
        Users = users;
        var function = new DeployedFunction(this, SystemFunctions.ServeApi, new DeployedFunctionProps
        {
            Environment = Variables(users, settings.SignedTokens ? incidents.LinkKeys : null),
            Secrets = settings.SignedTokens ? [incidents.LinkKeys] : [],
        });
        ApiRights.Allow(function, deployment);
        var api = new HttpApi(this, "Api", new HttpApiProps
        {
            ApiName = deployment.Names.Api,
            Description = "Incidents, and what people do about them.",
            CreateDefaultStage = false,
        });
        var integration = new HttpLambdaIntegration("ServeApi", function.Lambda);
        var routes = new List<HttpRoute>();
        if ((users?.Issuer ?? settings.Issuer) is { } issuer)
        {
            string[] audience = users is null ? [.. settings.Audience] : [users.Client];
            routes.AddRange(api.AddRoutes(new AddRoutesOptions
            {
                Path = $"{ApiDesk.Base}/{{proxy+}}",
                Methods = Methods,
                Integration = integration,
                Authorizer = new HttpJwtAuthorizer("People", issuer, new HttpJwtAuthorizerProps { JwtAudience = audience }),
            }));
        }

        if (settings.SignedTokens)
        {
            routes.AddRange(api.AddRoutes(new AddRoutesOptions
            {
                Path = $"{ApiDesk.SignedBase}/{{proxy+}}",
                Methods = Methods,
                Integration = integration,
            }));
        }

        ThrottledStage.Add(
            this, api, deployment.Names.Api, routes, static route => route.StartsWith("GET ", StringComparison.Ordinal) ? Looking : Acting);
        AddOutputs(api, users, settings);
    }

    /// <summary>The pool of the people; null where another issuer knows them.</summary>
    public ApiUsers? Users { get; }

    private static Dictionary<string, string> Variables(ApiUsers? users, string? linkKeys)
    {
        var variables = new Dictionary<string, string>();
        if (users is not null)
        {
            variables["API_ISSUER"] = users.Issuer;
            variables["API_AUDIENCE"] = users.Client;
        }

        if (linkKeys is not null)
        {
            variables["LINK_SECRET_ARN"] = linkKeys;
        }

        return variables;
    }

    private void AddOutputs(HttpApi api, ApiUsers? users, ApiSettings settings)
    {
        if (users is not null || settings.Issuer is not null)
        {
            _ = new CfnOutput(this, "ApiAddress", new CfnOutputProps
            {
                Value = $"{api.ApiEndpoint}{ApiDesk.Base}",
                Description = "The API, for people.",
            });
        }

        if (settings.SignedTokens)
        {
            _ = new CfnOutput(this, "SignedApiAddress", new CfnOutputProps
            {
                Value = $"{api.ApiEndpoint}{ApiDesk.SignedBase}",
                Description = "The API, for signed tokens.",
            });
        }

        if (users is not null)
        {
            _ = new CfnOutput(this, "PeoplePool", new CfnOutputProps { Value = users.PoolId, Description = "Add people to this pool." });
            _ = new CfnOutput(this, "PeopleClient", new CfnOutputProps { Value = users.Client, Description = "Sign in to this client." });
        }
    }
}
