using Amazon.CDK;
using Amazon.CDK.AWS.Connect;
using Constructs;
using ContactCenter.Core.Deployment;
using ContactCenter.Infra.Flows;
using ContactCenter.Infra.Flows.Blocks;
using ContactCenter.Infra.Flows.Design;

namespace ContactCenter.Infra.Constructs;

/// <summary>
/// The contact flows of the configuration in Amazon Connect. A flow is accepted only when everything that it names is there, so each
/// stands on the modules and flows that it runs and on the association of the bot that it lets listen, and the modules on those of their
/// hooks.
/// </summary>
internal sealed class FlowResources : Construct
{
    private readonly ContactCenterStack _stack;
    private readonly IReadOnlyDictionary<string, CfnIntegrationAssociation> _associations;
    private readonly Dictionary<string, CfnContactFlowModule> _modules = new(StringComparer.Ordinal);
    private readonly Dictionary<string, CfnContactFlow> _flows = new(StringComparer.Ordinal);
    private readonly Dictionary<string, CfnView> _views = new(StringComparer.Ordinal);
    private CfnResource? _before;

    /// <summary>Adds modules and flows.</summary>
    /// <param name="stack">The stack.</param>
    /// <param name="hooks">The hooks by name.</param>
    /// <param name="associations">Their associations with the instance, by the same names.</param>
    public FlowResources(
        ContactCenterStack stack, IReadOnlyDictionary<string, DeployedFunction> hooks,
        IReadOnlyDictionary<string, CfnIntegrationAssociation> associations)
        : base(stack, "Flows")
    {
        (_stack, _associations) = (stack, associations);
        var design = new FlowDesign(stack.Deployment.Configuration, new FlowAddresses
        {
            Hook = hook => stack.Deployment.Configuration.Flows!.Replicated
                ? Replicated(hooks[hook.Name])
                : hooks[hook.Name].Called.FunctionArn,
            Module = module => IdOf(_modules[module]),
            Flow = flow => _flows[flow].AttrContactFlowArn,
            View = view => $"{_views[view].AttrViewArn}:$LATEST",
        });
        var bot = design.AssociatedBot is { } alias && stack.Deployment.Configuration.Flows!.AssociatesBot ? Associate(alias) : null;
        var surveys = SystemFunctions.RecordSurvey.Name;
        var modules = design.Modules().ToArray();
        foreach (var module in modules.Where(module => module.Name != surveys))
        {
            AddModule(module);
        }

        if (design.AgentReport() is { } report)
        {
            AddFlow(report, bot: null);
        }

        if (design.ViewOfGuide() is { } view)
        {
            AddView(view);
            AddFlow(design.AgentGuide()!, bot: null);
        }

        if (design.Settings.ModulesOnly)
        {
            AddModule(modules.Single(module => module.Name == surveys));
            return;
        }

        foreach (var flow in design.Flows())
        {
            AddFlow(flow, bot);
            if (flow.Name == SystemFlows.Tasks)
            {
                // the hook of surveys is told this flow, so what stands on that hook comes after it
                Follow(associations[surveys]);
                AddModule(modules.Single(module => module.Name == surveys));
            }
        }
    }

    /// <summary>Adds the resource of a flow.</summary>
    public static CfnContactFlow Add(
        Construct scope, ContactCenterStack stack, ContactFlow flow) => new(scope, flow.Name, new CfnContactFlowProps
        {
            InstanceArn = stack.Deployment.Configuration.Instance.Arn,
            Name = stack.Deployment.Names.Flow(flow.Name),
            Description = flow.Description,
            Type = flow.Kind == FlowKind.CustomerQueue ? "CUSTOMER_QUEUE" : "CONTACT_FLOW",
            State = "ACTIVE",
            Content = FlowWriter.Write(flow),
        });

    /// <summary>Adds the resource of a module around a hook, which stands on the hook's association.</summary>
    public static CfnContactFlowModule Add(
        Construct scope, ContactCenterStack stack, HookModule module, FlowAddresses addresses, CfnIntegrationAssociation association) =>
        Add(scope, stack, module.Build(addresses), association);

    /// <summary>Id of a module.</summary>
    public static string IdOf(CfnContactFlowModule module) => Fn.Select(1, Fn.Split("/flow-module/", module.AttrContactFlowModuleArn));

    /// <summary>ARN of a flow.</summary>
    public string FlowArn(string name) => _flows[name].AttrContactFlowArn;

    private void AddModule(ContactFlow module)
    {
        var added = Add(this, _stack, module, _associations[module.Name]);
        Follow(added);
        _modules.Add(module.Name, added);
    }

    private static CfnContactFlowModule Add(
        Construct scope, ContactCenterStack stack, ContactFlow module, CfnIntegrationAssociation association)
    {
        var added = new CfnContactFlowModule(scope, $"{module.Name}-module", new CfnContactFlowModuleProps
        {
            InstanceArn = stack.Deployment.Configuration.Instance.Arn,
            Name = stack.Deployment.Names.Flow(module.Name),
            Description = module.Description,
            State = "ACTIVE",
            Content = FlowWriter.Write(module),
        });

        // newer than the library: what the module is told
        added.AddPropertyOverride("Settings", FlowWriter.Contract(module));
        added.AddDependency(association);
        return added;
    }

    private CfnIntegrationAssociation Associate(string botAlias) => new(this, "Bot", new CfnIntegrationAssociationProps
    {
        // the property is called an id and takes the ARN
        InstanceId = _stack.Deployment.Configuration.Instance.Arn,
        IntegrationType = "LEX_BOT",
        IntegrationArn = botAlias,
    });

    private void AddView(AgentGuideView view)
    {
        var added = new CfnView(this, $"{AgentGuideView.Name}-view", new CfnViewProps
        {
            InstanceArn = _stack.Deployment.Configuration.Instance.Arn,
            Name = _stack.Deployment.Names.Flow(AgentGuideView.Name),
            Description = AgentGuideView.Description,
            Actions = [.. view.Actions],
            Template = view.Template,
        });
        Follow(added);
        _views.Add(AgentGuideView.Name, added);
    }

    private void AddFlow(ContactFlow flow, CfnIntegrationAssociation? bot)
    {
        var added = Add(this, _stack, flow);
        if (bot is not null && flow.Blocks.Values.OfType<AskBot>().Any())
        {
            added.AddDependency(bot);
        }

        foreach (var hook in flow.Blocks.Values.OfType<InvokeHook>().Select(static block => block.Hook.Name).Distinct())
        {
            added.AddDependency(_associations[hook]);
        }

        Follow(added);
        _flows.Add(flow.Name, added);
    }

    /// <summary>
    /// Amazon Connect takes two changes of flows a second, and CloudFormation would ask for all at once: one after the other.
    /// </summary>
    private void Follow(CfnResource added)
    {
        if (_before is not null)
        {
            added.AddDependency(_before);
        }

        _before = added;
    }

    /// <summary>The alias by its fixed name, in the Region that serves the contact.</summary>
    private string Replicated(DeployedFunction hook) =>
        $"arn:{_stack.Partition}:lambda:{FlowDesign.ServingRegion}:{_stack.Account}:function:"
            + $"{_stack.Deployment.Names.Function(hook.Function)}:{DeployedFunction.Live}";
}
