using ContactCenter.Language.Classification.Hearing;
using ContactCenter.Language.Classification.Model;
using ContactCenter.Language.Classification.Text;
using ContactCenter.Language.Classification.Training;
using ContactCenter.Language.Retraining;
using ContactCenter.Language.Tests.Classification;
using ContactCenter.Language.Tests.Embedding;
using ContactCenter.Simulation;
using ContactCenter.Simulation.Stores;

namespace ContactCenter.Language.Tests.Retraining;

/// <summary>
/// A retraining with texts of which nobody has said what they are about: learned from where nothing gets worse by it, and else left out,
/// which the report and the history say.
/// </summary>
public sealed class UnlabelledRetrainingTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 3, 0, 0, TimeSpan.Zero);
    private static readonly TrainingExample[] Labelled = [.. MadeUpEncoder.Texts.Where(static (_, i) => i % 2 == 0)];
    private static readonly TrainingExample[] Others = [.. MadeUpEncoder.Texts.Where(static (_, i) => i % 2 != 0)];
    private static readonly TrainingOptions Encoded = TinyModel.Fast with { Encoder = MadeUpEncoder.Encoder };
    private readonly InMemoryModels _store = new() { Texts = Labelled, Unlabelled = [.. Others.Select(static text => text.Text)] };

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Texts_without_a_topic_teach_words_and_the_report_and_the_history_say_so()
    {
        _store.Promote(TinyModel.Trained.Model);

        var report = await RunAsync(Encoded);

        var usable = Others.Count(static text => !HeldBack.Contains(text.Text));
        Assert.Equal(new UnlabelledOutcome(usable, usable, null), report.Unlabelled);
        var sentence = $"Of {usable} texts without a topic {usable} were learned from.";
        Assert.Contains(sentence, report.ToText(), StringComparison.Ordinal);
        Assert.EndsWith(sentence, _store.History.Current!.Reason, StringComparison.Ordinal);
        var promoted = ServedModel.Read(report.Promoted!, _store.Files[report.Promoted!]).Classifier;
        Assert.Equal(usable, promoted.Card.UnlabelledTexts);
        Assert.True(Right(promoted) >= usable * 9 / 10);
    }

    [Fact]
    public async Task Without_an_encoder_they_are_left_out_and_the_model_is_that_without_them()
    {
        _store.Promote(TinyModel.Trained.Model);

        var report = await RunAsync(TinyModel.Fast);

        Assert.Equal(0, report.Unlabelled!.Learned);
        Assert.Contains("texts without a topic were left out: no encoder is at hand.", report.ToText(), StringComparison.Ordinal);
        var texts = RetrainingTexts.Choose(Labelled, [], Now, new RetrainingLimits());
        Assert.Equal(
            TinyModel.Train(texts.Training, TinyModel.Fast).Model,
            Challenge.Run(
                texts.With(_store.Unlabelled, new RetrainingLimits()), ServedModel.Packaged, new PromotionRules(), TinyModel.Fast,
                Stop).Model,
            static (one, other) => one.Span.SequenceEqual(other.Span));
    }

    [Fact]
    public async Task With_too_few_labelled_texts_in_its_language_they_are_left_out()
    {
        _store.Texts = [.. Labelled.Where(static (_, i) => i % 3 == 0)];

        Assert.Equal("too few labelled texts are in the language of the encoder", (await RunAsync(Encoded)).Unlabelled!.Left);
    }

    [Fact]
    public async Task When_the_time_is_not_enough_the_model_without_them_counts()
    {
        using var over = new CancellationTokenSource();
        await over.CancelAsync();

        var report = await Retrainer(Encoded, _store).RunAsync(Now, Stop, over.Token);

        Assert.Equal("the time was not enough", report.Unlabelled!.Left);
        Assert.Equal(report.Texts.HeldBack.Count, report.Outcomes.Count);
    }

    [Fact]
    public async Task Where_texts_of_another_language_get_worse_by_them_they_are_left_out()
    {
        string[] known = ["Karte", "Handtasche", "Geldbeutel", "Uhr", "Ring"];
        string[] others = ["Jacke", "Brille", "Mappe", "Kette", "Mantel"];
        string[] openings = ["oh", "also", "ja", "nein", "hallo", "bitte", "moin", "servus", "naja", "doch"];
        _store.Texts =
        [
            .. Labelled, .. from thing in known select new TrainingExample($"meine {thing} ist weg", "topic 0"),
            .. (from opening in openings from thing in others select new TrainingExample($"{opening} meine {thing} ist fort", "topic 0"))
                .Where(static text => HeldBack.Contains(text.Text)),
        ];
        _store.Unlabelled =
        [
            .. from text in MadeUpEncoder.Texts where text.Topic == "topic 1"
               from thing in others select $"my {thing} is not the {text.Text.Split(' ')[^1]} fort and meine {thing} ist fort",
        ];

        var report = await RunAsync(Encoded);

        Assert.Equal(0, report.Unlabelled!.Learned);
        Assert.Contains("texts in other languages than English", report.Unlabelled.Left, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_held_back_is_not_learned_without_its_topic_either_and_each_text_counts_once()
    {
        var texts = RetrainingTexts.Choose(Labelled, [], null, new RetrainingLimits());
        var held = Others.First(static text => HeldBack.Contains(text.Text)).Text;
        var free = Others.Where(static text => !HeldBack.Contains(text.Text)).Select(static text => text.Text).ToArray();

        Assert.Equal([free[0], free[1]], texts.With([held, free[0], $"{free[0]}!", free[1]], new RetrainingLimits()).Unlabelled);
        Assert.Equal([free[0]], texts.With(free, new RetrainingLimits { MaximumUnlabelled = 1 }).Unlabelled);
        Assert.Empty(texts.With(free, new RetrainingLimits { MaximumTexts = 1 }).Unlabelled);
    }

    [Fact]
    public async Task Where_nobody_wants_it_nothing_is_read_and_nothing_is_said()
    {
        var report = await Retrainer(Encoded, unlabelled: null).RunAsync(Now, Stop);

        Assert.Null(report.Unlabelled);
        Assert.DoesNotContain("without a topic", report.ToText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_of_them_that_cannot_be_read_keeps_nobody_from_learning()
    {
        var report = await Retrainer(TinyModel.Fast, new Broken()).RunAsync(Now, Stop);

        Assert.Equal(report.Texts.HeldBack.Count, report.Outcomes.Count);
        Assert.Equal("they could not be read (FormatException)", report.Unlabelled!.Left);
    }

    private Task<RetrainingReport> RunAsync(TrainingOptions options) => Retrainer(options, _store).RunAsync(Now, Stop);

    private Retrainer Retrainer(TrainingOptions options, IUnlabelledTexts? unlabelled) => new(
        _store, _store, new InMemoryCorrections(new VirtualClock(Now)), new InMemoryAnswers(), _store,
        new PromotionRules { MinimumTexts = 1 }, options, new RetrainingLimits(), unlabelled);

    /// <summary>How many texts are right, without the encoder, that say words that no labelled text has.</summary>
    private static int Right(ContactClassifier classifier) => Others.Where(static text => !HeldBack.Contains(text.Text)).Count(text =>
        classifier.Classify($"what is this {text.Text.Split(' ')[1]} and the {text.Text.Split(' ')[^1]}").Topic == text.Topic);

    private sealed class Broken : IUnlabelledTexts
    {
        public ValueTask<IReadOnlyList<string>> UnlabelledAsync(CancellationToken cancellationToken) => throw new FormatException("row 2");
    }
}
