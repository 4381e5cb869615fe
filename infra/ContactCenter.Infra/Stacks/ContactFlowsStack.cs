using Amazon.CDK;
using Amazon.CDK.AWS.Connect;
using Amazon.CDK.AWS.SecretsManager;
using Constructs;
using ContactCenter.Core.Contacts.Synthetic;
using ContactCenter.Core.Deployment;
using ContactCenter.Infra.Constructs;

namespace ContactCenter.Infra.Stacks;

/// <summary>The hooks that route and answer, all hooks as Amazon Connect may call them, and the contact flows that do.</summary>
internal sealed class ContactFlowsStack : ContactCenterStack
{
    private readonly Dictionary<string, DeployedFunction> _hooks = new(StringComparer.Ordinal);
    private FlowResources? _flows;

    /// <summary>Adds the stack.</summary>
    public ContactFlowsStack(Construct scope, Deployment deployment)
        : base(scope, deployment, "flows", "Contact flows, their modules, and the hooks that they ask.")
    {
        AddRoute();
        AddCheck();
        AddLookUp();
        var answer = Add(SystemFunctions.AnswerQuestion);
        AllowArticles(answer);
        if (deployment.Configuration.SelfService.Articles is not null)
        {
            answer.AddEncoder();
        }

        AddDialogues();
        Add(SystemFunctions.Recommend);
        Deployment.Contacts.Allow(Add(SystemFunctions.RecordCallback), "PutItem");
        AddReports();
        var survey = AddSurvey();
        if (!deployment.Configuration.Sentiment.ContactLens)
        {
            AddSentiment();
        }

        foreach (var hook in deployment.Contacts.Hooks)
        {
            _hooks.Add(hook.Function.Name, hook);
        }

        var associations = Associate();
        if (deployment.Configuration.Routing.DeploysAttributes)
        {
            _ = new SkillAttributes(this);
        }

        if (deployment.Configuration.Flows is not null)
        {
            AddFlows(survey, associations);
        }
    }

    /// <summary>
    /// Amazon Connect takes two of them a second, and CloudFormation would ask for all at once: one after the other. That of the hook of
    /// surveys stands alone, because this hook is told the flow of tasks, which comes later.
    /// </summary>
    private Dictionary<string, CfnIntegrationAssociation> Associate()
    {
        var associations = _hooks.ToDictionary(hook => hook.Key, hook => AssociatedHook.Add(this, hook.Value), StringComparer.Ordinal);
        var chained = associations.Where(association => association.Key != SystemFunctions.RecordSurvey.Name)
            .Select(association => association.Value)
            .ToArray();
        foreach (var (before, after) in chained.Zip(chained.Skip(1)))
        {
            after.AddDependency(before);
        }

        return associations;
    }

    /// <summary>ARN of a flow that is deployed, by its name in <see cref="SystemFlows"/>; there are none without <c>flows</c>.</summary>
    public string FlowArn(string flow) =>
        _flows?.FlowArn(flow) ?? throw new InvalidOperationException($"no flows are deployed, and {flow} neither");

    private void AddFlows(DeployedFunction survey, Dictionary<string, CfnIntegrationAssociation> associations)
    {
        var flows = new FlowResources(this, _hooks, associations);
        _flows = flows;
        AddFlowOutput(SystemFlows.AgentReport, "Flow of the guide in which agents report what is wrong, for flows of your own.");
        AddFlowOutput(SystemFlows.AgentGuide, "Flow of the guide beside a contact, for flows of your own.");
        if (Deployment.Configuration.Flows!.ModulesOnly)
        {
            return;
        }

        var instance = Deployment.Configuration.Instance.Arn;
        survey.Lambda.AddEnvironment("TASK_FLOW_ID", Fn.Select(1, Fn.Split("/contact-flow/", flows.FlowArn(SystemFlows.Tasks))));
        survey.Allow(["connect:StartTaskContact"], $"{instance}/contact/*", flows.FlowArn(SystemFlows.Tasks));
        foreach (var flow in (string[])[SystemFlows.Inbound, SystemFlows.Chat, SystemFlows.Tasks, SystemFlows.Email, SystemFlows.Emergency])
        {
            AddFlowOutput(flow, $"Flow of {flow} contacts, to be given to numbers, widgets and addresses.");
        }
    }

    private void AddFlowOutput(string flow, string description)
    {
        if (SystemFlows.Of(Deployment.Configuration).Contains(flow))
        {
            _ = new CfnOutput(this, $"{flow}-flow", new CfnOutputProps { Value = FlowArn(flow), Description = description });
        }
    }

    /// <summary>It decides about incidents as triage does: what agents report opens one, or joins one.</summary>
    private void AddReports()
    {
        if (Deployment.Configuration.Flows?.AgentReports is not null)
        {
            var report = Add(SystemFunctions.ReportFault);
            Deployment.Incidents.Table.AllowDecisions(report);
            Deployment.Incidents.Table.AllowDue(report);
        }
    }

    /// <summary>It calls the customer's functions, these and no others.</summary>
    private void AddDialogues()
    {
        string[] functions = [.. Deployment.Configuration.Dialogues.Select(static dialogue => dialogue.Function).Distinct()];
        if (functions.Length > 0)
        {
            var dialogue = Add(SystemFunctions.ContinueDialogue);
            dialogue.Allow(["lambda:InvokeFunction"], functions);
            AllowArticles(dialogue);
        }
    }

    /// <summary>It answers from the base that was built of what people published; where nobody does, from the packaged one.</summary>
    private void AllowArticles(DeployedFunction hook)
    {
        if (Deployment.Configuration.SelfService.Editing)
        {
            Deployment.Contacts.AllowArticles(hook, ["built.json", "bases/*"], []);
        }
    }

    /// <summary>It looks at open incidents and at the state of the queues, and notes what is promised to whom.</summary>
    private void AddRoute()
    {
        var route = Add(SystemFunctions.RouteContact);
        AllowIncidents(route);

        if (Deployment.Configuration.Contacts.IsWatched)
        {
            Deployment.Contacts.Allow(route, "GetItem", "PutItem");
            return;
        }

        // it only reads, for which the right to decrypt is enough that it has from the table of incidents
        route.Allow(["dynamodb:GetItem"], Deployment.Contacts.Table.TableArn);
        route.Lambda.AddEnvironment("CONTACTS_TABLE", Deployment.Contacts.Table.TableName);
    }

    /// <summary>It asks the customer system, and notes who calls under a key of this deployment.</summary>
    private void AddLookUp()
    {
        string[] secrets = Deployment.Configuration.Crm?.Secret is { } secret ? [secret] : [];
        if (!Deployment.Configuration.Routing.RemembersCallers)
        {
            Add(SystemFunctions.LookUpCustomer, new DeployedFunctionProps { Secrets = secrets });
            return;
        }

        var key = new Secret(this, "CallerKey", new SecretProps
        {
            SecretName = Deployment.Names.CallerKey,
            Description = "Hashes who calls, so that no number is stored. Changing it forgets everybody.",
            EncryptionKey = Deployment.Monitoring.Key,
            GenerateSecretString = new SecretStringGenerator
            {
                SecretStringTemplate = "{}",
                GenerateStringKey = "key",
                PasswordLength = 64,
                ExcludePunctuation = true
            },
        });
        var lookUp = Add(SystemFunctions.LookUpCustomer, new DeployedFunctionProps { Secrets = [.. secrets, key.SecretArn] });
        Deployment.Contacts.Allow(
            lookUp, [.. Deployment.Configuration.Topics.Next ? new[] { "GetItem", "UpdateItem" } : ["UpdateItem"]]);
        lookUp.Lambda.AddEnvironment("CALLER_KEY_ARN", key.SecretArn);
    }

    /// <summary>Where calls are dialled, it is the hook that sees them arrive.</summary>
    private void AddCheck()
    {
        var check = Add(SystemFunctions.CheckService);
        AllowIncidents(check);
        if (Deployment.Configuration.Synthetic?.Calls is not null)
        {
            Deployment.Incidents.Table.AllowNote(check, $"{SyntheticCall.NotePrefix}*");
        }
    }

    /// <summary>It keeps ratings by the topics of the model that serves, and opens a task where a bad one must not wait.</summary>
    private DeployedFunction AddSurvey()
    {
        var survey = Add(SystemFunctions.RecordSurvey);
        Deployment.Contacts.Allow(survey, "UpdateItem");
        Deployment.Contacts.AllowModels(survey, "GetObject");
        return survey;
    }

    /// <summary>It adds to the sentiment of contact and queue, which events have begun.</summary>
    private void AddSentiment() => Deployment.Contacts.Allow(Add(SystemFunctions.TrackMood), "GetItem", "PutItem");

    private void AllowIncidents(DeployedFunction hook)
    {
        Deployment.Incidents.Table.Allow(hook, "BatchGetItem");
        Deployment.Incidents.Table.AllowDue(hook);
        Deployment.Incidents.Table.AllowSettings(hook);
    }

    private DeployedFunction Add(
        SystemFunction function,
        DeployedFunctionProps? props = null) => _hooks[function.Name] = new DeployedFunction(this, function, props);
}
