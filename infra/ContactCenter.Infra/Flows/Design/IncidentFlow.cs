using ContactCenter.Core.Deployment;
using ContactCenter.Infra.Flows.Blocks;

namespace ContactCenter.Infra.Flows.Design;

/// <summary>For the tasks that incidents open: before everything else in the queue of those who mend.</summary>
internal static class IncidentFlow
{
    /// <summary>The flow as blocks.</summary>
    public static ContactFlow Build(FlowDesign design)
    {
        var flow = new ContactFlow(SystemFlows.Incident, FlowKind.Inbound, "Tasks of incidents: puts them first into the queue of those who mend.")
        {
            ["log"] = new SetLogging(true) { Next = "first" },
            ["first"] = new SetPriority(1) { Next = "queue" },
            ["queue"] = new SetQueue(design.IncidentQueue.Arn, design.IncidentQueue.Name) { Next = IntoQueue.Start, OnError = "default-queue" },
        };
        IntoQueue.AddTo(flow, design, "patience");
        IntoQueue.AddPatience(flow);
        return flow;
    }
}
