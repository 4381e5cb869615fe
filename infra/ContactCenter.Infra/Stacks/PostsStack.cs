using Amazon.CDK;
using Amazon.CDK.AWS.Apigatewayv2;
using Amazon.CDK.AwsApigatewayv2Integrations;
using Constructs;
using ContactCenter.Core.Deployment;
using ContactCenter.Infra.Constructs;
using HttpMethod = Amazon.CDK.AWS.Apigatewayv2.HttpMethod;

namespace ContactCenter.Infra.Stacks;

/// <summary>
/// Where a tool of the center's own tells of posts on social networks. Who calls is proved by the function, from the signature; a stack of
/// its own, because it needs the flow of tasks, which comes after the other answers.
/// </summary>
internal sealed class PostsStack : ContactCenterStack
{
    private const string Path = "/posts";

    /// <summary>A post a second is a bad day already; tools repeat what was refused for this.</summary>
    private static readonly RouteLimit Limit = new(PerSecond: 5, Burst: 20);

    /// <summary>Adds the stack.</summary>
    /// <param name="scope">The application.</param>
    /// <param name="deployment">The deployment.</param>
    /// <param name="flows">The flow that tasks run through.</param>
    /// <param name="secret">ARN of the secret that posts are signed with.</param>
    public PostsStack(Construct scope, Deployment deployment, ContactFlowsStack flows, string secret)
        : base(scope, deployment, "posts", "Posts on social networks, as tasks.")
    {
        var flow = flows.FlowArn(SystemFlows.Tasks);
        var function = new DeployedFunction(this, SystemFunctions.ReceivePost, new DeployedFunctionProps
        {
            Environment = new Dictionary<string, string>
            {
                ["POST_WEBHOOK_SECRET_ARN"] = Secret(secret),
                ["TASK_FLOW_ID"] = Fn.Select(1, Fn.Split("/contact-flow/", flow)),
            },
            Secrets = [Secret(secret)],
        });
        deployment.Incidents.Table.AllowNote(function, "post-*");
        function.Allow(["connect:StartTaskContact"], $"{deployment.Configuration.Instance.Arn}/contact/*", flow);
        var api = new HttpApi(this, "Api", new HttpApiProps
        {
            ApiName = deployment.Names.PostApi,
            Description = "Posts on social networks.",
            CreateDefaultStage = false,
        });
        var routes = api.AddRoutes(new AddRoutesOptions
        {
            Path = Path,
            Methods = [HttpMethod.POST],
            Integration = new HttpLambdaIntegration("ReceivePost", function.Lambda),
        });
        _ = ThrottledStage.Add(this, api, deployment.Names.PostApi, routes, static _ => Limit);
        _ = new CfnOutput(
            this, "PostWebhookUrl", new CfnOutputProps { Value = $"{api.ApiEndpoint}{Path}", Description = "Where posts are told." });
    }
}
