using System.Globalization;
using ContactCenter.Core.Deployment;
using ContactCenter.Infra.Flows.Blocks;

namespace ContactCenter.Infra.Flows.Design;

/// <summary>
/// For the tasks that incidents open: first in the queue that the task names. It asks no hook, because it must work while they do not.
/// </summary>
internal static class IncidentFlow
{
    /// <summary>The flow as blocks.</summary>
    public static ContactFlow Build(FlowDesign design)
    {
        var flow = new ContactFlow(
            SystemFlows.Incident, FlowKind.Inbound, "Tasks of incidents: puts them first into the queue that they name.")
        {
            ["log"] = new SetLogging(true) { Next = "first" },
            ["first"] = new SetPriority(1) { Next = "which-queue" },
            ["which-queue"] = new Choose("$.Attributes.queue")
            {
                Ways = design.Queues.Index().ToDictionary(queue => queue.Item.Name, queue => Named(queue.Index)),
                Otherwise = "default-queue",
            },
        };
        foreach (var (i, queue) in design.Queues.Index())
        {
            flow[Named(i)] = new SetQueue(queue.Arn, queue.Name) { Next = IntoQueue.Start, OnError = "default-queue" };
        }

        IntoQueue.AddTo(flow, design, "patience");
        IntoQueue.AddPatience(flow, design);
        return flow;
    }

    private static string Named(int queue) => string.Create(CultureInfo.InvariantCulture, $"queue-{queue + 1}");
}
