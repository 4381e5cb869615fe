using ContactCenter.Core.Configuration;
using ContactCenter.Infra.Flows.Blocks;

namespace ContactCenter.Infra.Flows.Design;

/// <summary>Offers a caller to be called back when it is their turn, at their number or another one.</summary>
internal static class CallbackOffer
{
    /// <summary>The block to lead to.</summary>
    public const string Start = "offer-callback";

    /// <summary>Behind the names of the blocks that record on after a number was asked for.</summary>
    private const string NumberSuffix = "-after-number";

    /// <summary>Adds the blocks.</summary>
    /// <param name="flow">The flow.</param>
    /// <param name="design">The design.</param>
    /// <param name="declined">Where a caller goes who does not want to, or cannot, be called back.</param>
    public static void AddTo(ContactFlow flow, FlowDesign design, string declined)
    {
        if (RecordingConsent.Pauses(design, RecordingStep.Number))
        {
            RecordingConsent.AddAgain(flow, design, NumberSuffix, declined);
            declined = RecordingConsent.Again(design, NumberSuffix, declined);
        }

        flow[Start] = new AskKey(Sentence.Of(nameof(FlowTexts.OfferCallback)), 5)
        {
            Keys = new Dictionary<string, string> { ["1"] = "callback-number" },
            OnSilence = declined,
            OnOtherKey = declined,
            OnError = declined,
        };
        flow["callback-number"] = new SetCallbackNumber("$.CustomerEndpoint.Address")
        {
            Next = "arrange-callback",
            OnInvalid = NumberQuestion.Start(""),
            OnNotDialable = NumberQuestion.Start(""),
        };
        NumberQuestion.AddTo(flow, design, "", "arrange-callback", declined);
        flow["arrange-callback"] = new CreateCallback { Next = "record-callback", OnError = declined };
        flow["record-callback"] = design.RecordCallback("callback-arranged");
        flow["callback-arranged"] = new Say(Sentence.Of(nameof(FlowTexts.CallbackArranged))) { Next = "goodbye", OnError = "goodbye" };
    }
}
