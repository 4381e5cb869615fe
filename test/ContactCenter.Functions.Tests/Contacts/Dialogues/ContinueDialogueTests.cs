using System.Text.Json;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Contacts.Articles;
using ContactCenter.Core.Contacts.Dialogues;
using ContactCenter.Core.Tests.Architecture;
using ContactCenter.Core.Validation;
using ContactCenter.Functions.Contacts;
using ContactCenter.Functions.Contacts.Dialogues;
using ContactCenter.Language.Knowledge;
using ContactCenter.Simulation;
using ContactCenter.Simulation.Stores;

namespace ContactCenter.Functions.Tests.Contacts.Dialogues;

public sealed class ContinueDialogueTests : IDisposable
{
    private const string Confirmed = "1;block-card;confirm;0;0;0;0;0;1;4821";

    private static readonly ContactCenterConfiguration Configuration =
        ConfigurationReader.Read(File.ReadAllBytes(Repository.File("samples", "dialogues.json"))).Configuration!;

    private readonly StringWriter _metrics = new();

    [Fact]
    public async Task What_the_function_has_done_is_said_and_counted()
    {
        var functions = new Functions("""{"status":"done","values":{"reference":"BC-77"}}""");

        var answer = await AskAsync(functions, Confirmed, "yes");

        Assert.Equal("ask", answer["status"]);
        Assert.Contains("BC-77", answer["say"], StringComparison.Ordinal);
        Assert.Contains("\"Dialogue\":\"block-card\",\"DialoguesDone\":1", _metrics.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_function_is_the_configured_one_and_has_less_time_than_the_flow_waits()
    {
        var functions = new Functions("""{"status":"agent"}""");

        await AskAsync(functions, Confirmed, "yes");

        Assert.Equal("arn:aws:lambda:eu-central-1:123456789012:function:block-card", functions.Called);
        Assert.InRange(functions.Limit, TimeSpan.FromMilliseconds(200), TimeSpan.FromMilliseconds(1200));
    }

    [Fact]
    public async Task The_same_request_again_calls_the_function_once()
    {
        var functions = new Functions("""{"status":"done","values":{"reference":"BC-77"}}""");
        var hook = Hook(functions);

        var first = await Hooks.AskAsync(hook.ContinueDialogue, Request(Confirmed, "yes"));
        var again = await Hooks.AskAsync(hook.ContinueDialogue, Request(Confirmed, "yes"));

        Assert.Equal((first["say"], 1), (again["say"], functions.Calls));
    }

    [Fact]
    public async Task A_function_that_throws_leaves_the_prepared_answer()
    {
        var answer = await AskAsync(new Functions(null), Confirmed, "yes");

        Assert.Equal("default", answer["status"]);
    }

    [Fact]
    public async Task Without_time_for_the_function_the_customer_is_asked_for_patience()
    {
        var functions = new Functions("""{"status":"agent"}""");
        var call = new LoggedCall(TimeSpan.FromMilliseconds(400));

        var answer = await Hooks.AskAsync(Hook(functions).ContinueDialogue, Request(Confirmed, "yes"), call);

        Assert.Equal(("wait", 0), (answer["status"], functions.Calls));
    }

    [Fact]
    public async Task The_log_has_the_reason_and_nothing_that_was_said()
    {
        var call = new LoggedCall(TimeSpan.FromSeconds(30));

        await Hooks.AskAsync(Hook(new Functions(null)).ContinueDialogue, Request("1;block-card;field;0;0;0;0;0;1;", "4821"), call);

        Assert.Contains(call.Lines, static line => line.Contains("understood", StringComparison.Ordinal));
        Assert.DoesNotContain(call.Lines, static line => line.Contains("4821", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_first_question_of_a_process_is_not_answered_from_what_people_have_taken_away()
    {
        var deployed = KnowledgeBase.Build(
            [new() { Id = "card", Language = "en", Title = "How do I block my card", Answer = "Call the old line." }]);
        var (store, by) = (new InMemoryArticles(), new ArticleAuthor("ada", "closed"));
        await new ArticleDesk(store, deployed).ActAsync(
            by, "card", book => ArticleActs.Publish(
                ArticleActs.Write(book, deployed.Articles[0] with { Answer = "Call us." }, by, default).Book, "card", by, default),
            TestContext.Current.CancellationToken);
        await new KnowledgeBuilder(store).BuildAsync(default, TestContext.Current.CancellationToken);
        var answering = Configuration with { SelfService = new() { Articles = "knowledge", MinimumConfidence = 0.3 } };
        var clock = new VirtualClock(DateTimeOffset.UnixEpoch);
        var hook = Hook(new Functions(null), answering, new KnowledgeInService(() => store, deployed, clock));

        var answer = await Hooks.AskAsync(
            hook.ContinueDialogue, Request("1;block-card;field;0;0;0;0;0;1;", "How do I block my card?"));

        Assert.StartsWith("Call us.", answer["say"], StringComparison.Ordinal);
    }

    public void Dispose() => _metrics.Dispose();

    private Task<Dictionary<string, string>> AskAsync(Functions functions, string state, string said) =>
        Hooks.AskAsync(Hook(functions).ContinueDialogue, Request(state, said));

    private ContinueDialogueFunction Hook(
        Functions functions, ContactCenterConfiguration? configuration = null, KnowledgeInService? knowledge = null)
    {
        var environment = new FunctionEnvironment(configuration ?? Configuration, static _ => null);
        return new ContinueDialogueFunction(
            knowledge ?? new KnowledgeInService(
                null, new PackagedKnowledge(Path.Combine(AppContext.BaseDirectory, "knowledge.cck")).Base, TimeProvider.System),
            functions,
            new FlowHook(new MetricLine(_metrics), environment, TimeProvider.System),
            environment,
            TimeProvider.System);
    }

    private static string Request(string state, string said) => FlowEvents.Voice(
        JsonSerializer.Serialize(new { text = said }), JsonSerializer.Serialize(new { topic = "card_lost", dialogueState = state }));

    /// <summary>A function that answers always the same; null: it cannot be called.</summary>
    private sealed class Functions(string? answer) : IDialogueFunctions
    {
        public int Calls { get; private set; }

        public string? Called { get; private set; }

        public TimeSpan Limit { get; private set; }

        public Task<FunctionResult> CallAsync(
            string function, ReadOnlyMemory<byte> request, TimeSpan limit, CancellationToken cancellationToken)
        {
            (Calls, Called, Limit) = (Calls + 1, function, limit);
            return Task.FromResult(new FunctionResult(
                FunctionOutcome.Answered, System.Text.Encoding.UTF8.GetBytes(answer ?? throw new InvalidOperationException("broken"))));
        }
    }
}
