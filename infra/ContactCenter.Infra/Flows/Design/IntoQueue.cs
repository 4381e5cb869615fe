using ContactCenter.Infra.Flows.Blocks;

namespace ContactCenter.Infra.Flows.Design;

/// <summary>The end of every flow that brings contacts to agents: the queue that was chosen, else the default one.</summary>
internal static class IntoQueue
{
    /// <summary>The block to lead to.</summary>
    public const string Start = "into-queue";

    /// <summary>Adds the blocks.</summary>
    /// <param name="flow">The flow.</param>
    /// <param name="design">The design, which knows the default queue.</param>
    /// <param name="noRoom">Where a contact goes that no queue takes.</param>
    public static void AddTo(ContactFlow flow, FlowDesign design, string noRoom)
    {
        flow[Start] = new TransferToQueue { OnFull = "default-queue", OnError = "default-queue" };
        flow["default-queue"] = new SetQueue(
            design.DefaultQueue.Arn, design.DefaultQueue.Name)
        { Next = "into-default-queue", OnError = "into-default-queue" };
        flow["into-default-queue"] = new TransferToQueue { OnFull = noRoom, OnError = noRoom };
    }

    /// <summary>Adds what tasks and e-mails do when no queue takes them: they wait and try again for most of a day.</summary>
    public static void AddPatience(ContactFlow flow)
    {
        flow["patience"] = new Repeat(100) { Body = "wait", Done = "nobody" };
        flow["wait"] = new Pause(600) { Next = Start, OnError = "nobody" };
        flow["nobody"] = End.Disconnect;
    }
}
