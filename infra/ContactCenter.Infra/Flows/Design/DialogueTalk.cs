using ContactCenter.Core.Configuration;
using ContactCenter.Core.Contacts.Flows;
using ContactCenter.Infra.Flows.Blocks;

namespace ContactCenter.Infra.Flows.Design;

/// <summary>
/// A dialogue that finishes a routine wish: the hook says what to say, the flow says it and listens. Whatever fails, and whoever wants a
/// person, goes on to the agents. Nothing is logged meanwhile, because blocks are told what customers say.
/// </summary>
internal static class DialogueTalk
{
    /// <summary>Questions at most, those of a customer who is not understood with them.</summary>
    private const int MaximumQuestions = 20;

    /// <summary>How often a customer is asked for patience: the hook gives up before.</summary>
    private const int MaximumWaits = 8;

    /// <summary>Seconds until the first key of an answer.</summary>
    private const int KeySeconds = 10;

    /// <summary>Keys of an answer at most: the whole number of a card, of which the last are kept.</summary>
    private const int MaximumKeys = 20;

    /// <summary>Behind the names of the blocks that record on.</summary>
    private const string Suffix = "-after-dialogue";

    private const string Start = "is-there-a-dialogue";
    private const string Next = "dialogue-what-now";
    private const string Over = "dialogue-over";
    private const string Keys = "dialogue-keys";
    private const string Words = "$.Attributes.dialogueSay";

    /// <summary>The block that leads to a dialogue; where it goes on when there is none.</summary>
    /// <param name="design">The design.</param>
    /// <param name="isCall">Calls have keys; a chat needs a bot, because nothing else listens to it.</param>
    /// <param name="next">Where it goes on.</param>
    public static string Before(FlowDesign design, bool isCall, string next) => Has(design, isCall) ? Start : next;

    /// <summary>Adds the blocks.</summary>
    /// <param name="flow">The flow.</param>
    /// <param name="design">The design.</param>
    /// <param name="isCall">Calls have keys.</param>
    /// <param name="without">Where contacts go for which there is no dialogue.</param>
    /// <param name="agent">Where those go who need an agent.</param>
    public static void AddTo(ContactFlow flow, FlowDesign design, bool isCall, string without, string agent)
    {
        if (!Has(design, isCall))
        {
            return;
        }

        const string Quiet = "dialogue-log-nothing";
        var isPaused = RecordingConsent.Pauses(design, RecordingStep.Words) || RecordingConsent.Pauses(design, RecordingStep.Number);
        flow[Start] = new Choose("$.Attributes.topic")
        {
            Ways = design.DialogueTopics.ToDictionary(static topic => topic, static _ => Quiet),
            Otherwise = without,
        };
        var begin = isPaused ? "dialogue-record-nothing" : "dialogue";
        flow[Quiet] = new SetLogging(false) { Next = isCall ? begin : LooksUp(flow, design, begin) };
        if (isPaused)
        {
            flow["dialogue-record-nothing"] = new RecordNothing { Next = "dialogue" };
        }

        flow["dialogue"] = design.Bot is null
            ? Step(design, ("step", "begin"))
            : Step(design, ("step", "begin"), ("text", design.Words));
        flow[Next] = new Choose($"$.Attributes.{DialogueModule.Status}")
        {
            Ways = new Dictionary<string, string>
            {
                ["ask"] = "dialogue-more",
                ["wait"] = "dialogue-patience",
                ["done"] = "dialogue-done",
                ["agent"] = "dialogue-agent",
            },
            Otherwise = Over,
        };
        flow["dialogue-more"] = new Repeat(MaximumQuestions) { Body = Listens(flow, design, isCall), Done = Over };
        flow["dialogue-patience"] = new Repeat(MaximumWaits) { Body = "dialogue-one-moment", Done = Over };
        flow["dialogue-one-moment"] = new Say(Words) { Next = "dialogue-go-on", OnError = "dialogue-go-on" };
        flow["dialogue-go-on"] = Step(design, ("step", "waited"));
        flow["dialogue-done"] = new Say(Words) { Next = "goodbye", OnError = "goodbye" };
        flow["dialogue-agent"] = new Say(Words) { Next = Over, OnError = Over };
        var again = isPaused ? RecordingConsent.Again(design, Suffix, agent) : agent;
        flow[Over] = new SetLogging(true) { Next = again };
        if (isPaused)
        {
            RecordingConsent.AddAgain(flow, design, Suffix, agent);
        }
    }

    /// <summary>
    /// A chat is looked up only when it goes to an agent, and whoever begins one can set its attributes: where a dialogue passes on what
    /// the customer system tells, it is asked before, and what it does not tell is none.
    /// </summary>
    private static string LooksUp(ContactFlow flow, FlowDesign design, string begin)
    {
        if (design.PassedOfCustomers is not { Count: > 0 } passed)
        {
            return begin;
        }

        const string Forget = "dialogue-forget";
        const string May = "dialogue-can-we-look-up";
        flow[Forget] = new SetAttributes(passed.ToDictionary(static name => name, static _ => FlowValue.None))
        {
            Next = May,
            OnError = Over,
        };
        flow[May] = new Choose("$.Attributes.skipApi")
        {
            Ways = new Dictionary<string, string> { ["yes"] = begin },
            Otherwise = "dialogue-look-up",
        };
        flow["dialogue-look-up"] = design.Run(design.Hooks.LookUpCustomer, begin);
        return Forget;
    }

    private static bool Has(FlowDesign design, bool isCall) =>
        design.Hooks.ContinueDialogue is not null && (isCall || design.Bot is not null);

    /// <summary>Adds the blocks that ask: the bot where it works and hears the language, else keys in a call.</summary>
    private static string Listens(ContactFlow flow, FlowDesign design, bool isCall)
    {
        if (isCall)
        {
            flow[Keys] = new AskDigits(Words, KeySeconds, MaximumKeys) { Next = "dialogue-keyed", OnError = Over };
            flow["dialogue-keyed"] = Step(design, ("digits", "$.StoredCustomerInput"));
        }

        if (design.Bot is not { } bot)
        {
            return Keys;
        }

        // a chat that the bot does not hear cannot be asked, and comes here only where the bot works
        var otherwise = isCall ? Keys : Over;
        const string Who = "dialogue-who-listens";
        const string Language = "dialogue-which-language";
        const string Ask = "dialogue-ask";
        var hears = design.UnheardLanguages.Count > 0 ? Language : Ask;
        if (isCall)
        {
            flow[Who] = new Choose("$.Attributes.skipBot")
            {
                Ways = new Dictionary<string, string> { ["yes"] = otherwise },
                Otherwise = hears,
            };
        }

        if (design.UnheardLanguages is { Count: > 0 } unheard)
        {
            flow[Language] = new Choose($"$.Attributes.{SpokenLanguage.Attribute}")
            {
                Ways = unheard.ToDictionary(static language => language.Code, _ => otherwise),
                Otherwise = Ask,
            };
        }

        const string Heard = "dialogue-heard";
        flow[Ask] = new AskBot(Words, bot)
        {
            Told = design.ToldToBot,
            Intents = new Dictionary<string, string> { [design.Settings.AgentIntent] = Heard, [design.Settings.YesIntent] = Heard },
            OnOtherIntent = Heard,
            OnSilence = "dialogue-silence",
            OnError = otherwise,
        };
        flow[Heard] = Step(design, ("text", design.Words), ("intent", "$.Lex.IntentName"));
        flow["dialogue-silence"] = Step(design, ("step", "silence"));
        return isCall ? Who : hears;
    }

    private static InvokeModule Step(FlowDesign design, params ReadOnlySpan<(string Name, string Value)> told) =>
        design.Run(design.Hooks.ContinueDialogue!, Next, told) with { OnError = Over };
}
