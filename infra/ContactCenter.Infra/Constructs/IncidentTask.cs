using Amazon.CDK;
using Amazon.CDK.AWS.Connect;
using Constructs;
using ContactCenter.Infra.Flows;

namespace ContactCenter.Infra.Constructs;

/// <summary>
/// What a task of an incident runs through: its flow, and a template with which people open one by hand. It stands beside the delivery of
/// incidents and not beside the other flows, because it needs none of their hooks and must be there before them.
/// </summary>
internal sealed class IncidentTask : Construct
{
    /// <summary>Adds flow and template.</summary>
    public IncidentTask(ContactCenterStack stack)
        : base(stack, "IncidentTask")
    {
        var configuration = stack.Deployment.Configuration;
        var nothing = new FlowAddresses
        {
            Hook = hook => throw new InvalidOperationException($"the flow of incidents asks no hook, and not {hook.Name}"),
            Module = module => throw new InvalidOperationException($"the flow of incidents runs no module, and not {module}"),
            Flow = flow => throw new InvalidOperationException($"the flow of incidents starts no flow, and not {flow}"),
        };
        var flow = FlowResources.Add(this, stack, new FlowDesign(configuration, nothing).Incident());
        FlowId = Fn.Select(1, Fn.Split("/contact-flow/", flow.AttrContactFlowArn));
        _ = new CfnTaskTemplate(this, "Template", new CfnTaskTemplateProps
        {
            InstanceArn = configuration.Instance.Arn,
            Name = stack.Named("incident"),
            Description = "Work on an incident; the queue may be named, as the configuration names it.",
            ContactFlowArn = flow.AttrContactFlowArn,
            Status = "ACTIVE",
            Fields = new[]
            {
                Field("Name", "NAME"),
                Field("Description", "DESCRIPTION"),
                Field("queue", "TEXT"),
            },
        });
    }

    /// <summary>Id of the flow.</summary>
    public string FlowId { get; }

    private static CfnTaskTemplate.FieldProperty Field(string name, string type) => new()
    {
        Id = new CfnTaskTemplate.FieldIdentifierProperty { Name = name },
        Type = type,
    };
}
