using ContactCenter.Language.Classification.Text;
using ContactCenter.Language.Classification.Training;

namespace ContactCenter.Language.Tests.Classification;

public class DatasetReviewTests
{
    [Fact]
    public void Topic_with_few_examples_is_named()
    {
        List<TrainingExample> examples =
        [
            .. Enumerable.Range(0, 10).Select(i => new TrainingExample($"word{(char)('a' + i)}", "many")),
            new("single", "few")
        ];
        var warning = Assert.Single(DatasetReview.Review(examples));
        Assert.Equal(DatasetWarningKind.FewExamples, warning.Kind);
        Assert.Contains("'few' has 1 example;", warning.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("I lost my card", "i LOST my card!")]
    [InlineData("I lost my card on the train to work today", "I lost my card on the train to work")]
    [InlineData("please block my red card as I lost it", "please block my blue card as I lost it")]
    public void Nearly_the_same_text_with_two_topics_is_reported(string one, string other) =>
        Assert.Contains(DatasetWarningKind.NearDuplicateBetweenTopics, Kinds([new(one, "a"), new(other, "b")]));

    [Fact]
    public void Short_texts_may_differ_by_the_word_that_makes_the_topic() =>
        Assert.DoesNotContain(
            DatasetWarningKind.NearDuplicateBetweenTopics, Kinds([new("where is my order", "a"), new("where is my refund", "b")]));

    [Fact]
    public void Nearly_the_same_text_with_one_topic_is_fine() =>
        Assert.DoesNotContain(
            DatasetWarningKind.NearDuplicateBetweenTopics, Kinds([new("I lost my card", "a"), new("i lost my card", "a")]));

    [Fact]
    public void Test_text_among_the_training_texts_is_reported()
    {
        var warnings = DatasetReview.Review([new("Where is it?", "a")], [new("where is it", "a"), new("another", "a")]);
        Assert.Contains(
            warnings,
            warning =>
                warning.Kind == DatasetWarningKind.TestTextInTraining && warning.Message.StartsWith("1 of 2", StringComparison.Ordinal));
    }

    [Fact]
    public void Several_languages_are_reported()
    {
        var warnings = DatasetReview.Review([new("what is the price of this", "a"), new("ich möchte bitte eine Rechnung", "a")]);
        Assert.Contains(
            warnings,
            warning =>
                warning.Message.Contains("English 50 %", StringComparison.Ordinal)
                    && warning.Message.Contains("German 50 %", StringComparison.Ordinal));
    }

    [Fact]
    public void Text_that_was_not_saved_as_unicode_is_reported() =>
        Assert.Contains(DatasetWarningKind.LostCharacters, Kinds([new("une factur\uFFFDe", "a")]));

    [Fact]
    public void Hundreds_of_small_topics_are_reported_in_a_few_lines() =>
        Assert.InRange(
            Kinds([.. Enumerable.Range(0, 500).Select(i => new TrainingExample($"text {i}", $"topic {i}"))]).Count(kind =>
                kind == DatasetWarningKind.FewExamples),
            2,
            20);

    [Fact]
    public void Text_without_words_is_reported() => Assert.Contains(DatasetWarningKind.EmptyText, Kinds([new("?!", "a")]));

    [Fact]
    public void Personal_data_is_masked_in_warnings()
    {
        var warnings = DatasetReview.Review([new("my number is 5551234567", "a"), new("my number is 5551234567", "b")]);
        Assert.DoesNotContain(warnings, warning => warning.Message.Contains("5551234567", StringComparison.Ordinal));
    }

    private static IEnumerable<DatasetWarningKind> Kinds(TrainingExample[] examples) =>
        DatasetReview.Review(examples).Select(warning => warning.Kind);
}
