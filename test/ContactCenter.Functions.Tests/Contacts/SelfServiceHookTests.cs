using ContactCenter.Aws.Tests;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Contacts.Articles;
using ContactCenter.Core.Contacts.Customers;
using ContactCenter.Core.Contacts.Flows;
using ContactCenter.Core.Contacts.Heard;
using ContactCenter.Functions.Contacts;
using ContactCenter.Language.Knowledge;
using ContactCenter.Simulation.Stores;
using ContactCenter.Testing;
using Moq;

namespace ContactCenter.Functions.Tests.Contacts;

/// <summary>What the four hooks have in common, and what each of them says.</summary>
public sealed class SelfServiceHookTests : IDisposable
{
    private static readonly string[] Hooks = ["AnswerQuestion", "LookUpCustomer", "RecordSurvey", "Recommend"];
    private readonly SelfServiceHooks _hooks = new();

    public static MatrixTheoryData<string, string> Requests => new(
        Hooks,
        [
            FlowEvents.Voice("{}"), FlowEvents.MinimalVoice, FlowEvents.Chat, FlowEvents.Task,
            "", "null", "[]", "7", "{", "{\"Details\":null}", "{\"Details\":{\"ContactData\":null,\"Parameters\":null}}",
            FlowEvents.Voice("""{"text":null,"rating":7,"comment":{},"helped":[],"phone":true,"skip":0}"""),
            FlowEvents.Voice("[]", "7"),
            FlowEvents.Voice("{\"text\":\""
                + new string('x', 200_000)
                + "\",\"rating\":\"5\",\"comment\":\""
                + new string('9', 100_000)
                + "\"}"),
            FlowEvents.Voice("{\"text\":\"" + string.Concat(Enumerable.Repeat("\\u0000\\ud83d<break/>$.x{y}", 2000)) + "\"}"),
        ]);

    [Theory]
    [MemberData(nameof(Requests))]
    public async Task Every_recorded_and_hostile_request_gets_a_complete_answer(string hook, string request)
    {
        var answer = await _hooks.CallAsync(hook, request);

        Assert.NotEqual("default", answer["status"]);
        Assert.Equal((await _hooks.CallAsync(hook, FlowEvents.Voice("{}"))).Keys, answer.Keys);
    }

    [Theory]
    [InlineData("AnswerQuestion")]
    [InlineData("LookUpCustomer")]
    [InlineData("RecordSurvey")]
    [InlineData("Recommend")]
    public async Task Latency_default_and_decision_are_metrics(string hook)
    {
        _ = await _hooks.CallAsync(hook, FlowEvents.Chat);

        Assert.Contains(_hooks.Metrics, line => (string?)line["Hook"] == hook && line["HookLatency"] is not null);
        Assert.Contains(_hooks.Metrics, line => (string?)line["Hook"] == hook && line["HookDecisions"] is not null);
    }

    [Fact]
    public async Task A_question_of_a_chat_is_answered()
    {
        var answer = await _hooks.CallAsync("AnswerQuestion", FlowEvents.Chat);

        Assert.Equal(("ok", "card-lost"), (answer["status"], answer["article1"]));
        Assert.StartsWith("You can block a card", answer["answer"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_configured_articles_the_packaged_ones_answer_nobody()
    {
        _hooks.Configuration.SelfService.Articles = null;

        var answer = await _hooks.CallAsync("AnswerQuestion", FlowEvents.Chat);

        Assert.Equal(("not_configured", "none"), (answer["status"], answer["answer"]));
        Assert.DoesNotContain(_hooks.Metrics, static line => line["SelfServiceQuestions"] is not null);
    }

    [Fact]
    public async Task Without_a_knowledge_base_every_question_goes_to_an_agent()
    {
        using var hooks = new SelfServiceHooks { Knowledge = new PackagedKnowledge("/nowhere/knowledge.cck") };

        var answer = await hooks.CallAsync("AnswerQuestion", FlowEvents.Chat);

        Assert.Equal(("default", "none"), (answer["status"], answer["answer"]));
        Assert.Contains(hooks.Metrics, static line => (int?)line["HookDefaults"] == 1);
    }

    [Fact]
    public async Task The_first_answer_waits_no_longer_than_a_moment_for_what_was_published()
    {
        var never = new TaskCompletionSource();
        var packaged = new PackagedKnowledge(Path.Combine(AppContext.BaseDirectory, "knowledge.cck"));
        using var hooks = new SelfServiceHooks
        {
            Edited = new KnowledgeInService(
                () => new InMemoryArticles { BeforeBuilt = () => never.Task }, packaged.Base, TimeProvider.System),
        };

        var answer = await hooks.CallAsync("AnswerQuestion", FlowEvents.Chat);

        Assert.Equal(("ok", "card-lost"), (answer["status"], answer["article1"]));
        never.SetResult();
    }

    [Fact]
    public async Task What_was_published_and_taken_up_answers_in_the_place_of_what_is_packaged()
    {
        var store = new InMemoryArticles();
        var published = KnowledgeBase.Build(
            [new() { Id = "card-new", Language = "en", Title = "How do I block my card", Answer = "Call the blocking line." }]);
        var by = new ArticleAuthor("ada", "approved");
        await new ArticleDesk(store, published).ActAsync(
            by, "card-new", book => ArticleActs.Publish(
                ArticleActs.Write(book, published.Articles[0] with { Answer = "Call us." }, by, default).Book, "card-new", by, default),
            TestContext.Current.CancellationToken);
        await new KnowledgeBuilder(store).BuildAsync(default, TestContext.Current.CancellationToken);
        var served = new KnowledgeInService(() => store, null, TimeProvider.System);
        await served.LookAsync();
        using var hooks = new SelfServiceHooks { Edited = served };
        hooks.Configuration.SelfService.MinimumConfidence = 0.3;

        var answer = await hooks.CallAsync("AnswerQuestion", FlowEvents.Voice("""{"text":"How do I block my card?"}"""));

        Assert.Equal(("ok", "card-new", "Call us."), (answer["status"], answer["article1"], answer["answer"]));
    }

    [Fact]
    public async Task A_deployment_without_a_customer_system_says_so() =>
        Assert.Equal("not_configured", (await _hooks.CallAsync("LookUpCustomer", FlowEvents.Chat))["status"]);

    [Fact]
    public async Task Who_calls_again_is_known_as_such_without_a_customer_system()
    {
        using var hooks = new SelfServiceHooks { Callers = Callers(new InMemoryCallers()) };

        var first = await hooks.CallAsync("LookUpCustomer", FlowEvents.Voice("{}"));
        var again = await hooks.CallAsync("LookUpCustomer", FlowEvents.Voice("""{"try":"2"}"""));
        var next = await hooks.CallAsync(
            "LookUpCustomer",
            FlowEvents.Voice("{}").Replace(FlowEvents.ContactId, "99999999-2222-3333-4444-555555555555", StringComparison.Ordinal));

        Assert.Equal(("0", "0", "1"), (first["recentContacts"], again["recentContacts"], next["recentContacts"]));
    }

    [Fact]
    public async Task Who_calls_again_is_counted_once_by_the_topic_that_the_flow_knows()
    {
        var clock = new ManualClock(new DateTimeOffset(2026, 3, 2, 12, 0, 0, TimeSpan.Zero));
        var heard = new InMemoryHeardContacts(clock);
        var tally = new ReturnTally(heard, clock);
        using var hooks = new SelfServiceHooks { Callers = Callers(new InMemoryCallers()), Returns = tally };
        static string Next(string contact, string topic) => FlowEvents.Voice($$"""{"topic":"{{topic}}"}""")
            .Replace(FlowEvents.ContactId, contact, StringComparison.Ordinal);

        _ = await hooks.CallAsync("LookUpCustomer", Next(FlowEvents.ContactId, "billing"));
        _ = await hooks.CallAsync("LookUpCustomer", Next(FlowEvents.ContactId, "billing"));
        _ = await hooks.CallAsync("LookUpCustomer", Next("99999999-2222-3333-4444-555555555555", "billing"));
        _ = await hooks.CallAsync("LookUpCustomer", Next("88888888-2222-3333-4444-555555555555", "a b/c"));
        clock.Now += ReturnTally.Every;
        await tally.AddAsync("88888888-2222-3333-4444-555555555555", null, isAgain: true);

        var day = Assert.Single(await heard.SinceAsync(new DateOnly(2026, 3, 1), TestContext.Current.CancellationToken));
        Assert.Equal((new ReturnCount(2, 1), new ReturnCount(1, 1)), (day.Returns["billing"], day.Returns["none"]));
    }

    [Fact]
    public async Task A_contact_that_another_process_looks_up_again_is_counted_once()
    {
        var clock = new ManualClock(new DateTimeOffset(2026, 3, 2, 12, 0, 0, TimeSpan.Zero));
        var (heard, callers) = (new InMemoryHeardContacts(clock), new InMemoryCallers());
        foreach (var process in new[] { "first", "second" })
        {
            var tally = new ReturnTally(heard, clock);
            using var hooks = new SelfServiceHooks { Callers = Callers(callers), Returns = tally };
            _ = await hooks.CallAsync("LookUpCustomer", FlowEvents.Voice("""{"topic":"billing"}"""));
            clock.Now += ReturnTally.Every;
            await tally.AddAsync($"another of the {process}", "other", isAgain: false);
        }

        var day = Assert.Single(await heard.SinceAsync(new DateOnly(2026, 3, 1), TestContext.Current.CancellationToken));
        Assert.Equal((new ReturnCount(1, 0), new ReturnCount(2, 0)), (day.Returns["billing"], day.Returns["other"]));
    }

    [Fact]
    public async Task A_transfer_is_no_other_contact()
    {
        using var hooks = new SelfServiceHooks { Callers = Callers(new InMemoryCallers()) };

        _ = await hooks.CallAsync("LookUpCustomer", FlowEvents.Voice("{}"));
        var transferred = await hooks.CallAsync(
            "LookUpCustomer",
            FlowEvents.Voice("{}").Replace(
                $"\"ContactId\":\"{FlowEvents.ContactId}\"",
                "\"ContactId\":\"99999999-2222-3333-4444-555555555555\"",
                StringComparison.Ordinal));

        Assert.Equal("0", transferred["recentContacts"]);
    }

    [Fact]
    public async Task A_history_that_does_not_answer_is_waited_for_half_a_second()
    {
        var never = new TaskCompletionSource<CallerMemory>();
        var silent = new Mock<ICallerHistory>();
        silent.Setup(static history =>
            history.ArriveAsync(
                It.IsAny<string>(), It.IsAny<string>(), It.IsAny<DateTimeOffset>(),
                It.IsAny<CancellationToken>())).Returns(new ValueTask<CallerMemory>(never.Task));
        var clock = new WaitingClock(new DateTimeOffset(2026, 11, 18, 10, 0, 0, TimeSpan.Zero), TimeSpan.Zero);
        var request = new FlowRequest { ContactId = FlowEvents.ContactId, CustomerAddress = "+15550100001" };

        var counting = Callers(silent.Object, clock).RecallAsync(request, TestContext.Current.CancellationToken);
        clock.Advance(TimeSpan.FromMilliseconds(499));
        Assert.False(counting.IsCompleted);
        clock.Advance(TimeSpan.FromMilliseconds(1));

        Assert.Null(await counting);
    }

    [Fact]
    public async Task A_history_that_cannot_be_read_costs_nothing_but_itself()
    {
        var broken = new Mock<ICallerHistory>();
        broken.Setup(static history =>
            history.ArriveAsync(
                It.IsAny<string>(), It.IsAny<string>(), It.IsAny<DateTimeOffset>(),
                It.IsAny<CancellationToken>())).Throws(new InvalidOperationException("down"));
        using var hooks = new SelfServiceHooks { Callers = Callers(broken.Object) };

        var answer = await hooks.CallAsync("LookUpCustomer", FlowEvents.Voice("{}"));

        Assert.Equal(("not_configured", "none"), (answer["status"], answer["recentContacts"]));
    }

    [Fact]
    public async Task The_history_gets_no_number()
    {
        var told = new List<string>();
        var history = new Mock<ICallerHistory>();
        history.Setup(static one =>
            one.ArriveAsync(It.IsAny<string>(), It.IsAny<string>(), It.IsAny<DateTimeOffset>(), It.IsAny<CancellationToken>()))
            .Callback<string, string, DateTimeOffset, CancellationToken>((caller, _, _, _) => told.Add(caller))
            .Returns(new ValueTask<CallerMemory>(new CallerMemory(3)));
        using var hooks = new SelfServiceHooks { Callers = Callers(history.Object) };

        _ = await hooks.CallAsync("LookUpCustomer", FlowEvents.Voice("{}"));

        Assert.Matches("^[0-9a-f]{64}$", Assert.Single(told));
    }

    [Fact]
    public async Task A_rating_is_counted_once_however_often_it_is_told()
    {
        _ = await _hooks.CallAsync("RecordSurvey", FlowEvents.Voice("""{"rating":"2"}"""));
        _ = await _hooks.CallAsync("RecordSurvey", FlowEvents.Voice("""{"rating":"2"}"""));
        _ = await _hooks.CallAsync("RecordSurvey", FlowEvents.Voice("""{"rating":"5","again":"1"}"""));

        var rating = Assert.Single(_hooks.Metrics, static line => line["SurveyRating"] is not null && line["QueueName"] is not null);
        Assert.Equal((2, "Billing"), ((int)rating["SurveyRating"]!, (string?)rating["QueueName"]));
    }

    [Fact]
    public async Task A_bad_rating_of_a_valuable_customer_opens_one_task_even_when_the_first_attempt_fails()
    {
        var tasks = new RecordedTasks { Failures = 1 };
        using var hooks = new SelfServiceHooks { Tasks = tasks };
        hooks.Configuration.Survey = new SurveySettings { ValuableValues = ["gold"], TaskQueue = "Supervisors" };

        var failed = await hooks.CallAsync("RecordSurvey", FlowEvents.Voice("""{"rating":"1","try":"1"}""", """{"segment":"gold"}"""));
        var started = await hooks.CallAsync("RecordSurvey", FlowEvents.Voice("""{"rating":"1","try":"2"}""", """{"segment":"gold"}"""));
        _ = await hooks.CallAsync("RecordSurvey", FlowEvents.Voice("""{"rating":"1","try":"3"}""", """{"segment":"gold"}"""));

        Assert.Equal(("failed", "started"), (failed["task"], started["task"]));
        Assert.Equal($"survey-{FlowEvents.ContactId}", Assert.Single(tasks.Started).Key);
    }

    [Fact]
    public async Task Recommendations_come_with_their_reason()
    {
        _hooks.Configuration.Recommendations =
        [
            new RecommendationSettings
            {
                Name = "express-card", Kind = RecommendationKind.Action, Text = "Send it by courier.",
                Reason = "Card lost, customer is {segment}.",
                When = [new ConditionSettings { Attribute = "topic", Values = ["card_lost"] }],
            },
        ];

        var answer = await _hooks.CallAsync("Recommend", FlowEvents.Voice("""{"topic":"card_lost"}""", """{"segment":"gold"}"""));

        Assert.Equal(("1", "express-card", "action"), (answer["count"], answer["name1"], answer["kind1"]));
        Assert.Equal(("Card lost, customer is gold.", "none"), (answer["reason1"], answer["text2"]));
    }

    public void Dispose() => _hooks.Dispose();

    private static RecentCallers Callers(ICallerHistory history, TimeProvider? clock = null) =>
        new(history, new KnownSecrets(("key", """{"key":"a key of this deployment"}""")), "key", clock ?? TimeProvider.System);
}
