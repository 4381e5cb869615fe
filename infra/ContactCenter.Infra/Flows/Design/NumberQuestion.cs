using ContactCenter.Core.Configuration;
using ContactCenter.Infra.Flows.Blocks;

namespace ContactCenter.Infra.Flows.Design;

/// <summary>Asks callers whose number is hidden, or cannot be dialled, for one to be called back at.</summary>
internal static class NumberQuestion
{
    /// <summary>Digits of a telephone number at most (ITU-T E.164).</summary>
    private const int MaximumDigits = 15;

    /// <summary>The block to lead to.</summary>
    /// <param name="suffix">What the names of the blocks end with: a flow may ask in more than one place.</param>
    public static string Start(string suffix) => $"ask-number{suffix}";

    /// <summary>Adds the blocks.</summary>
    /// <param name="flow">The flow.</param>
    /// <param name="design">The design.</param>
    /// <param name="suffix">What the names of the blocks end with.</param>
    /// <param name="next">Where it goes on with a number.</param>
    /// <param name="declined">Where a caller goes who gives none.</param>
    public static void AddTo(ContactFlow flow, FlowDesign design, string suffix, string next, string declined)
    {
        var ask = Start(suffix);
        if (RecordingConsent.Pauses(design, RecordingStep.Number))
        {
            ask = $"key-in-number{suffix}";
            flow[Start(suffix)] = new RecordNothing { Next = ask };
        }

        flow[ask] = new AskDigits(Sentence.Of(nameof(FlowTexts.AskNumber)), 10, MaximumDigits)
        {
            Next = $"other-number{suffix}",
            OnError = declined,
        };
        flow[$"other-number{suffix}"] = new SetCallbackNumber("$.StoredCustomerInput")
        {
            Next = next,
            OnInvalid = $"number-again{suffix}",
            OnNotDialable = $"number-again{suffix}",
        };
        flow[$"number-again{suffix}"] = new Repeat(1) { Body = Start(suffix), Done = declined };
    }
}
