using ContactCenter.Core.Deployment;
using ContactCenter.Infra.Flows.Blocks;

namespace ContactCenter.Infra.Flows.Design;

/// <summary>For tasks: topic from name and description, then a queue.</summary>
internal static class TaskFlow
{
    /// <summary>The flow as blocks.</summary>
    public static ContactFlow Build(FlowDesign design)
    {
        var flow = new ContactFlow(SystemFlows.Tasks, FlowKind.Inbound, "Tasks: finds out what the task is about, and routes.")
        {
            ["log"] = new SetLogging(true) { Next = "is-the-queue-known" },

            // who opens a task may name its queue; then its words must not lead elsewhere
            ["is-the-queue-known"] = new Choose("$.Attributes.queue")
            {
                Ways = design.Queues.ToDictionary(queue => queue.Name, _ => "route"),
                Otherwise = "log-nothing",
            },

            // the log of a flow holds what its blocks are told and answered, and the classifier answers what customers name
            ["log-nothing"] = new SetLogging(false) { Next = "classify" },
            ["classify"] = design.Run(design.Hooks.ClassifyContact, "log-again"),
            ["log-again"] = new SetLogging(true) { Next = "route" },
            ["route"] = design.Run(design.Hooks.RouteContact, design.GuideBeside(IntoQueue.Start)),
        };
        if (design.GuideBeside(IntoQueue.Start) != IntoQueue.Start)
        {
            design.AddBesideContact(flow, IntoQueue.Start);
        }

        IntoQueue.AddTo(flow, design, "patience");
        IntoQueue.AddPatience(flow, design);
        return flow;
    }
}
