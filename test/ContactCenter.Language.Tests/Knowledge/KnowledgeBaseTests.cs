using ContactCenter.Core.Configuration;
using ContactCenter.Language.Knowledge;
using FsCheck;
using FsCheck.Fluent;

namespace ContactCenter.Language.Tests.Knowledge;

public sealed class KnowledgeBaseTests
{
    [Theory]
    [InlineData("How do I block my card?", "card-lost")]
    [InlineData("BLOCKING CARDS", "card-lost")]
    [InlineData("i want to chnage my adress", "address-change")]
    [InlineData("Wie kann ich meine Karte sperren?", "de-karte-sperren")]
    [InlineData("Kartensperrung", "de-karte-sperren")]
    [InlineData("Ueberweisung dauert wie lange", "de-ueberweisung-dauer")]
    public void Other_forms_compounds_and_typing_mistakes_are_found(string question, string article) =>
        Assert.Equal(article, SampleKnowledge.Base.Ask(question).Articles[0].Id);

    [Fact]
    public void A_question_that_an_article_names_is_answered_by_it_with_confidence()
    {
        var asked = SampleKnowledge.Articles.SelectMany(article =>
            article.Questions.Select(question => (article.Id, Result: SampleKnowledge.Base.Ask(question, article.Language)))).ToArray();

        Assert.All(asked, one => Assert.Equal(one.Id, one.Result.Articles[0].Id));
        Assert.InRange(
            asked.Count(one => one.Result.Confidence >= new SelfServiceSettings().MinimumConfidence), 0.9 * asked.Length, asked.Length);
    }

    [Fact]
    public void What_is_answered_of_the_judged_questions_is_right()
    {
        var found = KnowledgeEvaluation.Of(SampleKnowledge.Base, SampleKnowledge.Judged, new SelfServiceSettings().MinimumConfidence);

        Assert.InRange(found.FirstIsRight, 0.95 * found.Questions, found.Questions);
        Assert.True(found.SharedWordsAreRight < found.FirstIsRight);
        Assert.InRange(found.Accuracy, 0.97, 1);
        Assert.InRange(found.Coverage, 0.4, 1);
        Assert.InRange(found.UnanswerableAnswered, 0, 1);
    }

    [Fact]
    public void The_surer_an_answer_must_be_the_fewer_there_are()
    {
        var answered = new[]
        {
            0.3, 0.5, 0.7, 0.9
        }.Select(minimum => KnowledgeEvaluation.Of(SampleKnowledge.Base, SampleKnowledge.Judged, minimum).Answered).ToArray();

        Assert.Equal(answered.OrderDescending(), answered);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("?!")]
    [InlineData("the of and")]
    [InlineData("xyzzyq")]
    public void Without_a_word_that_is_known_nothing_is_found(string question)
    {
        var result = SampleKnowledge.Base.Ask(question);

        Assert.Empty(result.Articles);
        Assert.Equal(0, result.Confidence);
    }

    [Fact]
    public void A_language_without_articles_is_searched_in_all() =>
        Assert.Equal("pin-forgotten", SampleKnowledge.Base.Ask("PIN forgot", "fr-FR").Articles[0].Id);

    [Fact]
    public void Any_text_gets_an_answer_with_a_confidence_of_0_to_1() =>
        Prop.ForAll(
            ArbMap.Default.ArbFor<string>(),
            text =>
                SampleKnowledge.Base.Ask(
                    text ?? "", text) is { Confidence: >= 0 and <= 1, Articles.Count: <= KnowledgeBase.ArticlesInAnswer })
            .QuickCheckThrowOnFailure();

    [Fact]
    public void A_very_long_text_is_read_to_a_bound() =>
        Assert.InRange(SampleKnowledge.Base.Ask(string.Concat(Enumerable.Repeat("card lost ä😀\0 ", 100_000))).Confidence, 0, 1);

    [Fact]
    public void Judged_questions_make_the_confidence_of_other_questions_truer()
    {
        var (learned, other) = (
            SampleKnowledge.Judged.Where((_, i) => i % 2 == 0).ToArray(), SampleKnowledge.Judged.Where((_, i) => i % 2 == 1).ToArray());

        var before = KnowledgeEvaluation.Of(SampleKnowledge.Base, other, 0.7);
        var after = KnowledgeEvaluation.Of(SampleKnowledge.Base.CalibratedBy(learned), other, 0.7);

        Assert.True(after.CalibrationError < before.CalibrationError, $"{before} {after}");
        Assert.True(after.Answered > before.Answered, $"{before} {after}");
        Assert.InRange(after.Accuracy, 0.95, 1);
    }

    [Fact]
    public void A_few_judged_questions_change_nothing() =>
        Assert.Equal(SampleKnowledge.Base.Calibration, SampleKnowledge.Base.CalibratedBy([.. SampleKnowledge.Judged.Take(39)]).Calibration);

    [Fact]
    public void A_base_with_few_questions_is_cautious()
    {
        var few = KnowledgeBase.Build(SampleKnowledge.Articles.Take(3));

        Assert.Equal(Calibration.Cautious, few.Calibration);
    }
}
