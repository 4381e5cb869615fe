using ContactCenter.Language.Classification.Hearing;
using ContactCenter.Language.Classification.Model;
using ContactCenter.Language.Classification.Text;
using ContactCenter.Language.Classification.Training;
using ContactCenter.Language.Embedding;
using ContactCenter.Language.Tests.Embedding;

namespace ContactCenter.Language.Tests.Classification;

/// <summary>A model that was trained with an encoder; the one here is made up (<see cref="MadeUpEncoder"/>).</summary>
public class EncodedClassifierTests
{
    private const string English = "this is not what I was billed";
    private const int VersionAt = 8;

    private static readonly Lazy<TrainingResult> WithEncoder = new(static () =>
        TinyModel.Train(TinyModel.Examples(), TinyModel.Fast with { Encoder = MadeUpEncoder.Encoder }));

    private static ContactClassifier Encoded { get; } = ContactClassifier.Read(WithEncoder.Value.Model);

    [Fact]
    public void Words_of_no_training_text_are_understood()
    {
        var (learned, asked) = (MadeUpEncoder.Texts.Where((_, i) => i % 4 > 0).ToArray(), MadeUpEncoder.Texts.Where((_, i) => i % 4 == 0));
        var classifier = ContactClassifier.Read(
            TinyModel.Train(learned, TinyModel.Fast with { Encoder = MadeUpEncoder.Encoder }).Model);

        Assert.All(asked, text => Assert.Equal(text.Topic, classifier.Classify(text.Text, encoder: MadeUpEncoder.Encoder).Topic));
        Assert.True(asked.Count(text => text.Topic == classifier.Classify(text.Text).Topic) < asked.Count() * 2 / 3);
    }

    [Theory]
    [InlineData(English)]
    [InlineData("my invoice is wrong")]
    [InlineData("penguins swim well")]
    [InlineData("")]
    public void Without_the_encoder_a_model_answers_as_one_that_was_trained_without(string text)
    {
        var (one, other) = (Encoded.Classify(text), TinyModel.Classifier.Classify(text));

        Assert.Equal((other.Verdict, other.ScopeScore), (one.Verdict, one.ScopeScore));
        Assert.Equal(other.Topics, one.Topics);
    }

    [Theory]
    [InlineData("meine Rechnung ist nicht richtig")]
    [InlineData("wann kommt das Paket")]
    [InlineData("Service war gut")]
    public void A_text_in_another_language_is_answered_as_without(string text) =>
        Assert.Equal(Encoded.Classify(text).Topics, Encoded.Classify(text, encoder: MadeUpEncoder.Encoder).Topics);

    [Fact]
    public void A_text_in_the_language_of_the_encoder_is_answered_with_it() =>
        Assert.NotEqual(Encoded.Classify(English).Topics, Encoded.Classify(English, encoder: MadeUpEncoder.Encoder).Topics);

    [Fact]
    public void Another_encoder_than_that_of_the_training_is_not_asked() =>
        Assert.Equal(Encoded.Classify(English).Topics, Encoded.Classify(English, encoder: MadeUpEncoder.Other).Topics);

    [Fact]
    public void The_model_says_with_which_encoder_it_was_trained()
    {
        var card = Encoded.Card.Encoder;

        Assert.Equal(MadeUpEncoder.Encoder.Id, card?.Id);
        Assert.InRange(card!.Texts, 30, TinyModel.Examples().Count(static example => !example.IsOutOfScope));
    }

    [Fact]
    public void Too_few_texts_are_learned_without_the_encoder()
    {
        var few = TinyModel.Examples().GroupBy(static example => example.Topic).SelectMany(static topic => topic.Take(6)).ToArray();

        Assert.Null(TinyModel.Train(few, TinyModel.Fast with { Encoder = MadeUpEncoder.Encoder }).Report.Card.Encoder);
    }

    [Fact]
    public void Only_a_model_with_an_encoder_has_the_newer_format() =>
        Assert.Equal((2, 3), (TinyModel.Trained.Model.Span[VersionAt], WithEncoder.Value.Model.Span[VersionAt]));

    [Theory]
    [InlineData(19)]
    [InlineData(20)]
    public void Sections_of_the_encoder_that_do_not_fit_are_refused(int section)
    {
        var sections = ModelFile.Read(WithEncoder.Value.Model);
        sections[section] = sections[section][..^4];

        _ = Assert.Throws<ModelFileException>(() => ContactClassifier.Read(ModelFile.Write(sections)));
    }

    [Fact]
    public void A_model_that_names_an_encoder_and_lacks_its_sections_is_refused() => _ = Assert.Throws<ModelFileException>(() =>
        ContactClassifier.Read(ModelFile.Write(ModelFile.Read(WithEncoder.Value.Model)[..ModelSections.Count])));

    [Fact]
    public void Typing_errors_are_mended_before_the_encoder_reads() => Assert.Equal(
        Vector("my parcel is at the courier"), Vector("my prcel is at the couriher"));

    private static float[] Vector(string text)
    {
        var vector = new float[SentenceEncoder.Dimensions];
        var mending = WordMending.Learn(TinyModel.Examples().Select(static example => example.Text), MadeUpEncoder.Encoder.Words);
        EncodedMeaning.Read(MadeUpEncoder.Encoder, mending, text, vector);
        return vector;
    }
}
