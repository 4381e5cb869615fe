using System.Text.Json;
using ContactCenter.Core.Contacts.Serving;
using ContactCenter.Functions.Contacts;
using ContactCenter.Language.Embedding;
using ContactCenter.Language.Retraining;
using ContactCenter.Language.Sentiment;
using ContactCenter.Language.Tests.Classification;
using ContactCenter.Language.Tests.Embedding;
using ContactCenter.Simulation.Stores;
using ContactCenter.Testing;
using static ContactCenter.Aws.Tests.Incidents.Samples;

namespace ContactCenter.Functions.Tests.Contacts.Serving;

/// <summary>Contacts that are answered while the encoder comes, or does not; it is made up (<see cref="MadeUpEncoder"/>).</summary>
public sealed class EncoderInServiceTests : IDisposable
{
    private static readonly ReadOnlyMemory<byte> Model = TinyModel.Train(
        TinyModel.Examples(), TinyModel.Fast with { Encoder = MadeUpEncoder.Encoder }).Model;

    private readonly StringWriter _metrics = new();
    private readonly LoggedCall _call = new(TimeSpan.FromSeconds(30));
    private readonly Dictionary<bool, string> _expected;
    private int _turn;

    public EncoderInServiceTests()
    {
        var model = ServedModel.Read(ModelId.Of(Model.Span), Model).Classifier;
        _expected = new[] { false, true }.ToDictionary(
            static isEncoded => isEncoded,
            isEncoded => Confidence(Language.Classification.Hearing.ContactHearing.Classify(
                model, Said, encoder: isEncoded ? MadeUpEncoder.Encoder : null).Confidence));
    }

    private const string Said = "this is not what I was billed";

    // Waits pass only where a test lets time pass: who waits for the encoder waits until it is there.
    private WaitingClock Clock { get; } = new(Noon, TimeSpan.Zero);

    [Fact]
    public async Task The_first_contact_does_not_wait_and_the_second_has_it()
    {
        var function = Create(static () => MadeUpEncoder.Encoder);

        Assert.Equal([_expected[false], _expected[true]], [await AskAsync(function), await AskAsync(function)]);
        Assert.Contains(_call.Lines, static line => line.Contains("helps from now on", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nothing_is_loaded_before_the_first_answer_is_given()
    {
        var isOpened = false;
        var encoders = new EncoderInService(
            () =>
            {
                isOpened = true;
                return null;
            },
            Clock);

        Assert.Null(await encoders.ForAsync(Served(), TimeSpan.FromSeconds(2)));
        Assert.False(isOpened);
    }

    [Fact]
    public async Task An_encoder_that_never_comes_holds_one_contact_up_for_a_moment_and_no_other()
    {
        using var never = new ManualResetEventSlim();
        var clock = new WaitingClock(Noon, EncoderInService.Patience);
        var function = Create(
            () =>
            {
                never.Wait();
                return null;
            },
            clock);

        string[] answers = [await AskAsync(function), await AskAsync(function), await AskAsync(function)];
        never.Set();

        Assert.All(answers, answer => Assert.Equal(_expected[false], answer));
        Assert.Equal(1, clock.Waits.Count(static wait => wait == EncoderInService.Patience));
    }

    [Fact]
    public async Task A_damaged_encoder_is_an_error_of_the_log_and_no_answer_is_worse_than_without()
    {
        var function = Create(static () => throw new EncoderFileException("damaged"));

        Assert.Equal([_expected[false], _expected[false]], [await AskAsync(function), await AskAsync(function)]);
        Assert.Contains(_call.Lines, static line => line.Contains("damaged", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Another_encoder_than_that_of_the_model_is_told_once_and_not_asked()
    {
        var function = Create(static () => MadeUpEncoder.Other);

        string[] answers = [await AskAsync(function), await AskAsync(function), await AskAsync(function)];

        Assert.All(answers, answer => Assert.Equal(_expected[false], answer));
        Assert.Single(_call.Lines, static line => line.Contains("is deployed: it answers as without", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_model_without_an_encoder_needs_none()
    {
        var encoders = new EncoderInService(static () => throw new EncoderFileException("opened"), Clock);
        encoders.LoadBeside(ServedModel.Read(ModelId.Of(TinyModel.Trained.Model.Span), TinyModel.Trained.Model));

        Assert.Null(await encoders.ForAsync(Served(), TimeSpan.FromSeconds(2)));
        Assert.Empty(encoders.TakeNews());
    }

    public void Dispose() => _metrics.Dispose();

    private static ServedModel Served() => ServedModel.Read(ModelId.Of(Model.Span), Model);

    private static string Confidence(float confidence) =>
        ((double)confidence).ToString("0.000", System.Globalization.CultureInfo.InvariantCulture);

    private ClassifyContactFunction Create(Func<SentenceEncoder?> open, TimeProvider? clock = null)
    {
        var store = new InMemoryModels();
        _ = store.Promote(Model);
        clock ??= Clock;
        return new ClassifyContactFunction(
            new ModelInService(store, clock), new AnswerTally(store: null, heard: null, clock), SentimentScorer.Default,
            new FlowHook(new MetricLine(_metrics), TestEnvironment.Create(), clock), TestEnvironment.Create(), clock,
            new EncoderInService(open, clock));
    }

    // Each request differs, or it would be answered as before.
    private async Task<string> AskAsync(ClassifyContactFunction function)
    {
        var request = FlowEvents.Voice($$"""{"text":"{{Said}}","turn":"{{_turn++}}"}""");
        using var input = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(request));
        using var answer = await function.ClassifyContact(input, _call);
        return (await JsonSerializer.DeserializeAsync<Dictionary<string, string>>(
            answer, cancellationToken: TestContext.Current.CancellationToken))!["confidence"];
    }
}
