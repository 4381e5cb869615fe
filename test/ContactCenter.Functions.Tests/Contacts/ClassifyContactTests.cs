using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ContactCenter.Aws.Tests;
using ContactCenter.Aws.Tests.Contacts;
using ContactCenter.Core.Contacts.Serving;
using ContactCenter.Functions.Contacts;
using ContactCenter.Language.Retraining;
using ContactCenter.Language.Sentiment;
using ContactCenter.Language.Tests.Classification;
using ContactCenter.Simulation.Stores;
using ContactCenter.Testing;
using static ContactCenter.Aws.Tests.Incidents.Samples;

namespace ContactCenter.Functions.Tests.Contacts;

public sealed class ClassifyContactTests(Emulator emulator) : IDisposable
{
    private static readonly string[] Keys =
    [
        "status", "topic", "confidence", "topic1", "topic2", "topic3", "urgency", "language", "source", "model", "sentiment", "mood"
    ];
    private readonly StringWriter _metrics = new();

    public static TheoryData<string, string, string> Recorded => new()
    {
        { FlowEvents.Voice("""{"text":"I lost my card on the train"}"""), "ok", "card_lost" },
        { FlowEvents.Voice("""{"dtmf":"2","menu":"1=billing,2=card_lost"}"""), "ok", "card_lost" },
        { FlowEvents.Voice("""{"intent":"card_lost"}"""), "ok", "card_lost" },
        { FlowEvents.Chat, "ok", "card_lost" },
        { FlowEvents.Task, "ok", "card_lost" },
        { FlowEvents.MinimalVoice, "no_text", "none" },
    };

    public static TheoryData<string> Hostile =>
    [
        "", "null", "[]", "7", "{", "{\"Details\":null}", "{\"Details\":{\"ContactData\":null,\"Parameters\":null}}",
        FlowEvents.Voice("""{"text":null,"intent":7,"dtmf":{},"menu":[],"subject":true}"""),
        FlowEvents.Voice("[]", "7"),
        FlowEvents.Voice("{\"text\":\"" + new string('x', 300_000) + "\"}"),
        FlowEvents.Voice("{\"text\":\"" + string.Concat(Enumerable.Repeat("\\u0000\\u0007\\ud83d", 2000)) + "\"}"),
        FlowEvents.Voice("{\"text\":\"" + string.Concat(Enumerable.Repeat("\\u0000\\u0007 card lost \\r\\n", 2000)) + "\"}"),
        FlowEvents.Voice("{\"dtmf\":\"1\",\"menu\":\"1=" + string.Concat(Enumerable.Repeat("\\u0001\\\"}😀", 9000)) + "\"}"),
        FlowEvents.Voice("{\"intent\":\"" + new string('I', 100_000) + "\",\"intentConfidence\":\"NaN\"}"),
    ];

    [Theory]
    [MemberData(nameof(Recorded))]
    public async Task A_recorded_request_gets_a_complete_answer(string request, string status, string topic)
    {
        var answer = await InvokeAsync(request);

        Assert.Equal((status, topic), (answer["status"], answer["topic"]));
    }

    [Theory]
    [MemberData(nameof(Hostile))]
    public async Task A_hostile_request_gets_a_complete_answer_too(string request)
    {
        var answer = await InvokeAsync(request);

        Assert.NotEqual("default", answer["status"]);
        Assert.All(answer.Values, value => Assert.DoesNotContain(value, char.IsControl));
    }

    [Fact]
    public async Task The_first_contact_is_answered_by_the_promoted_model()
    {
        var store = new InMemoryModels();
        var id = store.Promote(TinyModel.Trained.Model);

        var answer = await InvokeAsync(FlowEvents.Voice("""{"text":"there is fraud on my account"}"""), store);

        Assert.Equal((id, "fraud", "high"), (answer["model"], answer["topic"], answer["urgency"]));
    }

    [Fact]
    public async Task A_store_that_does_not_answer_costs_the_first_contact_some_time_and_nobody_an_answer()
    {
        var store = new InMemoryModels { BeforeRead = () => new TaskCompletionSource().Task };
        // waits of up to the patience pass at once
        var function = Create(store, new WaitingClock(Noon, passBelow: ModelInService.Patience));

        Assert.All(
            [await CallAsync(function, FlowEvents.Chat), await CallAsync(function, FlowEvents.Chat)],
            answer => Assert.Equal(("packaged", "card_lost"), (answer["model"], answer["topic"])));
    }

    [Fact]
    public async Task When_the_time_is_over_the_prepared_answer_is_given_and_counted()
    {
        var function = Create(null, TimeProvider.System);
        using var input = new MemoryStream(Encoding.UTF8.GetBytes(FlowEvents.Chat));
        var call = new LoggedCall(TimeSpan.FromMilliseconds(200));

        var answer = Complete(await new StreamReader(await function.ClassifyContact(
            input, call)).ReadToEndAsync(TestContext.Current.CancellationToken));

        Assert.Equal(("default", "none", "0.000"), (answer["status"], answer["topic"], answer["confidence"]));
        Assert.Equal(1, (int)Metrics()[0]["HookDefaults"]!);
    }

    [Fact]
    public async Task The_log_names_the_contact_and_not_what_the_customer_said()
    {
        var function = Create(null, TimeProvider.System);
        using var input =
            new MemoryStream(Encoding.UTF8.GetBytes(FlowEvents.Voice("""{"text":"My name is Ann Archer and I lost my card"}""")));
        var call = new LoggedCall(TimeSpan.FromSeconds(30));

        _ = await function.ClassifyContact(input, call);

        Assert.Contains(call.Lines, line => line.Contains(FlowEvents.ContactId, StringComparison.Ordinal));
        Assert.All(
            call.Lines.Append(_metrics.ToString()), line => Assert.DoesNotContain("Archer", line, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Sentiment_urgency_and_language_are_told_with_the_topic()
    {
        var answer = await InvokeAsync(FlowEvents.Voice("""{"text":"This is terrible, I am very angry, fix it immediately!"}"""));

        Assert.Equal(("negative", "high", "en"), (answer["mood"], answer["urgency"], answer["language"]));
        Assert.StartsWith("-0.", answer["sentiment"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Latency_and_decision_are_metrics()
    {
        _ = await InvokeAsync(FlowEvents.Chat);
        _ = await InvokeAsync(FlowEvents.Voice("""{"dtmf":"1","menu":"1=anything at all"}"""));

        var metrics = Metrics();
        Assert.Equal("ClassifyContact", (string?)metrics[0]["Hook"]);
        Assert.True((double)metrics[0]["HookLatency"]! >= 0);
        var topics = metrics.Where(line => line["Topic"] is not null).ToArray();
        Assert.Equal(["card_lost", "menu"], topics.Select(line => (string?)line["Topic"]));
        Assert.Equal("ContactsByTopic", (string?)topics[0]["_aws"]!["CloudWatchMetrics"]![0]!["Metrics"]![0]!["Name"]);
    }

    [Fact]
    public async Task The_deployed_function_answers_with_the_packaged_model_while_the_stored_one_is_damaged()
    {
        await using var deployment = await Deployment.CreateAsync(emulator);
        using var bucket = await ModelsBucket.CreateAsync(emulator);
        var damaged = TinyModel.Trained.Model.ToArray();
        damaged[^1] ^= 1;
        await bucket.PromoteAsync(damaged);
        deployment.With("MODELS_BUCKET", bucket.Name);

        var refused = Complete((await deployment.InvokeAsync("ClassifyContact", FlowEvents.Chat)).Body);
        await bucket.PromoteAsync(TinyModel.Trained.Model);
        var taken = Complete((await deployment.InvokeAsync("ClassifyContact", FlowEvents.Chat)).Body);

        Assert.Equal(("packaged", "card_lost"), (refused["model"], refused["topic"]));
        Assert.Equal(ModelId.Of(TinyModel.Trained.Model.Span), taken["model"]);
    }

    public void Dispose() => _metrics.Dispose();

    private static async Task<Dictionary<string, string>> CallAsync(ClassifyContactFunction function, string request) =>
        Complete((await RuntimeLoop.InvokeBytesAsync(function.ClassifyContact, request)).Body);

    private static Dictionary<string, string> Complete(string body)
    {
        Assert.InRange(Encoding.UTF8.GetByteCount(body), 1, (32 * 1024) - 1);
        var answer = JsonSerializer.Deserialize<Dictionary<string, string>>(body)!;
        Assert.Equal(Keys, answer.Keys);
        Assert.All(answer.Values, value => Assert.NotEmpty(value.Trim()));
        return answer;
    }

    private Task<Dictionary<string, string>> InvokeAsync(string request, InMemoryModels? store = null) =>
        CallAsync(Create(store, TimeProvider.System), request);

    private ClassifyContactFunction Create(InMemoryModels? store, TimeProvider clock) => new(
        new ModelInService(store, clock),
        new AnswerTally(store is null ? null : new InMemoryAnswers(), heard: null, clock),
        SentimentScorer.Default,
        new FlowHook(new MetricLine(_metrics), TestEnvironment.Create(), clock),
        TestEnvironment.Create(),
        clock);

    private JsonNode[] Metrics() =>
        [.. _metrics.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!)];
}
