using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using ContactCenter.Core.Contacts.Corrections;
using ContactCenter.Core.Contacts.Flows;
using ContactCenter.Core.Contacts.SelfService;
using ContactCenter.Core.Contacts.Serving;
using ContactCenter.Core.Deployment;
using ContactCenter.Infra.Flows.Blocks;
using ContactCenter.Language.Classification.Text;

namespace ContactCenter.Infra.Flows.Design;

/// <summary>
/// For agents, beside a contact: what it is about and what could help, a search in the articles, and the right topic by a click, from which
/// the next training learns. Whatever fails, an agent who has named a topic is told whether it was kept. It logs nothing: it shows what the
/// customer said.
/// </summary>
internal static class AgentGuideFlow
{
    /// <summary>A view that nobody touches for so long is shown anew; seen elsewhere were up to eight minutes, so no hours.</summary>
    private const int Seconds = 900;

    /// <summary>How often an agent comes back to what is known of the contact.</summary>
    private const int Returns = 10;

    /// <summary>More topics than these nobody reads beside a customer.</summary>
    private const int MaximumTopics = 50;

    /// <summary>What the list of likely topics has for all others.</summary>
    private const string Other = "other";

    /// <summary>Name of the field in which an agent writes.</summary>
    private const string Field = "words";

    private const string Back = "Back";
    private const string Next = "Next";
    private const string Again = "again";

    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The flow as blocks.</summary>
    /// <param name="design">The flows of the configuration.</param>
    /// <param name="view">The view that it shows first.</param>
    /// <param name="viewId">Its id.</param>
    public static ContactFlow Build(FlowDesign design, AgentGuideView view, string viewId)
    {
        var words = view.Words;
        var flow = new ContactFlow(
            SystemFlows.AgentGuide,
            FlowKind.Inbound,
            "Guide of agents: what a contact is about, what could help, and the right topic by a click.")
        {
            ["log-nothing"] = new SetLogging(false) { Next = "is-anything-known" },
            ["is-anything-known"] = new Choose($"$.Attributes.{GuideDetails.Words}")
            {
                Ways = new Dictionary<string, string> { [FlowValue.None] = "show" },
                Otherwise = "likely-answer",
            },
            ["likely-answer"] = design.Run(
                design.Hooks.AnswerQuestion, "show",
                ("text", $"$.Attributes.{GuideDetails.Words}"), (SelfServiceAnswer.Asker, SelfServiceAnswer.Agent)),
            ["show"] = new ShowView(viewId, view.Data, Seconds)
            {
                IsManaged = false,
                Actions = Actions(view),
                OnOther = "end",
                OnSilence = Again,
                OnError = "end",
            },
        };
        AddCorrection(flow, design, words);
        AddSearch(flow, design, words);
        if (view.Actions.Contains(AgentGuideView.ReportFault))
        {
            flow["report"] = design.Into(SystemFlows.AgentReport, Again);
        }

        flow[Again] = new Repeat(Returns) { Body = "show", Done = "end" };
        flow["end"] = End.Disconnect;
        return flow;
    }

    private static Dictionary<string, string> Actions(AgentGuideView view) => view.Actions.ToDictionary(
        static action => action,
        static action => action switch
        {
            AgentGuideView.WrongTopic => "which",
            AgentGuideView.Search => "ask",
            AgentGuideView.ReportFault => "report",
            _ => "end",
        });

    private static void AddCorrection(ContactFlow flow, FlowDesign design, ContactGuide words)
    {
        string[] topics = [.. design.Topics.Take(MaximumTopics)];
        var likely = GuideDetails.Likely.Select(static name => ($"$.Attributes.{name}", $"$.Attributes.{name}"));
        flow["which"] = List(
            words,
            [
                .. likely,
                .. topics.Length == 0 ? Array.Empty<(string, string)>() : [(Other, words.OtherTopics)],
                (TrainingExample.OutOfScope, words.NoTopic),
            ],
            "keep-topic");
        flow["keep-topic"] = Chosen(topics.Length == 0 ? "record" : "is-it-another");
        if (topics.Length > 0)
        {
            flow["is-it-another"] = new Choose($"$.Attributes.{HookAttributes.GuideTopic}")
            {
                Ways = new Dictionary<string, string> { [Other] = "which-of-all" },
                Otherwise = "record",
            };
            flow["which-of-all"] = List(words, topics.Select(static topic => (topic, topic)), "keep-other");
            flow["keep-other"] = Chosen("record");
        }

        flow["record"] = design.Run(
            design.Hooks.RecordCorrection,
            "is-it-kept",
            ("text", $"$.Attributes.{GuideDetails.Words}"),
            ("correctTopic", $"$.Attributes.{HookAttributes.GuideTopic}"),
            ("contact", $"$.Attributes.{HookAttributes.GuideContact}")) with
        {
            OnError = "not-kept",
        };
        flow["is-it-kept"] = new Choose("$.Attributes.correctionStatus")
        {
            Ways = new Dictionary<string, string> { [CorrectionReading.Ok] = "kept", ["no_text"] = "nothing-said" },
            Otherwise = "not-kept",
        };
        flow["kept"] = Tell(words, words.Kept);
        flow["nothing-said"] = Tell(words, words.NothingSaid);
        flow["not-kept"] = Tell(words, words.NotKept);
    }

    private static void AddSearch(ContactFlow flow, FlowDesign design, ContactGuide words)
    {
        flow["ask"] = new ShowView(
            "form",
            new Dictionary<string, string>
            {
                ["Heading"] = words.Question,
                ["Sections"] = new JsonArray(new JsonObject
                {
                    ["Type"] = "FormSection",
                    ["Items"] = new JsonArray(new JsonObject
                    {
                        ["Type"] = "TextArea",
                        ["Name"] = Field,
                        ["Label"] = words.Question,
                        ["Required"] = true,
                    }),
                }).ToJsonString(Plain),
                ["Next"] = words.Next,
                ["Back"] = words.Back,
            },
            Seconds)
        {
            Actions = new Dictionary<string, string> { [Next] = "keep-question", [Back] = Again },
            OnOther = Again,
            OnSilence = "end",
            OnError = Again,
        };
        flow["keep-question"] = new SetAttributes(
            new Dictionary<string, string> { [HookAttributes.GuideQuestion] = $"$.Views.ViewResultData.FormData.{Field}" })
        {
            Next = "look-up",
            OnError = Again,
        };
        flow["look-up"] = design.Run(
            design.Hooks.AnswerQuestion, Again,
            ("text", $"$.Attributes.{HookAttributes.GuideQuestion}"), (SelfServiceAnswer.Asker, SelfServiceAnswer.Agent));
    }

    private static SetAttributes Chosen(string next) =>
        new(new Dictionary<string, string> { [HookAttributes.GuideTopic] = ShowView.Chosen }) { Next = next, OnError = "not-kept" };

    private static ShowView List(ContactGuide words, IEnumerable<(string Id, string Label)> items, string chosen) => new(
        "list",
        new Dictionary<string, string>
        {
            ["Heading"] = words.Which,
            ["Items"] = new JsonArray(
            [
                .. items.Select(static item => (JsonNode)new JsonObject { ["Id"] = item.Id, ["Heading"] = item.Label }),
            ]).ToJsonString(Plain),
            ["Back"] = words.Back,
        },
        Seconds)
    {
        Actions = new Dictionary<string, string> { [ShowView.Choice] = chosen, [Back] = Again },
        OnOther = Again,
        OnSilence = "end",
        OnError = "not-kept",
    };

    private static ShowView Tell(ContactGuide words, string heading) => new(
        "confirmation", new Dictionary<string, string> { ["Heading"] = heading, ["Next"] = words.Back }, Seconds)
    {
        Actions = new Dictionary<string, string> { [Next] = Again },
        OnOther = Again,
        OnSilence = "end",
        OnError = "end",
    };
}
