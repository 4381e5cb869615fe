using Amazon.CDK;
using Amazon.CDK.AWS.Apigatewayv2;
using Amazon.CDK.AWS.Route53;
using Amazon.CDK.AwsApigatewayv2Integrations;
using Constructs;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Deployment;
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
    private static readonly RouteLimit Limit = new(PerSecond: 20, Burst: 40);

    private readonly HttpApi _api;
    private readonly List<HttpRoute> _routes = [];

    /// <summary>Adds the API with its functions.</summary>
    /// <param name="stack">The stack.</param>
    /// <param name="table">The table of incidents.</param>
    /// <param name="linkSecret">ARN of the secret that signs links.</param>
    /// <param name="domain">A name for links in place of the one that API Gateway gives, or null.</param>
    public AnswerApi(ContactCenterStack stack, IncidentTable table, string linkSecret, LinkDomain? domain)
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
            var tool = AddTool(
                "/slack",
                SystemFunctions.AnswerSlack,
                "SLACK_SIGNING_SECRET_ARN",
                slack,
                "SlackRequestUrl",
                "Slack app, Request URL of interactivity and command.");

            // a command lists what is open, and a report opens an incident or looks where it belongs
            table.AllowDecisions(tool);
            table.AllowDue(tool);
        }

        if (answers.ServiceNowCallbackSecret is { } serviceNow)
        {
            AddTool(
                "/servicenow",
                SystemFunctions.AnswerServiceNow,
                "SERVICENOW_CALLBACK_SECRET_ARN",
                serviceNow,
                "ServiceNowCallbackUrl",
                "Address of ServiceNow's business rule.");
        }

        if (answers.PagerDutyWebhookSecret is { } pagerDuty)
        {
            AddTool(
                "/pagerduty",
                SystemFunctions.AnswerPagerDuty,
                "PAGERDUTY_WEBHOOK_SECRET_ARN",
                pagerDuty,
                "PagerDutyWebhookUrl",
                "PagerDuty, webhook URL of a v3 subscription.");
        }

        if (answers.JiraWebhookSecret is { } jira)
        {
            AddTool(
                "/jira",
                SystemFunctions.AnswerJira,
                "JIRA_WEBHOOK_SECRET_ARN",
                jira,
                "JiraWebhookUrl",
                "Jira Service Management, webhook URL of an outgoing webhook integration.");
        }

        // each for itself: who guesses links must not keep Slack's clicks out
        var stage = ThrottledStage.Add(this, _api, stack.Deployment.Names.AnswerApi, _routes, static _ => Limit);
        LinkBase = domain is null ? $"{_api.ApiEndpoint}{LinkPath}" : $"https://{domain.Name}{LinkPath}";
        if (domain is not null)
        {
            AddDomain(stack, stage, domain);
        }

        // what calls by a secret of its own, and the address that somebody enters there
        DeployedFunction AddTool(string path, SystemFunction function, string variable, string secret, string output, string description)
        {
            var added = Add(function, variable, stack.Secret(secret));
            AddRoute(path, [HttpMethod.POST], added);
            _ = new CfnOutput(stack, output, new CfnOutputProps { Value = $"{_api.ApiEndpoint}{path}", Description = description });
            return added;
        }

        DeployedFunction Add(SystemFunction function, string variable, string secret)
        {
            var added = new DeployedFunction(stack, function, new DeployedFunctionProps
            {
                Environment = new Dictionary<string, string> { [variable] = secret },
                Secrets = [secret],
            });
            if (function != SystemFunctions.AnswerSlack)
            {
                table.AllowActs(added);
            }

            return added;
        }
    }

    /// <summary>Address below which signed links are answered.</summary>
    public string LinkBase { get; }

    /// <summary>
    /// The name in front of the same API. What was sent with the name that API Gateway gives stays good, so that one stays on, and tools
    /// that call by it need no change.
    /// </summary>
    private void AddDomain(ContactCenterStack stack, CfnStage stage, LinkDomain domain)
    {
        var name = new CfnDomainName(this, "Domain", new CfnDomainNameProps
        {
            DomainName = domain.Name,
            DomainNameConfigurations = new[]
            {
                new CfnDomainName.DomainNameConfigurationProperty
                {
                    CertificateArn = domain.Certificate,
                    EndpointType = "REGIONAL",
                    SecurityPolicy = "TLS_1_2",
                },
            },
        });
        var mapping = new CfnApiMapping(
            this, "DomainMapping", new CfnApiMappingProps { ApiId = _api.ApiId, DomainName = name.Ref, Stage = stage.Ref });
        mapping.AddDependency(name);
        if (domain.HostedZone is { } zone)
        {
            _ = new CfnRecordSet(this, "DomainRecord", new CfnRecordSetProps
            {
                Name = domain.Name,
                Type = "A",
                HostedZoneId = zone,
                AliasTarget = new CfnRecordSet.AliasTargetProperty
                {
                    DnsName = name.AttrRegionalDomainName,
                    HostedZoneId = name.AttrRegionalHostedZoneId,
                },
            });
        }

        _ = new CfnOutput(stack, "LinkDomainTarget", new CfnOutputProps
        {
            Value = name.AttrRegionalDomainName,
            Description = $"What {domain.Name} is an alias (CNAME) of, where no hosted zone is configured.",
        });
    }

    private void AddRoute(string path, HttpMethod[] methods, DeployedFunction function) =>
        _routes.AddRange(_api.AddRoutes(new AddRoutesOptions
        {
            Path = path,
            Methods = methods,
            Integration = new HttpLambdaIntegration($"{function.Node.Id}Integration", function.Lambda),
        }));
}
