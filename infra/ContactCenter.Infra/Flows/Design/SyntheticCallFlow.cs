using ContactCenter.Core.Deployment;
using ContactCenter.Core.Deployment.Synthetic;
using ContactCenter.Infra.Flows.Blocks;

namespace ContactCenter.Infra.Flows.Design;

/// <summary>
/// For calls that this system places to numbers of the center, at the end that calls: it says what it is, in case that a number belongs to
/// somebody else by now, listens to nothing and presses nothing. The end that is called hangs up when its hook has seen the call; else this
/// one does, before an agent would be free.
/// </summary>
internal static class SyntheticCallFlow
{
    /// <summary>
    /// The two sentences last about five seconds: so half a minute for the flow that is called to choose a language and to ask its hook.
    /// </summary>
    private const int Times = 6;

    /// <summary>The flow as blocks.</summary>
    /// <param name="language">In which it speaks.</param>
    public static ContactFlow Build(string language)
    {
        var voice = CallFlow.VoiceOf(language);
        return new ContactFlow(
            SystemFlows.SyntheticCall, FlowKind.Inbound, "Calls of this system to numbers of the center: says what it is, and ends.")
        {
            ["log"] = new SetLogging(true) { Next = "voice" },
            ["voice"] = new SetVoice(voice.Voice, voice.Engine) { Next = "for-a-while", OnError = "for-a-while" },
            ["for-a-while"] = new Repeat(Times) { Body = "say", Done = "goodbye" },
            ["say"] = new Say(SyntheticContacts.SaidByCaller(language)) { Next = "for-a-while", OnError = "goodbye" },
            ["goodbye"] = End.Disconnect,
        };
    }
}
