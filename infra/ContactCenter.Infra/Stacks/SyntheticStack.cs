using System.Text;
using System.Text.Json;
using Amazon.CDK;
using Amazon.CDK.AWS.Connect;
using Amazon.CDK.AWS.Events;
using Amazon.CDK.AWS.Events.Targets;
using Amazon.CDK.AWS.SecretsManager;
using Constructs;
using ContactCenter.Core.Contacts.Synthetic;
using ContactCenter.Core.Deployment;
using ContactCenter.Core.Deployment.Synthetic;
using ContactCenter.Infra.Constructs;
using ContactCenter.Infra.Flows.Design;
using Schedule = ContactCenter.Infra.Constructs.Schedule;

namespace ContactCenter.Infra.Stacks;

/// <summary>
/// Synthetic contacts: a test case of Amazon Connect for each, the function that runs them, and the mark by which hooks know them. It is a
/// stack of its own: a test case that the service refuses takes nothing else back.
/// </summary>
internal sealed class SyntheticStack : ContactCenterStack
{
    private readonly ContactFlowsStack _flows;
    private readonly List<(string Contact, string Arn)> _testCases = [];

    /// <summary>Adds the stack.</summary>
    public SyntheticStack(Construct scope, Deployment deployment, ContactFlowsStack flows)
        : base(scope, deployment, "synthetic", "Tries whether customers get through, before they do.")
    {
        _flows = flows;
        var mark = new Secret(this, "Mark", new SecretProps
        {
            SecretName = deployment.Names.SyntheticMark,
            Description = "By which hooks know synthetic contacts. Who changes it deploys this stack again, so that test cases have the new one.",
            GenerateSecretString = new SecretStringGenerator
            {
                SecretStringTemplate = "{}",
                GenerateStringKey = SyntheticMark.Member,
                PasswordLength = 43,
                ExcludePunctuation = true,
            },
        });
        if (SyntheticContacts.HasTestCases(deployment.Configuration))
        {
            AddTestCases(mark);
        }

        var call = AddCallFlow();
        var topic = deployment.Monitoring.Alarms.TopicArn;
        var run = new DeployedFunction(this, SystemFunctions.RunSyntheticContacts, new DeployedFunctionProps
        {
            Retries = 0,
            MaximumAge = Duration.Minutes(5),
            Environment = new Dictionary<string, string>
            {
                ["ALARM_TOPIC_ARN"] = topic,
                ["SYNTHETIC_MARK_ARN"] = deployment.Names.SyntheticMark,
                ["TEST_CASE_IDS"] = Ids("/", _testCases),
                ["FLOW_IDS"] = Ids(
                    "/contact-flow/", call is null ? Deployed() : Deployed().Append((SystemFlows.SyntheticCall, call.AttrContactFlowArn))),
            },
        });
        run.Allow(["sns:Publish"], topic);

        // what SNS asks of a publisher
        deployment.Monitoring.Key.Grant(run.Role, "kms:Decrypt", "kms:GenerateDataKey*");
        run.AllowMark();
        Deployment.Incidents.Table.AllowNote(run, SyntheticDesk.Note);
        AllowConnect(run);
        if (call is not null)
        {
            run.Allow(["connect:StartOutboundVoiceContact"], $"{deployment.Configuration.Instance.Arn}/contact/*", call.AttrContactFlowArn);
            Deployment.Incidents.Table.AllowNote(run, $"{SyntheticCall.NotePrefix}*");
        }

        _ = new Schedule(this, run, Schedule.EveryMinute);
        AddChanges(run);
    }

    /// <summary>Amazon Connect takes two changes a second, and CloudFormation would ask for all at once: one after the other.</summary>
    private void AddTestCases(Secret mark)
    {
        var instance = Deployment.Configuration.Instance;
        CfnResource? before = null;
        foreach (var contact in SyntheticContacts.Of(Deployment.Configuration))
        {
            // newer than the library
            var added = new CfnResource(this, $"{contact.Id}-test-case", new CfnResourceProps
            {
                Type = "AWS::Connect::TestCase",
                Properties = new Dictionary<string, object>
                {
                    ["InstanceArn"] = instance.Arn,
                    ["Name"] = Named($"synthetic-{contact.Id}"),
                    ["Description"] = "Made by the deployment; a change by hand is lost with the next one.",
                    ["Status"] = "PUBLISHED",
                    ["EntryPoint"] = EntryPoint(contact),
                    ["Content"] = TestCaseContent.Write(
                        contact,
                        contact.Queue is { Id: { } queue } ? instance.QueueArn(queue) : null,
                        Deployment.Configuration.Synthetic!.Queue is { } substitute ? instance.QueueArn(substitute) : null),
                    ["InitializationData"] = TestCaseContent.Attributes(
                        contact, mark.SecretValueFromJson(SyntheticMark.Member).UnsafeUnwrap()),
                },
            });
            if (before is not null)
            {
                added.AddDependency(before);
            }

            before = added;
            _testCases.Add((contact.Id, added.GetAtt("TestCaseArn").ToString()));
        }
    }

    /// <summary>The flow at the end that calls; null: nothing dials. It speaks the first language of the center.</summary>
    private CfnContactFlow? AddCallFlow() => SyntheticContacts.Dialled(Deployment.Configuration) is [var first, ..]
        ? FlowResources.Add(this, this, SyntheticCallFlow.Build(first.Language))
        : null;

    private Dictionary<string, object> EntryPoint(SyntheticContact contact)
    {
        var flow = new Dictionary<string, object> { ["FlowId"] = contact.FlowId ?? IdOf(_flows.FlowArn(contact.DeployedFlow!)) };
        if (contact.IsChat)
        {
            return new() { ["Type"] = "CHAT", ["ChatEntryPointParameters"] = flow };
        }

        if (contact.Number is { } number)
        {
            flow["DestinationPhoneNumber"] = number;
        }

        return new() { ["Type"] = "VOICE_CALL", ["VoiceCallEntryPointParameters"] = flow };
    }

    /// <summary>
    /// It runs the deployed test cases and no others, begins chats in the flows that it tries, and looks where they went; what else a
    /// contact has it must be able to read for that.
    /// </summary>
    private void AllowConnect(DeployedFunction run)
    {
        var instance = Deployment.Configuration.Instance.Arn;
        if (_testCases.Count > 0)
        {
            run.Allow(
                ["connect:StartTestCaseExecution", "connect:GetTestCaseExecutionSummary", "connect:ListTestCaseExecutionRecords"],
                [instance, .. _testCases.Select(static one => one.Arn)]);
        }

        string[] chats =
        [
            .. SyntheticContacts.Of(Deployment.Configuration).Where(static contact => contact.IsChat)
                .Select(contact => contact.FlowId is { } id ? $"{instance}/contact-flow/{id}" : _flows.FlowArn(contact.DeployedFlow!))
                .Distinct(),
        ];
        if (chats.Length > 0)
        {
            run.Allow(["connect:StartChatContact"], [instance, $"{instance}/contact/*", .. chats]);
            run.Allow(["connect:DescribeContact"], $"{instance}/contact/*");
        }

        // metrics have no ARNs
        run.Allow(["cloudwatch:GetMetricData"], "*");
    }

    private IEnumerable<(string Name, string Arn)> Deployed() =>
        SyntheticContacts.Of(Deployment.Configuration)
            .Where(static contact => contact is { IsChat: true, DeployedFlow: not null })
            .Select(static contact => (contact.Flow, contact.DeployedFlow))
            .Distinct()
            .Select(flow => (flow.Flow, _flows.FlowArn(flow.DeployedFlow!)));

    /// <summary>What contacts could go otherwise by; how the trail calls it (test/Recorded/events).</summary>
    private void AddChanges(DeployedFunction run) => _ = new Rule(this, "Changes", new RuleProps
    {
        RuleName = Deployment.Names.FlowChangesRule,
        Description = "Changes after which synthetic contacts are tried.",
        EventPattern = new EventPattern
        {
            Source = ["aws.connect", "aws.lex", "aws.lambda"],
            DetailType = ["AWS API Call via CloudTrail"],
            Detail = new Dictionary<string, object>
            {
                ["eventSource"] = new[]
                {
                    "connect.amazonaws.com", "lex.amazonaws.com", "models-v2-lex.amazonaws.com", "lambda.amazonaws.com",
                },
                ["readOnly"] = new object[] { false },
                ["eventName"] = SyntheticChanges.Names.Select(name => new Dictionary<string, string> { ["prefix"] = name }).ToArray(),
            },
        },
        Targets =
        [
            new LambdaFunction(run.Lambda, new LambdaFunctionProps
            {
                DeadLetterQueue = run.DeadLetters,
                RetryAttempts = 5,
                MaxEventAge = Duration.Minutes(15),
            }),
        ],
    });

    /// <summary>JSON object from a name to the last part of an ARN.</summary>
    private static string Ids(string before, IEnumerable<(string Name, string Arn)> all)
    {
        var json = new StringBuilder("{");
        foreach (var (name, arn) in all)
        {
            json.Append(json.Length > 1 ? "," : "").Append('"').Append(JsonEncodedText.Encode(name).Value).Append("\":\"")
                .Append(before == "/" ? Fn.Select(3, Fn.Split("/", arn)) : Fn.Select(1, Fn.Split(before, arn))).Append('"');
        }

        return json.Append('}').ToString();
    }

    private static string IdOf(string flowArn) => Fn.Select(1, Fn.Split("/contact-flow/", flowArn));
}
