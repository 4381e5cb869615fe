using Amazon.CDK;
using Amazon.CDK.AWS.Apigatewayv2;
using Amazon.CDK.AWS.Logs;
using Constructs;

namespace ContactCenter.Infra.Constructs;

/// <summary>
/// The stage of an HTTP API: bounds how often, each route for itself, and logs what was asked without its path, because that of a link is
/// its signature.
/// </summary>
internal static class ThrottledStage
{
    /// <summary>Adds the stage and its log.</summary>
    /// <param name="scope">Where it is added.</param>
    /// <param name="api">The API.</param>
    /// <param name="name">Name of the API, and of its log.</param>
    /// <param name="routes">Its routes.</param>
    /// <param name="limit">How often each may be called.</param>
    public static CfnStage Add(Construct scope, HttpApi api, string name, IEnumerable<HttpRoute> routes, Func<string, RouteLimit> limit)
    {
        var log = new LogGroup(scope, "AccessLog", new LogGroupProps
        {
            LogGroupName = $"/aws/vendedlogs/apigateway/{name}",
            Retention = RetentionDays.THREE_MONTHS,
            RemovalPolicy = RemovalPolicy.DESTROY,
        });
        CfnRoute[] all = [.. routes.Select(static route => (CfnRoute)route.Node.DefaultChild!)];
        var usual = limit("$default");
        var stage = new CfnStage(scope, "Stage", new CfnStageProps
        {
            ApiId = api.ApiId,
            StageName = "$default",
            AutoDeploy = true,
            DefaultRouteSettings = new CfnStage.RouteSettingsProperty
            {
                ThrottlingRateLimit = usual.PerSecond,
                ThrottlingBurstLimit = usual.Burst,
                DetailedMetricsEnabled = true,
            },
            RouteSettings = all.ToDictionary(
                static route => route.RouteKey,
                object (route) => new Dictionary<string, object>
                {
                    ["ThrottlingRateLimit"] = limit(route.RouteKey).PerSecond,
                    ["ThrottlingBurstLimit"] = limit(route.RouteKey).Burst,
                    ["DetailedMetricsEnabled"] = true,
                }),
            AccessLogSettings = new CfnStage.AccessLogSettingsProperty
            {
                DestinationArn = log.LogGroupArn,
                Format =
                    """{"requestId":"$context.requestId","at":"$context.requestTime","ip":"$context.identity.sourceIp","route":"$context.routeKey","status":"$context.status","length":"$context.responseLength","error":"$context.integrationErrorMessage","refusal":"$context.error.message","authorizer":"$context.authorizer.error"}""",
            },
        });
        foreach (var route in all)
        {
            // a stage refuses settings of a route that is not there yet
            stage.AddDependency(route);
        }

        return stage;
    }
}

/// <summary>How often a route may be called, by all together.</summary>
/// <param name="PerSecond">Requests a second.</param>
/// <param name="Burst">Requests at once.</param>
internal readonly record struct RouteLimit(double PerSecond, double Burst);
