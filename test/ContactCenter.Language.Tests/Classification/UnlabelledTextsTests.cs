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

    private static ContactClassifier Train(TrainingOptions options) => ContactClassifier.Read(TinyModel.Train(Labelled, options).Model);

    /// <summary>How many texts are right that say the words of the others in another way.</summary>
    private static int Right(ContactClassifier classifier) => Others.Count(text =>
        classifier.Classify($"what is this {text.Text.Split(' ')[1]} and the {text.Text.Split(' ')[^1]}").Topic == text.Topic);
}
