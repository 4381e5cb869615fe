using ContactCenter.Core.Configuration;
using ContactCenter.Core.Tests.Architecture;
using ContactCenter.Language.Classification.Training;
using ContactCenter.Language.Embedding;
using ContactCenter.Language.Knowledge;
using ContactCenter.Language.Tests.Embedding;
using ContactCenter.Language.Text;

namespace ContactCenter.Language.Tests.Knowledge;

/// <summary>Articles that are found by words and by meaning; without the published weights by a made-up encoder alone.</summary>
public sealed class HybridKnowledgeTests
{
    private static readonly string Weights = Path.Combine(Repository.Root, "models", EncoderLocation.FileName);

    private static readonly Lazy<SentenceEncoder> Real = new(static () => SentenceEncoder.Open(Weights));

    private static readonly Lazy<KnowledgeBase> Known = new(static () => KnowledgeBase.Build(SampleKnowledge.Articles, Real.Value));

    private static readonly KnowledgeBase MadeUp = KnowledgeBase.Build(SampleKnowledge.Articles, MadeUpEncoder.Encoder);

    /// <summary>Questions that were written before there was code, none of which shares a content word with its article.</summary>
    private static IReadOnlyList<(string Question, string Article)> InOtherWords { get; } = Read("judged-paraphrases.csv");

    private static IEnumerable<(string Question, string Article)> German => SampleKnowledge.Judged.Where(static question =>
        question.Article.StartsWith("de-", StringComparison.Ordinal) || question.Question.Contains('ö', StringComparison.Ordinal));

    [Fact]
    public void No_question_in_other_words_shares_one_with_its_article() =>
        Assert.Empty(InOtherWords.Where(static question => question.Article != KnowledgeEvaluation.NoArticle).SelectMany(static question =>
        {
            var article = SampleKnowledge.Base.Find(question.Article)!;
            var written = $"{article.Title}. {string.Join(". ", article.Questions)}. {article.Answer}";
            return TermReader.Read(question.Question, "en").Intersect(TermReader.Read(written, "en"))
                .Select(shared => $"{question.Article} has {shared}: {question.Question}");
        }));

    [Fact]
    public void Nine_of_ten_questions_in_other_words_have_the_right_article_among_three_and_by_words_alone_none()
    {
        NeedWeights();

        var (meant, words) = (Evaluate(InOtherWords, Real.Value), Evaluate(InOtherWords, null));

        Assert.Equal(0, words.AmongThree);
        Assert.InRange(meant.AmongThree, 0.9 * meant.Questions, meant.Questions);
    }

    [Fact]
    public void What_is_asked_in_the_words_of_articles_is_answered_more_often_and_as_rightly()
    {
        NeedWeights();

        var (meant, words) = (Evaluate(SampleKnowledge.Judged, Real.Value), Evaluate(SampleKnowledge.Judged, null));

        Assert.InRange(meant.FirstIsRight, words.FirstIsRight, words.Questions);
        Assert.True(meant.Answered > words.Answered);
        Assert.InRange(meant.Accuracy, 0.97, 1);
    }

    [Fact]
    public void What_is_far_from_all_articles_is_not_answered_however_far_one_of_them_leads()
    {
        NeedWeights();

        Assert.Equal("card-abroad", Known.Value.Ask("is my data stored in europe", null, Real.Value).Articles[0].Id);
        Assert.Equal(0, Evaluate(SampleKnowledge.Judged, Real.Value).UnanswerableAnswered);
        Assert.Equal(0, Evaluate(InOtherWords, Real.Value).UnanswerableAnswered);
    }

    [Fact]
    public void Texts_that_the_base_before_has_are_not_encoded_again()
    {
        var meant = MadeUp.Meanings!;

        // vectors twice as long as the encoder's, by which they are known again
        var before = new KnowledgeBase(
            MadeUp.Articles, MadeUp.Indexes, MadeUp.Calibration,
            new ArticleMeanings(
                meant.Encoder, meant.Articles, meant.Starts, Array.ConvertAll(meant.Scales, static scale => 2 * scale), meant.Units));
        Article[] changed =
        [
            .. SampleKnowledge.Articles.Select(static article =>
                article.Id != "card-lost" ? article : article with
                {
                    Title = "The invoice is wrong",
                    Questions = [.. article.Questions, "the parcel is not there"],
                }),
        ];

        var built = KnowledgeBase.Build(changed, MadeUpEncoder.Encoder, before).Meanings!;
        var anew = KnowledgeBase.Build(changed, MadeUpEncoder.Encoder).Meanings!;

        Assert.Equal(anew.Units, built.Units);

        // of a text without a word that it knows the made-up encoder makes nothing
        (float Built, float Anew)[] scales = [.. built.Scales.Zip(anew.Scales).Where(static pair => pair.Second > 0)];
        Assert.Equal(2, scales.Count(static pair => pair.Built == pair.Anew));
        Assert.Equal(scales.Length - 2, scales.Count(static pair => pair.Built == 2 * pair.Anew));
    }

    [Fact]
    public void A_base_is_the_same_to_the_byte_whatever_was_taken_over_and_nothing_is_of_another_encoder()
    {
        Assert.Equal(
            KnowledgeFile.Write(MadeUp), KnowledgeFile.Write(KnowledgeBase.Build(SampleKnowledge.Articles, MadeUpEncoder.Encoder, MadeUp)));
        Assert.Equal(
            KnowledgeFile.Write(KnowledgeBase.Build(SampleKnowledge.Articles, MadeUpEncoder.Other)),
            KnowledgeFile.Write(KnowledgeBase.Build(SampleKnowledge.Articles, MadeUpEncoder.Other, MadeUp)));
    }

    [Fact]
    public void A_confidence_that_is_learned_of_one_half_holds_for_the_other()
    {
        NeedWeights();
        (string, string)[] all = [.. SampleKnowledge.Judged, .. InOtherWords];
        foreach (var half in new[] { 0, 1 })
        {
            var fitted = Known.Value.CalibratedBy([.. all.Where((_, i) => i % 2 == half)], Real.Value);

            var found = KnowledgeEvaluation.Of(fitted, [.. all.Where((_, i) => i % 2 != half)], 0.6, Real.Value);

            Assert.InRange(found.Accuracy, 0.95, 1);
            Assert.InRange(found.UnanswerableAnswered, 0, 1);
        }
    }

    [Fact]
    public void German_is_answered_as_by_words_alone()
    {
        NeedWeights();

        Assert.True(German.Count() > 14);
        Assert.All(German, static question => Assert.Equal(
            Told(SampleKnowledge.Base.Ask(question.Question)), Told(Known.Value.Ask(question.Question, null, Real.Value))));
    }

    [Fact]
    public void A_base_is_asked_by_words_where_its_encoder_is_not_there()
    {
        Assert.Equal(MadeUpEncoder.Encoder.Id, MadeUp.Encoder);
        Assert.All(SampleKnowledge.Judged, static question =>
        {
            var expected = Told(SampleKnowledge.Base.Ask(question.Question));
            Assert.Equal(expected, Told(MadeUp.Ask(question.Question)));
            Assert.Equal(expected, Told(MadeUp.Ask(question.Question, null, MadeUpEncoder.Other)));
            Assert.Equal(expected, Told(SampleKnowledge.Base.Ask(question.Question, null, MadeUpEncoder.Encoder)));
        });
    }

    [Fact]
    public void A_base_that_was_built_with_an_encoder_is_read_again_and_answers_alike()
    {
        var read = KnowledgeFile.Read(KnowledgeFile.Write(MadeUp));

        Assert.Equal(MadeUp.Encoder, read.Encoder);
        Assert.All(SampleKnowledge.Judged, question => Assert.Equal(
            Told(MadeUp.Ask(question.Question, "en", MadeUpEncoder.Encoder)),
            Told(read.Ask(question.Question, "en", MadeUpEncoder.Encoder))));
    }

    [Fact]
    public void A_damaged_content_of_such_a_base_is_refused_or_harmless()
    {
        const int Head = 4 + 1 + 32;
        var whole = KnowledgeFile.Write(MadeUp);
        for (var i = Head; i < whole.Length; i += 211)
        {
            var file = (byte[])whole.Clone();
            file[i] = 0xFF;
            _ = System.Security.Cryptography.SHA256.HashData(file.AsSpan(Head), file.AsSpan(5));
            try
            {
                _ = KnowledgeFile.Read(file).Ask("how do I block my card", "en", MadeUpEncoder.Encoder);
            }
            catch (KnowledgeFileException refused)
            {
                Assert.Contains("checksum that fits", refused.Message, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public void Without_an_encoder_the_file_is_the_same_as_ever() =>
        Assert.Equal(1, KnowledgeFile.Write(SampleKnowledge.Base)[4]);

    private static KnowledgeEvaluation Evaluate(IReadOnlyList<(string, string)> questions, SentenceEncoder? encoder) =>
        KnowledgeEvaluation.Of(Known.Value, questions, new SelfServiceSettings().MinimumConfidence, encoder);

    private static (double Confidence, string Articles) Told(KnowledgeResult result) =>
        (result.Confidence, string.Join(',', result.Articles.Select(static article => article.Id)));

    private static void NeedWeights() =>
        Assert.SkipUnless(File.Exists(Weights), "no encoder: 'contactcenter encoder make' makes one");

    private static (string Question, string Article)[] Read(string name)
    {
        using var reader = new StreamReader(Repository.File($"test/ContactCenter.Language.Tests/Knowledge/{name}"));
        return [.. LabelledCsv.Read(reader).Select(static question => (question.Text, question.Topic))];
    }
}
