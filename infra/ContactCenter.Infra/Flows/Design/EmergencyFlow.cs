using ContactCenter.Core.Configuration;
using ContactCenter.Core.Deployment;
using ContactCenter.Infra.Flows.Blocks;

namespace ContactCenter.Infra.Flows.Design;

/// <summary>
/// For calls and chats when the other flows fail: into the default queue. It asks no hook, no bot and no other flow, so that nothing of
/// them can fail in it; people give it to a number by hand.
/// </summary>
internal static class EmergencyFlow
{
    /// <summary>The flow as blocks.</summary>
    public static ContactFlow Build(FlowDesign design)
    {
        var flow = new ContactFlow(
            SystemFlows.Emergency, FlowKind.Inbound, "For when other flows fail: puts everybody into the default queue, and asks nothing.")
        {
            ["log"] = new SetLogging(true) { Next = LanguageChoice.Start(design) },
            ["greet"] = new Say(Sentence.Of(nameof(FlowTexts.Greeting))) { Next = "still-there", OnError = "still-there" },
            ["still-there"] = new Say(Sentence.Of(nameof(FlowTexts.LookingForAgent))) { Next = "queue", OnError = "queue" },
            ["queue"] = new SetQueue(design.DefaultQueue.Arn, design.DefaultQueue.Name) { Next = "into-queue", OnError = "into-queue" },
            ["into-queue"] = new TransferToQueue { OnFull = "sorry", OnError = "sorry" },
            ["sorry"] = new Say(Sentence.Of(nameof(FlowTexts.CallRefused))) { Next = "goodbye", OnError = "goodbye" },
            ["goodbye"] = End.Disconnect,
        };
        LanguageChoice.AddTo(flow, design, isCall: true, "greet");
        return flow;
    }
}
