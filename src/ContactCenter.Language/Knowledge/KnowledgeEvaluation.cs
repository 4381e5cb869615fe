using ContactCenter.Language.Embedding;
using ContactCenter.Language.Texts;

namespace ContactCenter.Language.Knowledge;

/// <summary>How well a base answers questions of which people said which article is right.</summary>
/// <param name="Questions">Questions that an article answers.</param>
/// <param name="FirstIsRight">Of these, how many have the right article first, however sure.</param>
/// <param name="AmongThree">Of these, how many have the right article among the first three.</param>
/// <param name="SharedWordsAreRight">How many the plain way of counting shared words has first; the baseline.</param>
/// <param name="Answered">Questions that were answered, because the confidence sufficed.</param>
/// <param name="AnsweredRight">Of these, how many rightly.</param>
/// <param name="CalibrationError">How far the confidence is from what is right, on average over tenths of confidence, 0 to 1.</param>
/// <param name="Unanswerable">Questions that no article answers.</param>
/// <param name="UnanswerableAnswered">Of these, how many were answered all the same; they are among the answered.</param>
public sealed record KnowledgeEvaluation(
    int Questions,
    int FirstIsRight,
    int AmongThree,
    int SharedWordsAreRight,
    int Answered,
    int AnsweredRight,
    double CalibrationError,
    int Unanswerable,
    int UnanswerableAnswered)
{
    /// <summary>What stands in the place of an article where none is right.</summary>
    public const string NoArticle = "none";

    /// <summary>Share of all questions that were answered, 0 to 1.</summary>
    public double Coverage => (double)Answered / Math.Max(1, Questions + Unanswerable);

    /// <summary>Share of the answers that were right, 0 to 1; 1 when there were none.</summary>
    public double Accuracy => Answered == 0 ? 1 : (double)AnsweredRight / Answered;

    /// <summary>Asks all questions.</summary>
    /// <param name="knowledge">The base.</param>
    /// <param name="judged">Questions with the id of the right article, or <see cref="NoArticle"/>.</param>
    /// <param name="minimumConfidence">From which confidence an answer is given, 0 to 1.</param>
    /// <param name="encoder">Knows what English means; null: the base is asked by words alone.</param>
    /// <exception cref="ArgumentException">A question names an article that is not there.</exception>
    public static KnowledgeEvaluation Of(
        KnowledgeBase knowledge, IReadOnlyList<(string Question, string Article)> judged, double minimumConfidence,
        SentenceEncoder? encoder = null)
    {
        ArgumentNullException.ThrowIfNull(knowledge);
        ArgumentNullException.ThrowIfNull(judged);
        int questions = 0, first = 0, among = 0, baseline = 0, answered = 0, right = 0, unanswerable = 0, wrongly = 0;
        var tenths = new (int Asked, double Confidence, int Right)[10];
        foreach (var (question, article) in judged)
        {
            if (article != NoArticle && knowledge.Find(article) is null)
            {
                throw new ArgumentException(Problems.NoSuchArticle(article, question, NoArticle));
            }

            var result = knowledge.Ask(question, null, encoder);
            var isRight = result.Articles.Count > 0 && result.Articles[0].Id == article;
            var isAnswered = result.Confidence >= minimumConfidence && result.Articles.Count > 0;
            ref var tenth = ref tenths[Math.Min((int)(result.Confidence * tenths.Length), tenths.Length - 1)];
            tenth = (tenth.Asked + 1, tenth.Confidence + result.Confidence, tenth.Right + (isRight ? 1 : 0));
            if (article == NoArticle)
            {
                unanswerable++;
                wrongly += isAnswered ? 1 : 0;
            }
            else
            {
                questions++;
                first += isRight ? 1 : 0;
                among += result.Articles.Any(one => one.Id == article) ? 1 : 0;
                baseline += SharedWords.First(knowledge.Articles, question)?.Id == article ? 1 : 0;
            }

            answered += isAnswered ? 1 : 0;
            right += isAnswered && isRight ? 1 : 0;
        }

        return new KnowledgeEvaluation(
            questions,
            first,
            among,
            baseline,
            answered,
            right,
            tenths.Sum(static tenth => Math.Abs(tenth.Confidence - tenth.Right)) / Math.Max(1, judged.Count),
            unanswerable,
            wrongly);
    }
}
