using ContactCenter.Core.Configuration;
using ContactCenter.Core.Deployment;
using ContactCenter.Infra.Flows.Blocks;

namespace ContactCenter.Infra.Flows.Design;

/// <summary>For customers whose agent has hung up: one question, and a second chance to answer it.</summary>
internal static class SurveyFlow
{
    /// <summary>The flow as blocks.</summary>
    public static ContactFlow Build(FlowDesign design)
    {
        var chat = design.Bot is null ? "thanks" : design.BeforeBot("log-nothing");
        var flow = new ContactFlow(SystemFlows.Survey, FlowKind.Inbound, "After the agent: asks the customer for a rating.")
        {
            ["log"] = new SetLogging(true) { Next = LanguageChoice.Start(design) },
            ["which-channel"] = new Choose("$.Channel")
            {
                Ways = new Dictionary<string, string> { ["VOICE"] = "ask", ["CHAT"] = chat },
                Otherwise = "goodbye",
            },
            ["ask"] = new AskDigits(Sentence.Of(nameof(FlowTexts.RateCall)), 8, 1) { Next = "record", OnError = "goodbye" },
            ["record"] = design.Run(design.Hooks.RecordSurvey, "is-it-a-rating", ("rating", "$.StoredCustomerInput")),
            ["is-it-a-rating"] = new Choose("$.Attributes.surveyStatus")
            {
                Ways = new Dictionary<string, string> { ["bad_rating"] = "once-more", ["no_rating"] = "once-more" },
                Otherwise = "thanks",
            },
            ["once-more"] = new Repeat(1) { Body = "ask", Done = "thanks" },
        };
        LanguageChoice.AddFollowing(flow, design, "which-channel");
        if (design.Bot is { } bot)
        {
            design.AddBeforeBot(flow, "log-nothing", "thanks");

            // the log of a flow holds what its blocks are told, and here that is what the customer writes
            flow["log-nothing"] = new SetLogging(false) { Next = "ask-chat" };
            flow["ask-chat"] = new AskBot(Sentence.Of(nameof(FlowTexts.RateChat)), bot)
            {
                Told = design.ToldToBot,
                Intents = new Dictionary<string, string> { [design.Settings.AgentIntent] = "thanks" },
                OnOtherIntent = "record-chat",
                OnSilence = "goodbye",
                OnError = "goodbye",
            };
            flow["record-chat"] = design.Run(
                design.Hooks.RecordSurvey, "thanks", ("rating", design.Words), ("comment", design.Words));
        }

        flow["thanks"] = new Say(Sentence.Of(nameof(FlowTexts.Thanks))) { Next = "goodbye", OnError = "goodbye" };
        flow["goodbye"] = End.Disconnect;
        return flow;
    }
}
