using ContactCenter.Core.Configuration;
using ContactCenter.Core.Deployment;
using ContactCenter.Infra.Flows.Blocks;

namespace ContactCenter.Infra.Flows.Design;

/// <summary>For calls: what is broken, greeting, bot or keys, topic, customer, queue, wait, callback.</summary>
internal static class InboundFlow
{
    /// <summary>Behind the names of the blocks that ask for a number where no queue takes the call.</summary>
    private const string Later = "-for-later";

    /// <summary>Behind the name of the block that follows the sentiment of what a bot has heard.</summary>
    private const string HeardSuffix = "-heard";

    /// <summary>Behind the names of the blocks that record on after a bot has listened.</summary>
    private const string WordsSuffix = "-after-words";

    /// <summary>Behind the names of the blocks that choose the language once more is known.</summary>
    private const string AgainSuffix = "-again";

    /// <summary>The flow as blocks.</summary>
    public static ContactFlow Build(FlowDesign design)
    {
        var understanding = design.Settings.Menu.Count > 0 ? "menu" : "one-moment";
        var flow = new ContactFlow(
            SystemFlows.Inbound, FlowKind.Inbound, "Calls: goes around what is broken, finds out what the caller wants, and routes.")
        {
            ["log"] = new SetLogging(true) { Next = LanguageChoice.Start(design) },
            ["check-service"] = design.Run(design.Hooks.CheckService, design.OwnCall("is-something-broken")),
            ["is-something-broken"] = new Choose("$.Attributes.hasAnnouncement")
            {
                Ways = new Dictionary<string, string> { ["yes"] = "announce-trouble" },
                Otherwise = "greet",
            },
            ["announce-trouble"] = new Say("$.Attributes.announcement") { Next = "greet", OnError = "greet" },
        };
        design.AddOwnCall(flow, "is-something-broken", "goodbye");
        LanguageChoice.AddTo(flow, design, isCall: true, "check-service");
        var greeted = RecordingConsent.AddTo(
            flow, design, isCall: true, canAsk: true, "", design.Bot is null ? understanding : "does-the-bot-work");
        flow["greet"] = new Say(Sentence.Of(nameof(FlowTexts.Greeting))) { Next = greeted, OnError = greeted };
        if (design.Bot is { } bot)
        {
            AddBot(flow, design, bot, understanding);
        }

        if (design.Settings.Menu.Count > 0)
        {
            AddMenu(flow, design);
        }

        AddRouting(flow, design);
        return flow;
    }

    private static void AddBot(ContactFlow flow, FlowDesign design, string bot, string understanding)
    {
        const string Hear = "log-nothing";
        flow["does-the-bot-work"] = new Choose("$.Attributes.skipBot")
        {
            Ways = new Dictionary<string, string> { ["yes"] = understanding },
            Otherwise = design.BeforeBot(Hear),
        };
        design.AddBeforeBot(flow, Hear, understanding);

        // the log of a flow holds what its blocks are told, and from here on that is what the caller says
        var listen = RecordingConsent.Pauses(design, RecordingStep.Words) ? "pause-recording" : "listen";
        flow[Hear] = new SetLogging(false) { Next = listen };
        if (listen != "listen")
        {
            flow[listen] = new RecordNothing { Next = "listen" };
        }

        flow["log-again"] = new SetLogging(true) { Next = "can-we-look-up" };
        flow["listen"] = new AskBot(Sentence.Of(nameof(FlowTexts.Question)), bot)
        {
            Told = design.ToldToBot,
            Intents = Intents(flow, design, understanding),
            OnOtherIntent = design.BotHeard(flow, "words-were-heard", design.HasDeployedBot ? "what-was-heard" : "classify"),
            OnSilence = understanding,
            OnError = understanding,
        };
        design.AddTracking(flow, HeardSuffix, design.Words, "one-moment");
        var heard = design.Tracked(HeardSuffix, "one-moment");
        if (!design.HasDeployedBot)
        {
            flow["classify"] = design.Run(
                design.Hooks.ClassifyContact, heard, ("text", design.Words), ("intent", "$.Lex.IntentName"));
            return;
        }

        // its intents are no topics, and its hook has counted what it did not understand
        flow["classify"] = design.Run(design.Hooks.ClassifyContact, heard, ("text", design.Words));
        flow["listen-again"] = new Repeat(2) { Body = "listen", Done = understanding };
        AddWhatWasHeard(flow, design, understanding);
    }

    private static Dictionary<string, string> Intents(ContactFlow flow, FlowDesign design, string understanding)
    {
        var intents = new Dictionary<string, string>
        {
            [design.Settings.AgentIntent] = design.BotHeard(flow, "a-person-is-wanted", "one-moment"),
        };
        if (design.HasDeployedBot)
        {
            intents[DeployedBot.Menu] = understanding;
            intents[DeployedBot.Repeat] = "listen-again";
        }

        return intents;
    }

    /// <summary>A caller may press a key of the menu while the bot listens, or say nothing that it can hear.</summary>
    private static void AddWhatWasHeard(ContactFlow flow, FlowDesign design, string understanding)
    {
        var ways = new Dictionary<string, string> { ["nothing"] = understanding };
        if (design.Settings.Menu.Count > 0)
        {
            ways["keys"] = "classify-keys";
            flow["classify-keys"] = design.Run(
                design.Hooks.ClassifyContact, "one-moment", ("digits", design.Words), ("menu", Topics(design)));
        }

        flow["what-was-heard"] = new Choose(FlowDesign.Heard(DeployedBot.StatusAttribute)) { Ways = ways, Otherwise = "classify" };
    }

    private static string Topics(FlowDesign design) => string.Join(",", design.Settings.Menu.Select(entry => $"{entry.Key}={entry.Topic}"));

    private static void AddMenu(ContactFlow flow, FlowDesign design)
    {
        var menu = design.Settings.Menu;
        var topics = Topics(design);
        flow["menu"] = new AskKey(Sentence.Menu, 8)
        {
            Keys = menu.ToDictionary(entry => entry.Key, Chosen),
            OnSilence = "menu-again",
            OnOtherKey = "menu-again",
            OnError = "one-moment",
        };
        flow["menu-again"] = new Repeat(1) { Body = "menu", Done = "one-moment" };
        foreach (var entry in menu)
        {
            flow[Chosen(entry)] = design.Run(design.Hooks.ClassifyContact, "one-moment", ("digits", entry.Key), ("menu", topics));
        }
    }

    private static void AddRouting(ContactFlow flow, FlowDesign design)
    {
        var talk = DialogueTalk.Before(design, isCall: true, "still-there");
        var found = LanguageChoice.Again(design, AgainSuffix, talk);
        var understood = design.Bot is null ? "can-we-look-up" : "log-again";
        if (design.Bot is not null && RecordingConsent.Pauses(design, RecordingStep.Words))
        {
            RecordingConsent.AddAgain(flow, design, WordsSuffix, understood);
            understood = RecordingConsent.Again(design, WordsSuffix, understood);
        }

        flow["one-moment"] = new Say(Sentence.Of(nameof(FlowTexts.OneMoment))) { Next = understood, OnError = understood };
        flow["can-we-look-up"] = new Choose("$.Attributes.skipApi")
        {
            Ways = new Dictionary<string, string> { ["yes"] = found },
            Otherwise = "look-up"
        };
        flow["look-up"] = design.Run(design.Hooks.LookUpCustomer, found);
        LanguageChoice.AddAgain(flow, design, isCall: true, AgainSuffix, talk);
        DialogueTalk.AddTo(flow, design, isCall: true, "still-there", "still-there");
        flow["still-there"] = new Say(Sentence.Of(nameof(FlowTexts.LookingForAgent))) { Next = "recommend", OnError = "recommend" };
        flow["recommend"] = design.Run(design.Hooks.Recommend, "route");
        flow["route"] = design.Run(design.Hooks.RouteContact, "are-we-open");
        flow["are-we-open"] = new Choose("$.Attributes.open")
        {
            Ways = new Dictionary<string, string> { ["no"] = "closed" },
            Otherwise = "count-waiting"
        };
        flow["count-waiting"] = new ReadQueue { Next = "do-several-wait", OnError = "is-the-wait-long" };
        flow["do-several-wait"] = new ChooseByNumber("$.Metrics.Queue.Size") { Ways = [(2, "tell-line")], Otherwise = "is-the-wait-long" };
        flow["tell-line"] = new Say(Sentence.Around(nameof(FlowTexts.Position), "$.Metrics.Queue.Size"))
        {
            Next = "is-the-wait-long",
            OnError = "is-the-wait-long"
        };
        flow["is-the-wait-long"] = new ChooseByNumber("$.Attributes.waitMinutes")
        {
            Ways = [(2, "tell-wait")],
            Otherwise = "may-we-call-back"
        };
        flow["tell-wait"] = new Say(Sentence.Around(nameof(FlowTexts.Wait), "$.Attributes.waitMinutes"))
        {
            Next = "may-we-call-back",
            OnError = "may-we-call-back"
        };
        flow["may-we-call-back"] = new Choose("$.Attributes.offerCallback")
        {
            Ways = new Dictionary<string, string> { ["yes"] = CallbackOffer.Start },
            Otherwise = "while-waiting",
        };
        CallbackOffer.AddTo(flow, design, "while-waiting");
        flow["while-waiting"] = design.On(SetEventFlow.Waiting, SystemFlows.Waiting, "after-the-agent");
        var queue = RecordingConsent.BeforeQueue(design, IntoQueue.Start);
        flow["after-the-agent"] = design.On(SetEventFlow.AgentGone, SystemFlows.Survey, design.BesideContact(queue));
        design.AddBesideContact(flow, queue);
        RecordingConsent.AddBeforeQueue(flow, design, IntoQueue.Start);
        IntoQueue.AddTo(flow, design, "no-room", isRecorded: true);
        flow["no-room"] = new SetCallbackNumber("$.CustomerEndpoint.Address")
        {
            Next = "callback-without-room",
            OnInvalid = NumberQuestion.Start(Later),
            OnNotDialable = NumberQuestion.Start(Later)
        };
        NumberQuestion.AddTo(flow, design, Later, "callback-without-room", "sorry");
        flow["callback-without-room"] = new CreateCallback { Next = "record-callback-without-room", OnError = "sorry" };
        flow["record-callback-without-room"] = design.RecordCallback("tell-callback");
        flow["tell-callback"] = new Say(Sentence.Of(nameof(FlowTexts.CallbackLater)))
        {
            Next = "goodbye",
            OnError = "goodbye",
        };
        flow["sorry"] = new Say(Sentence.Of(nameof(FlowTexts.CallRefused))) { Next = "goodbye", OnError = "goodbye" };
        flow["closed"] = new Say(Sentence.Of(nameof(FlowTexts.Closed))) { Next = "callback-when-open", OnError = "callback-when-open" };
        flow["callback-when-open"] = new AskKey(Sentence.Of(nameof(FlowTexts.OfferCallbackWhenOpen)), 5)
        {
            Keys = new Dictionary<string, string> { ["1"] = "no-room" },
            OnSilence = "call-again",
            OnOtherKey = "call-again",
            OnError = "call-again",
        };
        flow["call-again"] = new Say(Sentence.Of(nameof(FlowTexts.CallAgain))) { Next = "goodbye", OnError = "goodbye" };
        flow["goodbye"] = End.Disconnect;
    }

    private static string Chosen(MenuSettings entry) => $"key-{entry.Key}";
}
