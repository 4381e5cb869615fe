using ContactCenter.Core.Configuration;
using ContactCenter.Core.Contacts.Customers;
using ContactCenter.Core.Contacts.Flows;
using ContactCenter.Core.Deployment;
using ContactCenter.Infra.Flows.Blocks;

namespace ContactCenter.Infra.Flows.Design;

/// <summary>For chats: the knowledge base first, and an agent for whom it does not help.</summary>
internal static class ChatFlow
{
    /// <summary>Behind the names of the blocks that choose the language by what a bot has heard.</summary>
    private const string HeardSuffix = "-heard";

    /// <summary>Behind the name of the block that hears whether an answer has helped.</summary>
    private const string ReplySuffix = "-reply";

    /// <summary>Behind the names of the blocks that choose the language by the first message.</summary>
    private const string ReadSuffix = "-read";

    /// <summary>Where chats go that the knowledge base does not end.</summary>
    private const string Routing = "log-again";

    /// <summary>The flow as blocks.</summary>
    public static ContactFlow Build(FlowDesign design)
    {
        const string Forget = "forget-tickets";
        var flow = new ContactFlow(
            SystemFlows.Chat, FlowKind.Inbound, "Chats: answers from the knowledge base first, and routes whom that does not help.")
        {
            ["log"] = new SetLogging(true) { Next = design.HasTickets ? Forget : LanguageChoice.Start(design) },
            ["check-service"] = design.Run(design.Hooks.CheckService, "is-something-broken"),
        };
        if (design.HasTickets)
        {
            // whoever begins a chat can set its attributes, and agents open the link of a ticket
            flow[Forget] = new SetAttributes(new Dictionary<string, string>
            {
                [Ticket.ReferenceAttribute] = FlowValue.None,
                [Ticket.LinkAttribute] = FlowValue.None,
                [Ticket.TopicAttribute] = FlowValue.None,
            })
            {
                Next = LanguageChoice.Start(design),
                OnError = LanguageChoice.Start(design),
            };
        }

        LanguageChoice.AddTo(flow, design, isCall: false, "check-service");

        // the log of a flow holds what its blocks are told, and until the chat is routed that is what the customer writes
        const string Start = "log-nothing";
        flow[Start] = new SetLogging(false) { Next = design.Bot is null ? "greet" : "does-the-bot-work" };
        flow["is-something-broken"] = new Choose("$.Attributes.hasAnnouncement")
        {
            Ways = new Dictionary<string, string> { ["yes"] = "announce-trouble" },
            Otherwise = Start,
        };
        flow["announce-trouble"] = new Say("$.Attributes.announcement") { Next = Start, OnError = Start };
        if (design.Bot is { } bot)
        {
            AddTalk(flow, design, bot);
        }

        // without a bot nothing but the first message of a chat can be read
        var read = RecordingConsent.AddTo(flow, design, isCall: false, canAsk: false, ReadSuffix, "classify-first-message");
        flow["greet"] = new Say(Sentence.Of(nameof(FlowTexts.Greeting))) { Next = read, OnError = read };
        flow["classify-first-message"] = design.Run(
            design.Hooks.ClassifyContact,
            design.Tracked(ReadSuffix, LanguageChoice.Again(design, ReadSuffix, "answer-first-message")),
            ("text", "$.Media.InitialMessage"));
        design.AddTracking(flow, ReadSuffix, "$.Media.InitialMessage", LanguageChoice.Again(design, ReadSuffix, "answer-first-message"));
        LanguageChoice.AddAgain(flow, design, isCall: false, ReadSuffix, "answer-first-message");
        flow["answer-first-message"] = design.Run(
            design.Hooks.AnswerQuestion, "is-first-message-answered", ("text", "$.Media.InitialMessage"));
        flow["is-first-message-answered"] = Answered("show-first-answer");
        flow["show-first-answer"] = new Say("$.Attributes.answer") { Next = Routing, OnError = Routing };
        AddRouting(flow, design);
        return flow;
    }

    private static void AddTalk(ContactFlow flow, FlowDesign design, string bot)
    {
        flow["does-the-bot-work"] = new Choose("$.Attributes.skipBot")
        {
            Ways = new Dictionary<string, string> { ["yes"] = "greet" },
            Otherwise = design.BeforeBot("welcome"),
        };
        design.AddBeforeBot(flow, "welcome", "greet");
        FlowLanguage[] heard = [.. design.Languages.Except(design.UnheardLanguages)];
        var listen = RecordingConsent.AddTo(flow, design, isCall: false, canAsk: true, "", "listen", heard);
        flow["welcome"] = new Say(Sentence.Of(nameof(FlowTexts.Greeting))) { Next = listen, OnError = listen };
        flow["listen"] = new AskBot(Sentence.Of(nameof(FlowTexts.Greeting)), bot)
        {
            FirstWords = "$.Media.InitialMessage",
            Told = design.ToldToBot,
            Intents = new Dictionary<string, string>
            {
                [design.Settings.AgentIntent] = design.BotHeard(flow, "a-person-is-wanted", Routing),
            },
            OnOtherIntent = design.BotHeard(flow, "words-were-heard", "classify"),
            OnSilence = "classify-first-message",
            OnError = "classify-first-message",
        };
        var next = DialogueTalk.Before(design, isCall: false, "answer");
        flow["classify"] = design.Run(
            design.Hooks.ClassifyContact,
            design.Tracked(HeardSuffix, LanguageChoice.Again(design, HeardSuffix, next)),
            design.HasDeployedBot
                ? [("text", design.Words)]
                : [("text", design.Words), ("intent", "$.Lex.IntentName")]);
        design.AddTracking(flow, HeardSuffix, design.Words, LanguageChoice.Again(design, HeardSuffix, next));
        LanguageChoice.AddAgain(flow, design, isCall: false, HeardSuffix, next);
        DialogueTalk.AddTo(flow, design, isCall: false, "answer", Routing);
        flow["answer"] = design.Run(design.Hooks.AnswerQuestion, "is-it-answered", ("text", design.Words));
        flow["is-it-answered"] = Answered("show-answer");
        flow["show-answer"] = new Say("$.Attributes.answer") { Next = "did-it-help", OnError = Routing };
        flow["did-it-help"] = new AskBot(Sentence.Of(nameof(FlowTexts.DidItHelp)), bot)
        {
            Told = design.ToldToBot,
            Intents = new Dictionary<string, string> { [design.Settings.YesIntent] = "helped" },
            OnOtherIntent = design.Tracked(ReplySuffix, "not-helped"),
            OnSilence = "goodbye",
            OnError = Routing,
        };
        design.AddTracking(flow, ReplySuffix, design.Words, "not-helped");
        flow["helped"] = design.Run(design.Hooks.AnswerQuestion, "glad", ("helped", "yes"));
        flow["glad"] = new Say(Sentence.Of(nameof(FlowTexts.Helped))) { Next = "goodbye", OnError = "goodbye" };
        flow["not-helped"] = design.Run(design.Hooks.AnswerQuestion, Routing, ("helped", "no"));
    }

    private static void AddRouting(ContactFlow flow, FlowDesign design)
    {
        flow[Routing] = new SetLogging(true) { Next = "can-we-look-up" };
        flow["can-we-look-up"] = new Choose("$.Attributes.skipApi")
        {
            Ways = new Dictionary<string, string> { ["yes"] = "route" },
            Otherwise = "look-up"
        };
        flow["look-up"] = design.Run(design.Hooks.LookUpCustomer, "recommend");
        flow["recommend"] = design.Run(design.Hooks.Recommend, "route");
        flow["route"] = design.Run(design.Hooks.RouteContact, "are-we-open");
        flow["are-we-open"] = new Choose("$.Attributes.open")
        {
            Ways = new Dictionary<string, string> { ["no"] = "closed" },
            Otherwise = "while-waiting"
        };
        flow["while-waiting"] = design.On(SetEventFlow.Waiting, SystemFlows.Waiting, "after-the-agent");
        var queue = RecordingConsent.BeforeQueue(design, IntoQueue.Start);
        flow["after-the-agent"] = design.On(SetEventFlow.AgentGone, SystemFlows.Survey, design.BesideContact(queue));
        design.AddBesideContact(flow, queue);
        RecordingConsent.AddBeforeQueue(flow, design, IntoQueue.Start);
        IntoQueue.AddTo(flow, design, "sorry", isRecorded: true);
        flow["sorry"] = new Say(Sentence.Of(nameof(FlowTexts.ChatRefused))) { Next = "goodbye", OnError = "goodbye" };
        flow["closed"] = new Say(Sentence.Of(nameof(FlowTexts.WriteAgain))) { Next = "goodbye", OnError = "goodbye" };
        flow["goodbye"] = End.Disconnect;
    }

    private static Choose Answered(string show) => new("$.Attributes.answerStatus")
    {
        Ways = new Dictionary<string, string> { ["ok"] = show },
        Otherwise = Routing,
    };
}
