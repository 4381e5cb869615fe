using Amazon.Connect;
using Amazon.Lambda.Core;
using ContactCenter.Aws.Monitoring;
using ContactCenter.Aws.Notifications;
using ContactCenter.Aws.Notifications.Secrets;
using ContactCenter.Aws.Tests;
using ContactCenter.Core.Configuration.Synthetic;
using ContactCenter.Core.Contacts.Customers;
using ContactCenter.Core.Contacts.Queues;
using ContactCenter.Core.Contacts.Routing;
using ContactCenter.Core.Contacts.Sentiment;
using ContactCenter.Core.Contacts.Service;
using ContactCenter.Core.Contacts.Serving;
using ContactCenter.Core.Contacts.Surveys;
using ContactCenter.Core.Contacts.Synthetic;
using ContactCenter.Core.Settings;
using ContactCenter.Functions.Contacts;
using ContactCenter.Language.Retraining;
using ContactCenter.Language.Sentiment;
using ContactCenter.Simulation.Stores;
using Moq;

namespace ContactCenter.Functions.Tests.Contacts.Synthetic;

/// <summary>
/// Every hook is asked by a customer and by a contact of this system's own: of the second nothing is kept and nothing is counted, and who
/// only says to be one is a customer.
/// </summary>
public sealed class SyntheticHookTests : IDisposable
{
    private const string Mark = "a-mark-that-nobody-guesses";

    private static readonly string[] Keep =
        ["ClassifyContact", "LookUpCustomer", "RecordSurvey", "RecordCorrection", "RecordCallback", "TrackSentiment"];

    /// <summary>Answers are handed over every two minutes.</summary>
    private readonly ManualClock _tallied = new(DateTimeOffset.UnixEpoch);

    private readonly StringWriter _metrics = new();
    private readonly Dictionary<string, (Func<Stream, ILambdaContext, Task<Stream>> Ask, string Told, Mock? Store)> _hooks;

    public SyntheticHookTests()
    {
        var configuration = Hooks.Configuration;
        var clock = TimeProvider.System;
        var environment = new FunctionEnvironment(configuration, static _ => null);
        var hook = new FlowHook(
            new MetricLine(_metrics), environment, clock,
            new SyntheticCheck(new KnownSecrets(("mark", $$"""{"mark":"{{Mark}}"}""")), "mark", clock));
        var models = new ModelInService(null, clock);
        var open = new IncidentView(new InMemoryIncidentStore(), configuration, clock);
        var settings = new SettingsView(configuration, new InMemorySettings(), clock);
        var (answers, callers, surveys) = (new Mock<IAnswerStore>(), new Mock<ICallerHistory>(), new Mock<ISurveyStore>());
        var (corrections, callbacks, sentiment) = (new Mock<ICorrectionStore>(), new Mock<ICallbackStore>(), new Mock<ISentimentStore>());
        _hooks = new(StringComparer.Ordinal)
        {
            ["ClassifyContact"] = (
                new ClassifyContactFunction(
                    models, new AnswerTally(answers.Object, heard: null, _tallied), SentimentScorer.Default, hook, environment, clock)
                    .ClassifyContact,
                """{"text":"I lost my card on the train"}""", answers),
            ["LookUpCustomer"] = (
                new LookUpCustomerFunction(
                    new NoCustomerSystem(),
                    new RecentCallers(callers.Object, new KnownSecrets(("key", """{"key":"a key of this deployment"}""")), "key", clock),
                    hook, environment).LookUpCustomer,
                "{}", callers),
            ["RecordSurvey"] = (
                new RecordSurveyFunction(surveys.Object, new RecordedTasks(), models, hook, environment, clock).RecordSurvey,
                """{"rating":"5"}""", surveys),
            ["RecordCorrection"] = (
                new RecordCorrectionFunction(corrections.Object, models, hook, clock).RecordCorrection,
                """{"correctTopic":"card_lost","text":"it was the card"}""", corrections),
            ["RecordCallback"] = (
                new RecordCallbackFunction(callbacks.Object, hook, environment, clock).RecordCallback, "{}", callbacks),
            ["TrackSentiment"] = (
                new TrackSentimentFunction(
                    new ContactSignalReader(SentimentScorer.Default, new Dictionary<string, double>()), SentimentScorer.Default,
                    sentiment.Object, new ConnectDirectory(Mock.Of<IAmazonConnect>(), configuration, clock), hook,
                    new SupervisorAlerts(sentiment.Object, new RecordedTasks(), new MetricLine(_metrics), environment, clock),
                    new MetricLine(_metrics), environment, clock).TrackSentiment,
                """{"text":"I am very unhappy with you"}""", sentiment),
            ["RouteContact"] = (
                new RouteContactFunction(
                    new ContactRouter(configuration), new QueueView(null, clock), open, settings, hook, clock).RouteContact,
                "{}", null),
            ["CheckService"] = (
                new CheckServiceFunction(new ServiceCheck(configuration), open, settings, hook, environment, clock).CheckService,
                "{}", null),
        };
    }

    public static TheoryData<string> Keeping => [.. Keep];

    public static TheoryData<string> All => [.. Keep, "RouteContact", "CheckService"];

    [Theory]
    [MemberData(nameof(Keeping))]
    public async Task Of_a_customer_something_is_kept_and_of_a_synthetic_contact_nothing(string name)
    {
        await AskAsync(name, Mark);
        Assert.Empty(_hooks[name].Store!.Invocations);

        await AskAsync(name, null);
        Assert.NotEmpty(_hooks[name].Store!.Invocations);
    }

    [Theory]
    [MemberData(nameof(Keeping))]
    public async Task Who_only_says_to_be_synthetic_is_a_customer(string name)
    {
        await AskAsync(name, "yes");

        Assert.NotEmpty(_hooks[name].Store!.Invocations);
        Assert.NotEmpty(_metrics.ToString());
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task No_metric_is_told_of_a_synthetic_contact_and_the_log_says_what_it_is(string name)
    {
        var lines = await AskAsync(name, Mark);

        Assert.Empty(_metrics.ToString());
        Assert.Contains(lines, static line => line.Contains("Synthetic contact", StringComparison.Ordinal));
        Assert.DoesNotContain(lines, static line => line.Contains(Mark, StringComparison.Ordinal));
    }

    [Fact]
    public async Task It_goes_into_the_queue_that_it_asks_for_at_any_hour_and_is_led_around_nothing()
    {
        var route = await Hooks.AskAsync(_hooks["RouteContact"].Ask, Request("""{"topic":"card_lost"}""", Mark));
        var check = await Hooks.AskAsync(_hooks["CheckService"].Ask, Request("{}", Mark));

        Assert.Equal(("yes", "no"), (route["open"], route["callback"]));
        Assert.Equal(("ok", "no", "no", "yes"), (check["status"], check["skipBot"], check["hasAnnouncement"], check["synthetic"]));
    }

    [Fact]
    public async Task A_mark_that_cannot_be_read_makes_nobody_synthetic_and_costs_half_a_second_at_most()
    {
        var secrets = new Mock<ISecretSource>();
        secrets.Setup(static one => one.GetAsync(It.IsAny<string>(), It.IsAny<CancellationToken>()))
            .Throws(new ChannelException("no", isPassing: true));

        Assert.False(await new SyntheticCheck(secrets.Object, "mark", TimeProvider.System).IsAsync(Mark));
    }

    [Fact]
    public async Task A_call_that_is_dialled_now_is_told_to_the_flow_and_counted_nowhere()
    {
        var clock = new ManualClock(new DateTimeOffset(2026, 11, 30, 9, 0, 0, TimeSpan.Zero));
        var (settings, notes) = (
            new SyntheticCallSettings { From = "+15550100001", To = ["+15550100002"] }, new InMemoryNotebook(clock));
        var configuration = Hooks.Configuration;
        var check = new CheckServiceFunction(
            new ServiceCheck(configuration),
            new IncidentView(new InMemoryIncidentStore(), configuration, clock),
            new SettingsView(configuration, new InMemorySettings(), clock),
            new FlowHook(new MetricLine(_metrics), new FunctionEnvironment(configuration, static _ => null), clock),
            new FunctionEnvironment(configuration, static _ => null),
            clock,
            new SyntheticArrivals(settings, notes, clock));
        await notes.SetAsync(
            SyntheticCall.Note, new SyntheticCall("token", settings.From, settings.To[0], clock.GetUtcNow()).Write(),
            clock.GetUtcNow() + SyntheticCall.Lasts, TestContext.Current.CancellationToken);

        var arrived = await Hooks.AskAsync(check.CheckService, FlowEvents.Voice("{}"));

        Assert.Equal("call", arrived["synthetic"]);
        Assert.Empty(_metrics.ToString());
        Assert.NotNull(await notes.FindAsync(SyntheticCall.ArrivalNote("token"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Whoever_has_no_attribute_is_asked_no_secret_for()
    {
        var secrets = new Mock<ISecretSource>(MockBehavior.Strict);

        Assert.False(await new SyntheticCheck(secrets.Object, "mark", TimeProvider.System).IsAsync(told: null));
    }

    public void Dispose() => _metrics.Dispose();

    private async Task<IReadOnlyList<string>> AskAsync(string name, string? mark)
    {
        var call = new LoggedCall(TimeSpan.FromSeconds(30));
        _tallied.Now += AnswerTally.Every;
        _ = await Hooks.AskAsync(_hooks[name].Ask, Request(_hooks[name].Told, mark), call);

        // the answers are handed over beside the request
        for (var i = 0; i < 100 && mark != Mark && _hooks[name].Store is { Invocations.Count: 0 }; i++)
        {
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }

        return call.Lines;
    }

    private static string Request(string parameters, string? mark) =>
        FlowEvents.Voice(parameters, mark is null ? "{}" : $$"""{"synthetic":"{{mark}}"}""");
}
