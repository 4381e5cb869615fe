using System.Text;
using System.Text.Json.Nodes;
using Amazon.Lambda.Core;
using ContactCenter.Aws.Monitoring;
using ContactCenter.Aws.Tests;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Contacts.Articles;
using ContactCenter.Core.Contacts.Customers;
using ContactCenter.Core.Contacts.Dialogues;
using ContactCenter.Core.Contacts.NextTopics;
using ContactCenter.Core.Contacts.Promises;
using ContactCenter.Core.Contacts.Queues;
using ContactCenter.Core.Contacts.Recommendation;
using ContactCenter.Core.Contacts.Routing;
using ContactCenter.Core.Contacts.Sentiment;
using ContactCenter.Core.Contacts.Service;
using ContactCenter.Core.Contacts.Serving;
using ContactCenter.Core.Contacts.Synthetic;
using ContactCenter.Core.Deployment;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Incidents.Delivery;
using ContactCenter.Core.Incidents.Reporting;
using ContactCenter.Core.Settings;
using ContactCenter.Functions;
using ContactCenter.Functions.Contacts;
using ContactCenter.Functions.Contacts.Dialogues;
using ContactCenter.Functions.Contacts.Promises;
using ContactCenter.Functions.Tests;
using ContactCenter.Functions.Tests.Contacts;
using ContactCenter.Language.Sentiment;
using ContactCenter.Simulation.Stores;

namespace ContactCenter.Infra.Tests.Flows.Simulation;

/// <summary>The hooks as they are deployed, on stores in memory. The same question is asked once: they answer alike.</summary>
internal sealed class RealHooks
{
    /// <summary>The mark of synthetic contacts.</summary>
    public const string Mark = "a-mark-that-nobody-guesses";

    private static readonly TimeSpan Enough = TimeSpan.FromSeconds(30);

    private readonly Dictionary<string, Func<Stream, ILambdaContext, Task<Stream>>> _handlers;
    private readonly Dictionary<string, string> _answers = new(StringComparer.Ordinal);

    /// <param name="configuration">The configuration.</param>
    /// <param name="now">What time it is.</param>
    /// <param name="functions">The customer's functions, where dialogues call some.</param>
    /// <param name="notes">Where it stands that a call is dialled now.</param>
    /// <param name="kept">What hooks keep of contacts beside their answers; null: nothing.</param>
    public RealHooks(
        ContactCenterConfiguration configuration, DateTimeOffset now, IDialogueFunctions? functions = null, INotebook? notes = null,
        KeptOfContacts? kept = null)
    {
        var clock = new ManualClock(now);
        var environment = new FunctionEnvironment(configuration, static _ => null);
        var mark = configuration.Synthetic is null ? null : nameof(Mark);
        var hook = new FlowHook(
            new MetricLine(TextWriter.Null), environment, clock,
            new SyntheticCheck(new KnownSecrets((nameof(Mark), $$"""{"mark":"{{Mark}}"}""")), mark, clock));
        var openIncidents = new IncidentView(Incidents, configuration, clock);
        var settings = new SettingsView(configuration, Settings, clock);
        var models = new ModelInService(null, clock);
        var knowledge = new PackagedKnowledge(Path.Combine(AppContext.BaseDirectory, "knowledge.cck"));
        _handlers = new(StringComparer.Ordinal)
        {
            [SystemFunctions.ClassifyContact.Name] = new ClassifyContactFunction(
                models,
                new AnswerTally(store: null, heard: null, clock),
                new SentimentScorer(configuration.Sentiment.Words),
                hook,
                environment,
                clock)
                .ClassifyContact,
            [SystemFunctions.RouteContact.Name] = new RouteContactFunction(
                new ContactRouter(configuration), new QueueView(Queues, clock), openIncidents, settings, hook, clock,
                new PromiseNotes(kept?.Promised, environment, clock)).RouteContact,
            [SystemFunctions.CheckService.Name] = new CheckServiceFunction(
                new ServiceCheck(configuration), openIncidents, settings, hook, environment, clock,
                new SyntheticArrivals(configuration.Synthetic?.Calls, notes ?? new InMemoryNotebook(clock), clock)).CheckService,
            [SystemFunctions.LookUpCustomer.Name] = new LookUpCustomerFunction(
                new NoCustomerSystem(),
                new RecentCallers(
                    kept?.Callers, new KnownSecrets((nameof(KeptOfContacts), """{"key":"a key of this deployment"}""")),
                    nameof(KeptOfContacts), clock, kept?.Topics),
                hook,
                environment).LookUpCustomer,
            [SystemFunctions.AnswerQuestion.Name] =
                new AnswerQuestionFunction(
                    new KnowledgeInService(null, knowledge.Base, clock), knowledge, hook, environment).AnswerQuestion,
            [SystemFunctions.ContinueDialogue.Name] = new ContinueDialogueFunction(
                new KnowledgeInService(null, knowledge.Base, clock),
                functions ?? new PlayedFunctions(FunctionResult.Failed), hook, environment, clock).ContinueDialogue,
            [SystemFunctions.Recommend.Name] = new RecommendFunction(new Recommender(configuration.Recommendations), hook).Recommend,
            [SystemFunctions.RecordCorrection.Name] = new RecordCorrectionFunction(
                new KeptCorrections(), models, hook, clock).RecordCorrection,

            // a request of a flow looks no queue up
            [SystemFunctions.TrackMood.Name] = new TrackSentimentFunction(
                new ContactSignalReader(SentimentScorer.Default, new Dictionary<string, double>()), SentimentScorer.Default,
                new InMemorySentiment(),
                new ConnectDirectory(null!, configuration, clock), hook,
                new SupervisorAlerts(new InMemorySentiment(), new RecordedTasks(), new MetricLine(TextWriter.Null), environment, clock),
                new MetricLine(TextWriter.Null), environment, clock).TrackSentiment,
            [SystemFunctions.RecordCallback.Name] = new RecordCallbackFunction(
                new InMemoryCallbacks(clock), hook, environment, clock).RecordCallback,
            [SystemFunctions.ReportFault.Name] = new ReportFaultFunction(
                new ReportDesk(
                    new IncidentDesk(configuration, Incidents).Pipeline, Incidents, new InMemoryNotebook(clock), configuration),
                hook, environment, clock).ReportFault,
            [SystemFunctions.RecordSurvey.Name] = new RecordSurveyFunction(
                new InMemorySurveys(), new RecordedTasks(), models, hook, environment, clock).RecordSurvey,
        };
    }

    public InMemoryIncidentStore Incidents { get; } = new();

    public InMemoryQueueStates Queues { get; } = new();

    public InMemorySettings Settings { get; } = new();

    /// <summary>What a hook answers.</summary>
    public string Answer(string hook, JsonObject request)
    {
        var text = request.ToJsonString();
        var question = $"{hook}{text}";
        return _answers.TryGetValue(question, out var known) ? known : _answers[question] = Ask(hook, text, Enough);
    }

    /// <summary>What a hook answers when there is no time left: its prepared answer.</summary>
    public string Prepared(string hook, JsonObject request) => Ask(hook, request.ToJsonString(), TimeSpan.FromMilliseconds(1));

    private string Ask(string hook, string request, TimeSpan time)
    {
        using var input = new MemoryStream(Encoding.UTF8.GetBytes(request));
        using var answer = new StreamReader(_handlers[hook](input, new LoggedCall(time)).GetAwaiter().GetResult(), Encoding.UTF8);
        return answer.ReadToEnd();
    }
}

/// <summary>Where hooks keep what they know of contacts beside their answers.</summary>
/// <param name="Promised">Contacts that were promised something.</param>
/// <param name="Callers">Who was in touch lately, with their tickets.</param>
/// <param name="Topics">What customers were in touch about.</param>
internal sealed record KeptOfContacts(IPromisedContacts Promised, ICallerHistory Callers, ITopicHistories Topics);
