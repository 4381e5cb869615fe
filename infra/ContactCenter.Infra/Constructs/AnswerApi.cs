using Amazon.CDK;
using Amazon.CDK.AWS.Apigatewayv2;
using Amazon.CDK.AWS.Logs;
using Amazon.CDK.AwsApigatewayv2Integrations;
using Constructs;
using ContactCenter.Core.Deployment;
using ContactCenter.Infra.Stacks;
using HttpMethod = Amazon.CDK.AWS.Apigatewayv2.HttpMethod;

namespace ContactCenter.Infra.Constructs;

/// <summary>
/// The HTTP API through which people and tools answer. Who calls is proved by the functions, from signatures; the API bounds how often,
/// and logs no paths, because that of a link is its signature.
/// </summary>
internal sealed class AnswerApi : Construct
{
    /// <summary>Below it signed links are answered; short, because a link must fit into a text message.</summary>
    private const string LinkPath = "/a";

    /// <summary>People and tools of one center click; more than this a second is somebody who guesses.</summary>
    private const double RequestsPerSecond = 20;

    private const double Burst = 40;

    private readonly HttpApi _api;
    private readonly List<HttpRoute> _routes = [];

    /// <summary>Adds the API with its functions.</summary>
    public AnswerApi(ContactCenterStack stack, IncidentTable table, string linkSecret)
        : base(stack, "Answers")
    {
        var answers = stack.Deployment.Configuration.Answers;
        _api = new HttpApi(this, "Api", new HttpApiProps
        {
            ApiName = stack.Deployment.Names.AnswerApi,
            Description = "Answers of people and tools to incidents.",
            CreateDefaultStage = false,
        });
        AddRoute($"{LinkPath}/{{link}}", [HttpMethod.GET, HttpMethod.POST], Add(SystemFunctions.AnswerLink, "LINK_SECRET_ARN", linkSecret));
        if (answers.SlackSigningSecret is { } slack)
        {
            AddRoute("/slack", [HttpMethod.POST], Add(SystemFunctions.AnswerSlack, "SLACK_SIGNING_SECRET_ARN", stack.Secret(slack)));
            _ = new CfnOutput(
                stack,
                "SlackRequestUrl",
                new CfnOutputProps { Value = $"{_api.ApiEndpoint}/slack", Description = "Slack app, Interactivity, Request URL." });
        }

        if (answers.ServiceNowCallbackSecret is { } serviceNow)
        {
            AddRoute(
                "/servicenow",
                [HttpMethod.POST],
                Add(SystemFunctions.AnswerServiceNow, "SERVICENOW_CALLBACK_SECRET_ARN", stack.Secret(serviceNow)));
            _ = new CfnOutput(
                stack,
                "ServiceNowCallbackUrl",
                new CfnOutputProps { Value = $"{_api.ApiEndpoint}/servicenow", Description = "Address of ServiceNow's business rule." });
        }

        AddStage(stack);

        DeployedFunction Add(SystemFunction function, string variable, string secret)
        {
            var added = new DeployedFunction(stack, function, new DeployedFunctionProps
            {
                Environment = new Dictionary<string, string> { [variable] = secret },
                Secrets = [secret],
            });
            // a ServiceNow work note and a page of a link show the timeline
            table.AllowDecisions(added, "Query");
            return added;
        }
    }

    /// <summary>Address below which signed links are answered.</summary>
    public string LinkBase => $"{_api.ApiEndpoint}{LinkPath}";

    private void AddRoute(string path, HttpMethod[] methods, DeployedFunction function) =>
        _routes.AddRange(_api.AddRoutes(new AddRoutesOptions
        {
            Path = path,
            Methods = methods,
            Integration = new HttpLambdaIntegration($"{function.Node.Id}Integration", function.Lambda),
        }));

    private void AddStage(ContactCenterStack stack)
    {
        var log = new LogGroup(this, "AccessLog", new LogGroupProps
        {
            LogGroupName = $"/aws/vendedlogs/apigateway/{stack.Deployment.Names.AnswerApi}",
            Retention = RetentionDays.THREE_MONTHS,
            RemovalPolicy = RemovalPolicy.DESTROY,
        });
        CfnRoute[] routes = [.. _routes.Select(static route => (CfnRoute)route.Node.DefaultChild!)];
        var stage = new CfnStage(this, "Stage", new CfnStageProps
        {
            ApiId = _api.ApiId,
            StageName = "$default",
            AutoDeploy = true,
            DefaultRouteSettings = new CfnStage.RouteSettingsProperty
            {
                ThrottlingRateLimit = RequestsPerSecond,
                ThrottlingBurstLimit = Burst,
                DetailedMetricsEnabled = true,
            },
            // each for itself: who guesses links must not keep Slack's clicks out
            RouteSettings = routes.ToDictionary(
                static route => route.RouteKey,
                static object (_) => new Dictionary<string, object>
                {
                    ["ThrottlingRateLimit"] = RequestsPerSecond,
                    ["ThrottlingBurstLimit"] = Burst,
                    ["DetailedMetricsEnabled"] = true,
                }),
            AccessLogSettings = new CfnStage.AccessLogSettingsProperty
            {
                DestinationArn = log.LogGroupArn,
                Format =
                    """{"requestId":"$context.requestId","at":"$context.requestTime","ip":"$context.identity.sourceIp","route":"$context.routeKey","status":"$context.status","length":"$context.responseLength","error":"$context.integrationErrorMessage"}""",
            },
        });
        foreach (var route in routes)
        {
            // a stage refuses settings of a route that is not there yet
            stage.AddDependency(route);
        }
    }
}
