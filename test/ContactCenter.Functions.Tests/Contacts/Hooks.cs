using System.Text;
using System.Text.Json;
using Amazon.Connect;
using Amazon.Lambda.Core;
using ContactCenter.Aws.Monitoring;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Contacts.Articles;
using ContactCenter.Core.Contacts.Customers;
using ContactCenter.Core.Contacts.Dialogues;
using ContactCenter.Core.Contacts.Queues;
using ContactCenter.Core.Contacts.Recommendation;
using ContactCenter.Core.Contacts.Routing;
using ContactCenter.Core.Contacts.Sentiment;
using ContactCenter.Core.Contacts.Service;
using ContactCenter.Core.Contacts.Serving;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Incidents.Reporting;
using ContactCenter.Core.Notifications.Answers;
using ContactCenter.Core.Settings;
using ContactCenter.Core.Validation;
using ContactCenter.Functions.Contacts;
using ContactCenter.Functions.Contacts.Dialogues;
using ContactCenter.Functions.Incidents;
using ContactCenter.Language.Retraining;
using ContactCenter.Language.Sentiment;
using ContactCenter.Simulation.Stores;
using Moq;

namespace ContactCenter.Functions.Tests.Contacts;

/// <summary>The hooks of contact flows on the sample configuration, with stores in memory.</summary>
internal sealed class Hooks : IDisposable
{
    private readonly StringWriter _metrics = new();

    public Hooks(TimeProvider? time = null, IIncidentStore? incidents = null, ISettingsStore? decided = null)
    {
        var clock = time ?? TimeProvider.System;
        var environment = new FunctionEnvironment(Configuration, static _ => null);
        var hook = new FlowHook(new MetricLine(_metrics), environment, clock);
        var open = new IncidentView(incidents ?? Incidents, Configuration, clock);
        var settings = new SettingsView(
            Configuration, decided ?? Settings, clock, new SettingsMetric(new MetricLine(_metrics), Configuration).Tell);
        Classify = new ClassifyContactFunction(
            new ModelInService(null, clock), new AnswerTally(store: null, heard: null, clock), SentimentScorer.Default, hook, environment,
            clock);
        Route = new RouteContactFunction(new ContactRouter(Configuration), new QueueView(Queues, clock), open, settings, hook, clock);
        Check = new CheckServiceFunction(new ServiceCheck(Configuration), open, settings, hook, environment, clock);
        var models = new ModelInService(null, clock);
        var callers = new RecentCallers(
            new InMemoryCallers(), new KnownSecrets(("key", """{"key":"a key of this deployment"}""")), "key", clock);
        LookUp = new LookUpCustomerFunction(new NoCustomerSystem(), callers, hook, environment);
        var knowledge = new PackagedKnowledge(Path.Combine(AppContext.BaseDirectory, "knowledge.cck"));
        Answer = new AnswerQuestionFunction(new KnowledgeInService(null, knowledge.Base, clock), knowledge, hook, environment);
        Dialogue = new ContinueDialogueFunction(
            new KnowledgeInService(null, knowledge.Base, clock), Mock.Of<IDialogueFunctions>(), hook, environment, clock);
        Recommend = new RecommendFunction(new Recommender(Configuration.Recommendations), hook);
        Survey = new RecordSurveyFunction(new InMemorySurveys(), new RecordedTasks(), models, hook, environment, clock);
        Callback = new RecordCallbackFunction(new InMemoryCallbacks(clock), hook, environment, clock);
        Fault = new ReportFaultFunction(
            new ReportDesk(
                new IncidentDesk(Configuration, incidents ?? Incidents).Pipeline, incidents ?? Incidents, new InMemoryNotebook(clock),
                Configuration),
            hook, environment, clock);
        var desk = new IncidentDesk(Configuration, Incidents);
        Call = new AnswerCallFunction(
            new CallAnswers(Incidents, desk.Pipeline, desk.Policy, new InMemoryNotebook(clock), Incidents.Outbox), hook, clock);
        Correct = new RecordCorrectionFunction(Mock.Of<ICorrectionStore>(), models, hook, clock);
        Track = new TrackSentimentFunction(
            new ContactSignalReader(SentimentScorer.Default, new Dictionary<string, double>()), SentimentScorer.Default,
            new InMemorySentiment(),
            new ConnectDirectory(Mock.Of<IAmazonConnect>(), Configuration, clock), hook,
            new SupervisorAlerts(new InMemorySentiment(), new RecordedTasks(), new MetricLine(TextWriter.Null), environment, clock),
            new MetricLine(TextWriter.Null), environment, clock);
    }

    public static ContactCenterConfiguration Configuration { get; } =
        ConfigurationReader.ReadChecked(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "contactcenter.json")));

    public InMemoryIncidentStore Incidents { get; } = new();

    public InMemoryQueueStates Queues { get; } = new();

    public InMemorySettings Settings { get; } = new();

    public ClassifyContactFunction Classify { get; }

    public RouteContactFunction Route { get; }

    public CheckServiceFunction Check { get; }

    private LookUpCustomerFunction LookUp { get; }

    private AnswerQuestionFunction Answer { get; }

    private ContinueDialogueFunction Dialogue { get; }

    private RecommendFunction Recommend { get; }

    private RecordSurveyFunction Survey { get; }

    private RecordCallbackFunction Callback { get; }

    public ReportFaultFunction Fault { get; }

    private AnswerCallFunction Call { get; }

    private RecordCorrectionFunction Correct { get; }

    private TrackSentimentFunction Track { get; }

    public string Metrics => _metrics.ToString();

    /// <summary>Every hook by its name.</summary>
    public IReadOnlyDictionary<string, Func<Stream, ILambdaContext, Task<Stream>>> All =>
        new Dictionary<string, Func<Stream, ILambdaContext, Task<Stream>>>
        {
            [nameof(ClassifyContactFunction.ClassifyContact)] = Classify.ClassifyContact,
            [nameof(RouteContactFunction.RouteContact)] = Route.RouteContact,
            [nameof(CheckServiceFunction.CheckService)] = Check.CheckService,
            [nameof(LookUpCustomerFunction.LookUpCustomer)] = LookUp.LookUpCustomer,
            [nameof(AnswerQuestionFunction.AnswerQuestion)] = Answer.AnswerQuestion,
            [nameof(ContinueDialogueFunction.ContinueDialogue)] = Dialogue.ContinueDialogue,
            [nameof(RecommendFunction.Recommend)] = Recommend.Recommend,
            [nameof(RecordSurveyFunction.RecordSurvey)] = Survey.RecordSurvey,
            [nameof(RecordCorrectionFunction.RecordCorrection)] = Correct.RecordCorrection,
            [nameof(RecordCallbackFunction.RecordCallback)] = Callback.RecordCallback,
            [nameof(ReportFaultFunction.ReportFault)] = Fault.ReportFault,
            [nameof(AnswerCallFunction.AnswerCall)] = Call.AnswerCall,
            [nameof(TrackSentimentFunction.TrackSentiment)] = Track.TrackSentiment,
        };

    /// <summary>The answer, after it was checked to be one that Amazon Connect takes.</summary>
    public static async Task<Dictionary<string, string>> AskAsync(
        Func<Stream, ILambdaContext, Task<Stream>> hook, string request, LoggedCall? call = null)
    {
        using var input = new MemoryStream(Encoding.UTF8.GetBytes(request));
        using var body = new MemoryStream();
        await (await hook(input, call ?? new LoggedCall(TimeSpan.FromSeconds(30)))).CopyToAsync(body);
        Assert.InRange(body.Length, 1, (32 * 1024) - 1);
        var answer = JsonSerializer.Deserialize<Dictionary<string, string>>(body.ToArray())!;
        Assert.All(answer, static member =>
        {
            Assert.Matches("^[A-Za-z0-9_-]+$", member.Key);
            Assert.NotEmpty(member.Value.Trim());
            Assert.DoesNotContain(member.Value, char.IsControl);
        });
        return answer;
    }

    public void Dispose() => _metrics.Dispose();
}
