using System.Text;
using System.Text.Json.Nodes;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Deployment;
using ContactCenter.Core.Incidents;
using ContactCenter.Embedded.Calls;

namespace ContactCenter.Functions.Benchmarks.ColdStart;

/// <summary>A function and the event with which it is started.</summary>
/// <param name="Function">The function.</param>
/// <param name="Event">Leaves what the event is about in the tables of the start, and makes the event.</param>
/// <param name="IsAnswered">Whether an answer and the log tell that the function did what it is for; a prepared answer does not.</param>
internal sealed record ColdCase(
    SystemFunction Function, Func<Tables, Services, Task<string>> Event, Func<JsonNode, string, bool> IsAnswered)
{
    /// <summary>Functions that are not started, with the reason as the rest of a sentence.</summary>
    public static IReadOnlyDictionary<SystemFunction, string> LeftOut { get; } = new Dictionary<SystemFunction, string>
    {
        [SystemFunctions.ServeConsole] = "is a package of its own, with a web server's framework",
        [SystemFunctions.JoinStream] = "is asked by CloudFormation alone, when a stack comes or goes",
        [SystemFunctions.CheckAccount] = "reads an account once a week, for minutes, and nobody waits for it",
        [SystemFunctions.RunSyntheticContacts] = "tries contacts that nobody waits for",
        [SystemFunctions.ReachPeople] = "waits for the slowest channel, and nobody waits for it",
        [SystemFunctions.BuildKnowledge] = "builds what people wait a minute for",
        [SystemFunctions.WriteReport] = "writes reports that nobody waits for",
        [SystemFunctions.AnswerCall] = "takes the key of a person who is called, where people are called",
        [SystemFunctions.EndCall] = "hears of the end of such a call, and nobody waits for it",
        [SystemFunctions.WatchPromises] = "looks at what contacts were promised, and nobody waits for it",
        [SystemFunctions.OpenTickets] = "opens tickets beside contacts, and nobody waits for it",
        [SystemFunctions.ReceivePost] = "takes posts from a tool, and nobody waits for it",
        [SystemFunctions.KeepNumbers] = "reads half hours that are over, and nobody waits for it",
        [SystemFunctions.RetrainClassifier] = "trains a model once a day, for minutes, of which a start is nothing; nobody waits for it",
    };

    /// <summary>The hooks that a call goes through before it stands in a queue, in order: <c>inbound</c> in docs/flows.md.</summary>
    public static IReadOnlyList<SystemFunction> Inbound { get; } =
    [
        SystemFunctions.CheckService, SystemFunctions.ClassifyContact, SystemFunctions.LookUpCustomer, SystemFunctions.Recommend,
        SystemFunctions.RouteContact,
    ];

    /// <summary>The same where the deployed bot hears the caller and an answer from the articles is tried before the queue.</summary>
    public static IReadOnlyList<SystemFunction> InboundByBot { get; } =
    [
        SystemFunctions.CheckService, SystemFunctions.HearCustomer, SystemFunctions.ClassifyContact, SystemFunctions.AnswerQuestion,
        SystemFunctions.LookUpCustomer, SystemFunctions.Recommend, SystemFunctions.RouteContact,
    ];

    /// <summary>All but those that are left out.</summary>
    public static IReadOnlyList<ColdCase> All { get; } =
    [
        new(
            SystemFunctions.TriageAlarm,
            static (_, _) => Task.FromResult(Encoding.UTF8.GetString(Events.Alarm(Now()))),
            static (answer, _) => answer[0]?["incident"] is not null),
        new(SystemFunctions.DeliverEffects, MessageAsync, static (_, log) => log.Contains("was carried out", StringComparison.Ordinal)),
        new(
            SystemFunctions.KeepHistory,
            static async (tables, _) => Encoding.UTF8.GetString(
                StreamEvent.Of([StreamEvent.Ended((await tables.OpenIncidentAsync()).Effects[0].Id, Now())])),
            static (answer, log) => IsEmpty(answer["batchItemFailures"]) && !log.Contains("not in the history", StringComparison.Ordinal)),
        new(
            SystemFunctions.AdvanceEscalations,
            static async (tables, _) =>
            {
                await tables.OpenIncidentAsync();
                return Events.Schedule;
            },
            static (answer, _) => (bool?)answer["passed"] == true && (int?)answer["active"] == 1),
        new(
            SystemFunctions.RecordChange,
            static (_, _) => Task.FromResult(Events.Change(Now())),
            static (answer, _) => answer["recorded"] is not null),
        new(SystemFunctions.HealCapacity, Scheduled, static (answer, _) => answer["looks"] is not null && IsEmpty(answer["problems"])),
        new(SystemFunctions.HealFunctions, Scheduled, static (answer, _) => answer["looks"] is not null && IsEmpty(answer["problems"])),
        new(SystemFunctions.FailOver, Scheduled, static (answer, _) => answer["looks"] is not null && IsEmpty(answer["problems"])),
        new(SystemFunctions.AnswerSlack, static (tables, _) => AskedAsync(tables, Events.Click), IsTaken),
        new(SystemFunctions.AnswerLink, static (tables, _) => AskedAsync(tables, static (incident, _) => Events.Link(incident)), IsTaken),
        new(SystemFunctions.AnswerServiceNow, static (tables, _) => AskedAsync(tables, Events.Callback), IsTaken),
        new(SystemFunctions.AnswerPagerDuty, static (tables, _) => AskedAsync(tables, Events.PagerDuty), IsTaken),
        new(SystemFunctions.AnswerJira, static (tables, _) => AskedAsync(tables, Events.Jira), IsTaken),
        new(
            SystemFunctions.ServeApi,
            static async (tables, _) =>
            {
                await tables.OpenIncidentAsync();
                return Events.ListIncidents(Now());
            },
            IsTaken),
        new(
            SystemFunctions.CheckService,
            static (_, _) => Task.FromResult(Events.Call()),
            static (answer, _) => (string?)answer["status"] == "ok"),
        new(
            SystemFunctions.ClassifyContact,
            static (_, _) => Task.FromResult(Events.Call("""{"text":"I lost my card on the train"}""")),
            static (answer, _) => ((string?)answer["status"], (string?)answer["topic"]) == ("ok", "card_lost")),
        new(
            SystemFunctions.LookUpCustomer,
            static (_, _) => Task.FromResult(Events.Call()),
            static (answer, _) => (string?)answer["status"] is "ok" or "not_configured" && (string?)answer["recentContacts"] == "0"),
        new(
            SystemFunctions.Recommend,
            static (_, _) => Task.FromResult(Events.Call(attributes: """{"topic":"card_lost","segment":"gold"}""")),
            static (answer, _) => ((string?)answer["status"], (string?)answer["count"]) == ("ok", "1")),
        new(
            SystemFunctions.RouteContact,
            static async (tables, _) =>
            {
                await tables.WriteQueueStatesAsync();
                return Events.Call(attributes: """{"topic":"card_lost","segment":"gold"}""");
            },
            static (answer, _) => ((string?)answer["status"], (string?)answer["queueState"]) == ("ok", "known")),
        new(
            SystemFunctions.AnswerQuestion,
            static (_, _) => Task.FromResult(Events.Call("""{"text":"I lost my card on the train"}""")),
            static (answer, _) => (string?)answer["article1"] == "card-lost"),
        new(
            SystemFunctions.ContinueDialogue,
            static (_, _) => Task.FromResult(
                Events.Call("""{"step":"begin","text":"block my card ending in 4821"}""", """{"topic":"card_lost","language":"en"}""")),
            static (answer, _) => ((string?)answer["status"], (string?)answer["dialogue"]) == ("ask", "block-card")),
        new(
            SystemFunctions.RecordSurvey,
            static (_, _) => Task.FromResult(Events.Call("""{"rating":"4","comment":"quick and friendly"}""")),
            static (answer, _) => (string?)answer["status"] == "ok"),
        new(
            SystemFunctions.RecordCorrection,
            static (_, _) => Task.FromResult(Events.Call("""{"text":"my card is gone","correctTopic":"card_lost"}""")),
            static (answer, _) => (string?)answer["status"] == "ok"),
        new(
            SystemFunctions.RecordCallback,
            static (_, _) => Task.FromResult(Events.Call("""{"queue":"Cards"}""")),
            static (answer, _) => (string?)answer["status"] == "ok"),
        new(
            SystemFunctions.ReportFault,
            static (_, _) => Task.FromResult(Events.Call("""{"kind":"noAudio","queue":"Cards","agentName":"ann"}""")),
            static (answer, _) => (string?)answer["status"] == "recorded"),
        new(
            SystemFunctions.TrackCallbacks,
            static (_, _) => Task.FromResult(Encoding.UTF8.GetString(CallbackEvent.Served(Events.ContactId))),
            static (answer, _) => (int?)answer["removed"] == 0),
        new(
            SystemFunctions.TrackMood,
            static (_, _) => Task.FromResult(Events.Call("""{"text":"I hate waiting"}""")),
            static (answer, _) => (string?)answer["status"] == "ok"),
        new(
            SystemFunctions.HearCustomer,
            static (_, _) => Task.FromResult(Events.Heard()),
            static (answer, _) => (string?)answer["sessionState"]?["sessionAttributes"]?["heard"] == "where is my parcel"),
        new(
            SystemFunctions.TrackSentiment,
            static (_, services) => Task.FromResult(Events.Matched(services.Configuration.Queues[0].Id!)),
            static (answer, _) => (int?)answer["scores"] == 1),
        new(
            SystemFunctions.TrackCalls,
            static (_, _) => Task.FromResult(Events.Segment),
            static (answer, _) => (int?)answer["scores"] == 1),
        new(
            SystemFunctions.CollectConnectMetrics,
            Scheduled,
            static (answer, _) => (int?)answer["Queues"] > 0 && IsEmpty(answer["Problems"])),
    ];

    private static DateTimeOffset Now() => TimeProvider.System.GetUtcNow();

    private static Task<string> Scheduled(Tables tables, Services services) => Task.FromResult(Events.Schedule);

    private static bool IsTaken(JsonNode answer, string log) => (int?)answer["statusCode"] == 200;

    private static bool IsEmpty(JsonNode? list) => list is JsonArray { Count: 0 };

    private static async Task<string> AskedAsync(Tables tables, Func<string, DateTimeOffset, string> ask) =>
        ask((await tables.OpenIncidentAsync()).After.Incident!.Id, Now());

    /// <summary>The stream brings an e-mail of an incident that was just opened.</summary>
    private static async Task<string> MessageAsync(Tables tables, Services services)
    {
        var effects = (await tables.OpenIncidentAsync()).Effects;
        var message = effects.OfType<NotifyEffect>().First(static effect => effect.Channel == Channel.Email);
        return Encoding.UTF8.GetString(StreamEvent.Of([message]));
    }
}
