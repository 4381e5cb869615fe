using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using ContactCenter.Core.Contacts.Faults;
using ContactCenter.Core.Contacts.Flows;
using ContactCenter.Core.Deployment;
using ContactCenter.Core.Texts;
using ContactCenter.Infra.Flows.Blocks;

namespace ContactCenter.Infra.Flows.Design;

/// <summary>
/// For agents: what is wrong, of which queue, and what is known of it. Whatever fails, an agent who has chosen something is told whether it
/// was recorded; only who goes back, or does nothing at first, is told nothing.
/// </summary>
internal static class AgentReportFlow
{
    /// <summary>An agent may have a customer on the line; a guide that nobody looks at ends.</summary>
    private const int Seconds = 300;

    /// <summary>Name of the field in which an agent writes.</summary>
    private const string Field = "words";

    private const string Back = "Back";
    private const string Next = "Next";

    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The flow as blocks.</summary>
    /// <param name="design">The flows of the configuration.</param>
    /// <param name="report">The module that takes the report.</param>
    /// <param name="language">Two-letter code of what agents read.</param>
    public static ContactFlow Build(FlowDesign design, HookModule report, string language)
    {
        var words = new FaultGuide(Translation.Into(language));
        return new ContactFlow(
            SystemFlows.AgentReport, FlowKind.Inbound, "Guide of agents: reports what is wrong, and tells what is known.")
        {
            ["log"] = new SetLogging(true) { Next = "what" },
            ["what"] = List(words, words.What, words.Kinds) with
            {
                Actions = new Dictionary<string, string> { [ShowView.Choice] = "keep-what", [Back] = "end" },
            },
            ["keep-what"] = new SetAttributes(new Dictionary<string, string>
            {
                ["faultKind"] = ShowView.Chosen,
                ["faultText"] = FlowValue.None,
                ["faultQueue"] = FlowValue.None,
            })
            {
                Next = "who-complains",
                OnError = "not-recorded",
            },
            ["who-complains"] = new Choose("$.Attributes.faultKind")
            {
                Ways = new Dictionary<string, string> { [FaultGuide.Complaint] = "ask" },
                Otherwise = "where",
            },
            ["ask"] = Form(words),
            ["keep-words"] = new SetAttributes(
                new Dictionary<string, string> { ["faultText"] = $"$.Views.ViewResultData.FormData.{Field}" })
            {
                Next = "where",
                OnError = "where",
            },
            ["where"] = List(words, words.Where, [(FlowValue.None, words.Everywhere), .. design.Queues.Select(Named)]) with
            {
                Actions = new Dictionary<string, string> { [ShowView.Choice] = "keep-where", [Back] = "end" },

                // what is wrong was said: better of no queue than not at all
                OnOther = "report",
                OnSilence = "report",
                OnError = "report",
            },
            ["keep-where"] = new SetAttributes(new Dictionary<string, string> { ["faultQueue"] = ShowView.Chosen })
            {
                Next = "report",
                OnError = "report",
            },
            ["report"] = design.Run(
                report,
                "tell",
                ("kind", "$.Attributes.faultKind"),
                ("text", "$.Attributes.faultText"),
                ("queue", "$.Attributes.faultQueue"),
                ("agentName", "$.Agent.UserName"),
                ("agentArn", "$.Agent.ARN"),
                ("language", language)) with
            {
                OnError = "not-recorded",
            },
            ["tell"] = Tell(words, "$.Attributes.faultAnswer") with { OnError = "not-recorded" },
            ["not-recorded"] = Tell(words, words.Unsure),
            ["end"] = End.Disconnect,
        };
    }

    private static (string Id, string Label) Named(FlowQueue queue) => (queue.Name, queue.Name);

    private static ShowView List(FaultGuide words, string heading, IEnumerable<(string Id, string Label)> items) => new(
        "list",
        new Dictionary<string, string>
        {
            ["Heading"] = heading,
            ["Items"] = new JsonArray(
            [
                .. items.Select(static item => (JsonNode)new JsonObject { ["Id"] = item.Id, ["Heading"] = item.Label }),
            ]).ToJsonString(Plain),
            ["Back"] = words.Cancel,
        },
        Seconds)
    {
        Actions = new Dictionary<string, string>(),
        OnOther = "end",
        OnSilence = "end",
        OnError = "end",
    };

    private static ShowView Form(FaultGuide words) => new(
        "form",
        new Dictionary<string, string>
        {
            ["Heading"] = words.About,
            ["Sections"] = new JsonArray(new JsonObject
            {
                ["Type"] = "FormSection",
                ["Items"] = new JsonArray(new JsonObject
                {
                    ["Type"] = "TextArea",
                    ["Name"] = Field,
                    ["Label"] = words.About,
                    ["Required"] = false,
                }),
            }).ToJsonString(Plain),
            ["Next"] = words.Next,
            ["Back"] = words.Cancel,
        },
        Seconds)
    {
        Actions = new Dictionary<string, string> { [Next] = "keep-words", [Back] = "end" },
        OnOther = "where",
        OnSilence = "where",
        OnError = "where",
    };

    private static ShowView Tell(FaultGuide words, string heading) => new(
        "confirmation",
        new Dictionary<string, string> { ["Heading"] = heading, ["Next"] = words.Done },
        Seconds)
    {
        Actions = new Dictionary<string, string> { [Next] = "end" },
        OnOther = "end",
        OnSilence = "end",
        OnError = "end",
    };
}
