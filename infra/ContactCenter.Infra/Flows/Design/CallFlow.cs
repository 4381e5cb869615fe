using ContactCenter.Core.Configuration;
using ContactCenter.Core.Deployment;
using ContactCenter.Core.Notifications.Calls;
using ContactCenter.Infra.Flows.Blocks;

namespace ContactCenter.Infra.Flows.Design;

/// <summary>
/// For calls that tell somebody of an incident: what is wrong and where, then one key. What it says comes with the call, in the language of
/// who is called, because it must work while other hooks do not. Without a key it hangs up, as a voicemail gives none, and the end of the
/// contact tells that nobody was reached.
/// </summary>
internal static class CallFlow
{
    /// <summary>How long somebody may look for the key.</summary>
    private const int Seconds = 8;

    /// <summary>How often somebody hears more.</summary>
    private const int Times = 2;

    private static readonly Dictionary<string, CallVoice> Packaged = new(StringComparer.Ordinal)
    {
        ["en"] = new() { Voice = "Joanna", Engine = VoiceEngine.Neural },
        ["de"] = new() { Voice = "Vicki", Engine = VoiceEngine.Neural },
    };

    /// <summary>The module around the hook that takes the key.</summary>
    public static HookModule Answer { get; } = new(
        SystemFunctions.AnswerCall,
        "Takes the key that somebody has pressed who was called about an incident, and keeps what came of it.",
        [new("callStatus", "status", "failed"), new("callAnswer", "said", Reference(CallAttributes.Unsure))],
        ["key"]);

    /// <summary>The flow as blocks.</summary>
    /// <param name="settings">What the configuration says of calls.</param>
    /// <param name="addresses">Where the module is.</param>
    public static ContactFlow Build(CallSettings settings, FlowAddresses addresses)
    {
        var voices = Packaged.ToDictionary(
            static voice => voice.Key, voice => settings.Voices.GetValueOrDefault(voice.Key) ?? voice.Value, StringComparer.Ordinal);
        var flow = new ContactFlow(
            SystemFlows.Call, FlowKind.Inbound, "Calls about incidents: says what is wrong, and asks for a key.")
        {
            ["log"] = new SetLogging(true) { Next = "which-language" },
            ["which-language"] = new Choose(Reference(CallAttributes.Language))
            {
                Ways = voices.Keys.ToDictionary(static language => language, Voice),
                Otherwise = "ask",
            },
        };
        foreach (var (language, voice) in voices)
        {
            flow[Voice(language)] = new SetVoice(voice.Voice, voice.Engine) { Next = "ask", OnError = "ask" };
        }

        flow["ask"] = new AskKey($"{Reference(CallAttributes.Text)} {Reference(CallAttributes.Menu)}", Seconds)
        {
            Keys = new Dictionary<string, string> { ["1"] = "take", ["2"] = "pass-on", ["3"] = "may-hear-more" },
            OnSilence = "once-more",
            OnOtherKey = "once-more",
            OnError = "goodbye",
        };
        flow["may-hear-more"] = new Repeat(Times) { Body = "more", Done = "goodbye" };
        flow["more"] = new Say(Reference(CallAttributes.More)) { Next = "ask", OnError = "ask" };
        flow["once-more"] = new Repeat(1) { Body = "ask", Done = "goodbye" };
        flow["take"] = Press("1");
        flow["pass-on"] = Press("2");
        flow["what-came-of-it"] = new Choose("$.Attributes.callStatus")
        {
            Ways = new Dictionary<string, string> { ["failed"] = "unsure", ["unknown"] = "unsure" },
            Otherwise = "answer",
        };
        flow["answer"] = new Say("$.Attributes.callAnswer") { Next = "goodbye", OnError = "goodbye" };
        flow["unsure"] = new Say(Reference(CallAttributes.Unsure)) { Next = "goodbye", OnError = "goodbye" };
        flow["goodbye"] = End.Disconnect;
        return flow;

        InvokeModule Press(string key) => new(Answer.Name, addresses.Module(Answer.Name))
        {
            Inputs = new Dictionary<string, string> { ["key"] = key },
            Next = "what-came-of-it",
            OnError = "unsure",
        };
    }

    /// <summary>The voice that speaks a language, unless the configuration says otherwise; that of English for one without.</summary>
    /// <param name="language">Two-letter code.</param>
    public static CallVoice VoiceOf(string language) => Packaged.GetValueOrDefault(language, Packaged["en"]);

    private static string Voice(string language) => $"voice-{language}";

    private static string Reference(string attribute) => $"$.Attributes.{attribute}";
}
