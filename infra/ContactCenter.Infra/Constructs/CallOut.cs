using Amazon.CDK;
using Amazon.CDK.AWS.Events;
using Amazon.CDK.AWS.Events.Targets;
using Constructs;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Contacts.Callbacks;
using ContactCenter.Core.Deployment;
using ContactCenter.Infra.Flows;
using ContactCenter.Infra.Flows.Design;

namespace ContactCenter.Infra.Constructs;

/// <summary>
/// How people are called: the flow that speaks, the hook that takes their key, and who learns that a call has ended. It stands beside the
/// delivery of incidents and not beside the other flows, because it needs none of their hooks and must be there before them.
/// </summary>
internal sealed class CallOut : Construct
{
    /// <summary>Adds flow, module, hook and rule.</summary>
    public CallOut(ContactCenterStack stack, IncidentTable table, CallSettings settings)
        : base(stack, "Calls")
    {
        var answer = new DeployedFunction(stack, SystemFunctions.AnswerCall);
        table.AllowActs(answer, "UpdateItem");
        var association = AssociatedHook.Add(stack, answer);
        var module = FlowResources.Add(
            this,
            stack,
            CallFlow.Answer,
            new FlowAddresses { Hook = _ => answer.Called.FunctionArn, Module = NotThere, Flow = NotThere },
            association);
        var flow = FlowResources.Add(this, stack, CallFlow.Build(settings, new FlowAddresses
        {
            Hook = static hook => NotThere(hook.Name),
            Module = _ => FlowResources.IdOf(module),
            Flow = NotThere,
        }));
        FlowArn = flow.AttrContactFlowArn;
        AddEnds(stack, table);
    }

    /// <summary>ARN of the flow.</summary>
    public string FlowArn { get; }

    /// <summary>Id of the flow.</summary>
    public string FlowId => Fn.Select(1, Fn.Split("/contact-flow/", FlowArn));

    /// <summary>Whatever ends a call that was placed through the API: not answered, hung up, a voicemail, or our flow.</summary>
    private void AddEnds(ContactCenterStack stack, IncidentTable table)
    {
        var end = new DeployedFunction(stack, SystemFunctions.EndCall, new DeployedFunctionProps { MaximumAge = Duration.Hours(1) });
        table.Allow(end, "GetItem", "PutItem", "UpdateItem");
        _ = new Rule(this, "Ends", new RuleProps
        {
            RuleName = stack.Deployment.Names.CallsRule,
            Description = "Ends of calls through the API of Amazon Connect, for people who are called.",
            EventPattern = new EventPattern
            {
                Source = ["aws.connect"],
                DetailType = ContactEvents.DetailTypes.ToArray(),
                Detail = new Dictionary<string, object>
                {
                    ["instanceArn"] = new[] { stack.Deployment.Configuration.Instance.Arn },
                    ["eventType"] = new[] { ContactEnd.Event },
                    ["initiationMethod"] = new[] { ContactEnd.Initiation },
                    ["channel"] = new[] { "VOICE" },
                },
            },
            Targets =
            [
                new LambdaFunction(
                    end.Lambda,
                    new LambdaFunctionProps { DeadLetterQueue = end.DeadLetters, RetryAttempts = 5, MaxEventAge = Duration.Hours(1) }),
            ],
        });
    }

    private static string NotThere(string name) =>
        throw new InvalidOperationException($"the flow of calls runs no other one, and not {name}");
}
