using ContactCenter.Core.Deployment;
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
    /// <param name="isRecorded">Whether the flow may have the contact recorded.</param>
    public static void AddTo(ContactFlow flow, FlowDesign design, string noRoom, bool isRecorded = false)
    {
        var into = isRecorded && RecordingConsent.IsDefaultSilent(design) ? "stop-recording-there" : "into-default-queue";
        flow[Start] = new TransferToQueue { OnFull = "default-queue", OnError = "default-queue" };
        flow["default-queue"] = new SetQueue(
            design.DefaultQueue.Arn, design.DefaultQueue.Name)
        { Next = into, OnError = into };
        if (into != "into-default-queue")
        {
            flow[into] = new RecordNothing { Next = "into-default-queue" };
        }

        flow["into-default-queue"] = new TransferToQueue { OnFull = noRoom, OnError = noRoom };
    }

    /// <summary>
    /// Adds what tasks and e-mails do when no queue takes them: they wait and try again for most of a day, then in the queue that somebody
    /// owns, for longer than Amazon Connect lets them live (a task seven days, an e-mail fourteen). Either is counted, and so is an end.
    /// </summary>
    public static void AddPatience(ContactFlow flow, FlowDesign design)
    {
        flow["patience"] = new Repeat(100) { Body = "wait", Done = "unclaimed" };
        flow["wait"] = new Pause(600) { Next = Start, OnError = "unclaimed" };
        flow["unclaimed"] = Counted("yes", "owned-queue");
        flow["owned-queue"] = new SetQueue(design.UnclaimedQueue.Arn, design.UnclaimedQueue.Name)
        {
            Next = "into-owned-queue",
            OnError = "into-owned-queue"
        };
        flow["into-owned-queue"] = new TransferToQueue { OnFull = "patience-again", OnError = "patience-again" };
        flow["patience-again"] = new Repeat(100) { Body = "wait-on", Done = "nobody" };
        flow["wait-on"] = new Pause(12_000) { Next = "owned-queue", OnError = "nobody" };
        flow["nobody"] = Counted("ended", "end");
        flow["end"] = End.Disconnect;
    }

    private static SetAttributes Counted(string value, string next) =>
        new(new Dictionary<string, string> { [UnclaimedContact.Attribute] = value }) { Next = next, OnError = next };
}
