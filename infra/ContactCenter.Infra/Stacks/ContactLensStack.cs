using System.Text.Json.Nodes;
using Amazon.CDK.AWS.Connect;
using Constructs;
using ContactCenter.Core.Deployment;
using ContactCenter.Infra.Constructs;

namespace ContactCenter.Infra.Stacks;

/// <summary>
/// Rules of Contact Lens that tell EventBridge how customers felt over whole calls and chats, and calls while they last. An instance
/// without Contact Lens refuses them, so they stand alone: the collector of metrics must not fail with them.
/// </summary>
internal sealed class ContactLensStack : ContactCenterStack
{
    /// <summary>Adds the stack.</summary>
    public ContactLensStack(Construct scope, Deployment deployment)
        : base(scope, deployment, "contact-lens", "Rules of Contact Lens that tell how customers felt.")
    {
        foreach (var rule in ContactLensRules.All)
        {
            var name = Named(rule.Name);
            _ = new CfnRule(this, rule.Name, new CfnRuleProps
            {
                InstanceArn = deployment.Configuration.Instance.Arn,
                Name = name,
                TriggerEventSource = new CfnRule.RuleTriggerEventSourceProperty { EventSourceName = rule.Source },
                Function = Function(rule).ToJsonString(),
                Actions = new CfnRule.ActionsProperty
                {
                    EventBridgeActions = new[] { new CfnRule.EventBridgeActionProperty { Name = name } },
                },
                PublishStatus = "PUBLISHED",
            });
        }

        if (deployment.Configuration.Sentiment is { IsLive: true, Live: { } live })
        {
            _ = new LiveCalls(this, live);
        }
    }

    private static JsonObject Function(ContactLensRule rule) => new()
    {
        ["Version"] = "2022-11-25",
        ["RuleFunction"] = new JsonObject
        {
            ["Operator"] = "AND",
            ["Operands"] = new JsonArray(new JsonObject
            {
                ["Operator"] = rule.Limit < 0 ? "NumberLessOrEqualTo" : "NumberGreaterOrEqualTo",
                ["Operands"] = new JsonArray(rule.Limit),
                ["ComparisonValue"] = rule.Value,
                ["FilterClause"] = new JsonObject
                {
                    ["LogicOperator"] = "AND",
                    ["Filters"] = new JsonArray(new JsonObject { ["Type"] = "ParticipantRole", ["Data"] = "CUSTOMER" }),
                },
                ["Negate"] = false,
            }),
        },
    };
}
