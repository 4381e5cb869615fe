using ContactCenter.Language.Classification.Hearing;
using ContactCenter.Language.Classification.Model;
using ContactCenter.Language.Classification.Text;
using ContactCenter.Language.Classification.Training;
using ContactCenter.Language.Tests.Embedding;

namespace ContactCenter.Language.Tests.Classification;

/// <summary>
/// Texts of which nobody has said what they are about; the encoder that says it is made up (<see cref="MadeUpEncoder"/>).
/// </summary>
public class UnlabelledTextsTests
{
    private static readonly TrainingExample[] Labelled = [.. MadeUpEncoder.Texts.Where(static (_, i) => i % 2 == 0)];
    private static readonly TrainingExample[] Others = [.. MadeUpEncoder.Texts.Where(static (_, i) => i % 2 != 0)];
    private static readonly TrainingOptions Encoded = TinyModel.Fast with { Encoder = MadeUpEncoder.Encoder };

    [Fact]
    public void Words_that_only_unlabelled_texts_have_are_known_without_the_encoder()
    {
        var fed = Train(Encoded with { Unlabelled = [.. Others.Select(static text => text.Text)] });

        Assert.InRange(Right(fed), Others.Length * 9 / 10, Others.Length);
        Assert.InRange(Right(Train(Encoded)), 0, Others.Length * 2 / 3);
    }

    [Fact]
    public void Each_text_counts_once_and_what_has_a_topic_or_another_language_does_not()
    {
        string[] unlabelled =
        [
            Others[0].Text, $" {Others[0].Text.ToUpperInvariant()} ", "", " ", Labelled[0].Text, "meine Rechnung ist nicht richtig",
        ];

        Assert.Equal(1, TinyModel.Train(Labelled, Encoded with { Unlabelled = unlabelled }).Report.Card.UnlabelledTexts);
    }

    [Fact]
    public void What_a_test_asks_about_is_not_learned_from_however_it_is_written()
    {
        string[] unlabelled = [Others[0].Text, $" {Others[1].Text.ToUpperInvariant()} "];

        Assert.Equal(
            1, TinyModel.Train(Labelled, Encoded with { Unlabelled = unlabelled, Tested = [Others[1]] }).Report.Card.UnlabelledTexts);
    }

    [Fact]
    public void Without_an_encoder_they_are_refused()
    {
        var error = Assert.Throws<ArgumentException>(() => TinyModel.Train(Labelled, TinyModel.Fast with { Unlabelled = ["a text"] }));

        Assert.StartsWith("Texts without a topic need an encoder", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void With_too_few_labelled_texts_in_its_language_they_are_refused()
    {
        var few = Labelled.Where(static (_, i) => i % 3 == 0).ToArray();

        var error = Assert.Throws<ArgumentException>(() => TinyModel.Train(few, Encoded with { Unlabelled = ["a text"] }));

        Assert.StartsWith("Texts without a topic need 30 texts with one", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_model_without_them_says_nothing_of_them() => Assert.DoesNotContain(
        "unlabelledTexts", System.Text.Encoding.UTF8.GetString(TinyModel.Trained.Model.Span), StringComparison.Ordinal);

    [Fact]
    public void They_count_where_nothing_that_was_held_out_gets_worse()
    {
        // in some wordings, so that what is held out can be known at all
        string[] openings = ["", "hello ", "please ", "uh ", "hi ", "good morning "];
        var fed = UnlabelledTrial.Train(
            [.. Labelled.SelectMany(text => openings.Select(opening => text with { Text = opening + text.Text }))],
            Encoded with { Unlabelled = [.. Others.Select(static text => text.Text)] }, cancellation: Stop);

        Assert.Equal(new UnlabelledOutcome(Others.Length, Others.Length, null), fed.Report.Unlabelled);
        Assert.Equal(Others.Length, fed.Report.Card.UnlabelledTexts);
        Assert.InRange(Right(ContactClassifier.Read(fed.Model)), Others.Length * 9 / 10, Others.Length);
    }

    [Fact]
    public void Where_held_out_texts_of_another_language_get_worse_by_them_the_model_is_that_without_them()
    {
        string[] things = ["Karte", "Handtasche", "Geldbeutel", "Uhr", "Ring", "Jacke", "Brille", "Mappe", "Kette", "Mantel"];
        TrainingExample[] both = [.. Labelled, .. from thing in things select new TrainingExample($"meine {thing} ist fort", "topic 0")];
        string[] misleading =
        [
            .. from text in MadeUpEncoder.Texts where text.Topic == "topic 1"
               from thing in things select $"my {thing} is not the {text.Text.Split(' ')[^1]} fort and meine {thing} ist fort",
        ];

        var trained = UnlabelledTrial.Train(both, Encoded with { Unlabelled = misleading }, cancellation: Stop);

        Assert.Equal((misleading.Length, 0), (trained.Report.Unlabelled!.Texts, trained.Report.Unlabelled.Learned));
        Assert.EndsWith($"of {things.Length} are right: texts in other languages than English", trained.Report.Unlabelled.Left);
        Assert.True(trained.Model.Span.SequenceEqual(TinyModel.Train(both, Encoded).Model.Span));
    }

    [Fact]
    public void With_too_few_labelled_texts_in_its_language_a_trial_leaves_them_out()
    {
        var few = Labelled.Where(static (_, i) => i % 3 == 0).ToArray();

        var trained = UnlabelledTrial.Train(few, Encoded with { Unlabelled = ["a text"] }, cancellation: Stop);

        Assert.Equal(
            new UnlabelledOutcome(1, 0, "too few labelled texts are in the language of the encoder"), trained.Report.Unlabelled);
    }

    [Fact]
    public void An_important_topic_that_gets_worse_is_named()
    {
        UnseenAnswer[] before = [.. Labelled.Select(static text => new UnseenAnswer(text, IsRight: text.Topic == "topic 2"))];

        var (fed, outcome) = UnlabelledTrial.Run(
            Labelled, Encoded with { Unlabelled = ["my text is not the other"] }, before,
            static (_, _) => [.. Labelled.Select(static text => new UnseenAnswer(text, IsRight: text.Topic != "topic 2"))], ["topic 2"],
            cancellation: Stop);

        Assert.Null(fed);
        Assert.Equal(
            $"with them 0 instead of {before.Count(static one => one.IsRight)} of {before.Count(static one => one.IsRight)} are right: "
                + "topic topic 2",
            outcome.Left);
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static ContactClassifier Train(TrainingOptions options) => ContactClassifier.Read(TinyModel.Train(Labelled, options).Model);

    /// <summary>How many texts are right that say the words of the others in another way.</summary>
    private static int Right(ContactClassifier classifier) => Others.Count(text =>
        classifier.Classify($"what is this {text.Text.Split(' ')[1]} and the {text.Text.Split(' ')[^1]}").Topic == text.Topic);
}
