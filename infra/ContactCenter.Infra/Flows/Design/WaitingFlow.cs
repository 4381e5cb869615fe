using ContactCenter.Core.Configuration;
using ContactCenter.Core.Deployment;
using ContactCenter.Infra.Flows.Blocks;

namespace ContactCenter.Infra.Flows.Design;

/// <summary>For customers who wait: a sign of life every minute, and three times the offer to be called back.</summary>
internal static class WaitingFlow
{
    private static readonly string Patience = Sentence.Of(nameof(FlowTexts.Patience));

    /// <summary>The flow as blocks.</summary>
    public static ContactFlow Build(FlowDesign design)
    {
        var flow = new ContactFlow(
            SystemFlows.Waiting,
            FlowKind.CustomerQueue,
            "Customers who wait: tells them that they are not forgotten, and offers a callback.")
        {
            ["log"] = new SetLogging(true) { Next = LanguageChoice.Start(design) },
            ["which-channel"] = new Choose("$.Channel")
            {
                Ways = new Dictionary<string, string> { ["VOICE"] = "wait", ["CHAT"] = "greet-chat" },
                Otherwise = "keep-waiting",
            },
            ["greet-chat"] = new Say(Patience) { Next = "keep-waiting", OnError = "keep-waiting" },
            ["wait"] = new LoopPrompts([Patience]) { Seconds = 60, OnInterrupt = "offer-again", OnError = "keep-waiting" },
            ["offer-again"] = new Repeat(3) { Body = CallbackOffer.Start, Done = "wait-on" },
            ["wait-on"] = new LoopPrompts([Patience]) { OnInterrupt = "keep-waiting", OnError = "keep-waiting" },
        };
        LanguageChoice.AddFollowing(flow, design, "which-channel");
        CallbackOffer.AddTo(flow, design, "wait");
        flow["goodbye"] = End.Disconnect;
        flow["keep-waiting"] = End.KeepWaiting;
        return flow;
    }
}
