using System.Numerics;
using ContactCenter.Language.Embedding;

namespace ContactCenter.Language.Knowledge;

/// <summary>
/// What English articles mean, as an encoder has it: a vector of length one for the answer, the title and each question, in bytes with a
/// scale for each. Immutable.
/// </summary>
internal sealed class ArticleMeanings
{
    /// <summary>The language that the encoder knows.</summary>
    public const string Language = "en";

    /// <summary>Greatest number of a byte that has a sign.</summary>
    private const float Greatest = 127;

    private readonly double[] _lengths;

    /// <param name="encoder">Which encoder it was.</param>
    /// <param name="articles">Positions of the articles in the base.</param>
    /// <param name="starts">Where the vectors of each article begin, the answer's first; one more than articles.</param>
    /// <param name="scales">What a unit of each vector is worth.</param>
    /// <param name="units">The vectors, one after the other.</param>
    public ArticleMeanings(string encoder, int[] articles, int[] starts, float[] scales, sbyte[] units)
    {
        (Encoder, Articles, Starts, Scales, Units) = (encoder, articles, starts, scales, units);
        _lengths = [.. Enumerable.Range(0, articles.Length).Select(LengthOfSum)];
    }

    /// <summary>Which encoder it was: another one puts its vectors elsewhere.</summary>
    public string Encoder { get; }

    /// <summary>Positions of the articles in the base.</summary>
    public int[] Articles { get; }

    /// <summary>Where the vectors of each article begin, the answer's first; one more than articles.</summary>
    public int[] Starts { get; }

    /// <summary>What a unit of each vector is worth.</summary>
    public float[] Scales { get; }

    /// <summary>The vectors, one after the other.</summary>
    public sbyte[] Units { get; }

    /// <summary>Encodes the English articles of a base; null where it has none.</summary>
    /// <param name="articles">The articles.</param>
    /// <param name="encoder">The encoder.</param>
    /// <param name="before">A base whose texts need not be encoded again where the encoder is the same, or null.</param>
    public static ArticleMeanings? Of(IReadOnlyList<Article> articles, SentenceEncoder encoder, KnowledgeBase? before = null)
    {
        var english = articles.Index().Where(static entry => entry.Item.Language == Language).ToArray();
        if (english.Length == 0)
        {
            return null;
        }

        var taken = before?.Meanings is { } meant && meant.Encoder == encoder.Id ? meant : null;
        var known = taken?.Vectors(before!.Articles) ?? [];
        var starts = new List<int> { 0 };
        var scales = new List<float>();
        var units = new List<sbyte>();
        var room = new sbyte[SentenceEncoder.Dimensions];
        foreach (var (_, article) in english)
        {
            foreach (var text in Texts(article))
            {
                if (known.TryGetValue(text, out var vector))
                {
                    scales.Add(taken!.Scales[vector]);
                    units.AddRange(taken.Row(vector));
                    continue;
                }

                scales.Add(Encode(text, encoder, room));
                units.AddRange(room);
            }

            starts.Add(scales.Count);
        }

        return new ArticleMeanings(encoder.Id, [.. english.Select(static entry => entry.Index)], [.. starts], [.. scales], [.. units]);
    }

    /// <summary>Encodes a text into bytes, and gives what a unit is worth.</summary>
    public static float Encode(ReadOnlySpan<char> text, SentenceEncoder encoder, Span<sbyte> units)
    {
        Span<float> vector = stackalloc float[SentenceEncoder.Dimensions];
        encoder.Encode(text, vector);
        float greatest = 0;
        foreach (var number in vector)
        {
            greatest = Math.Max(greatest, Math.Abs(number));
        }

        // an encoder that says nothing of a text is near to nothing
        var scale = float.IsFinite(greatest) ? greatest / Greatest : 0;
        for (var i = 0; i < vector.Length; i++)
        {
            units[i] = scale == 0 ? (sbyte)0 : (sbyte)MathF.Round(vector[i] / scale);
        }

        return scale;
    }

    /// <summary>
    /// How near each article comes to a question: the mean of three cosines, to its nearest title or question, to all of them together, and
    /// to its answer.
    /// </summary>
    /// <param name="units">The question's vector.</param>
    /// <param name="scale">What a unit of it is worth.</param>
    public double[] Near(ReadOnlySpan<sbyte> units, float scale)
    {
        var near = new double[Articles.Length];
        for (var article = 0; article < near.Length; article++)
        {
            double nearest = -1, sum = 0;
            for (var vector = Starts[article] + 1; vector < Starts[article + 1]; vector++)
            {
                var cosine = Dot(units, Row(vector)) * (double)scale * Scales[vector];
                (nearest, sum) = (Math.Max(nearest, cosine), sum + cosine);
            }

            var answer = Dot(units, Row(Starts[article])) * (double)scale * Scales[Starts[article]];
            near[article] = (nearest + (_lengths[article] == 0 ? 0 : sum / _lengths[article]) + answer) / 3;
        }

        return near;
    }

    /// <summary>The same without some questions, or without some articles, as if they had never been written.</summary>
    /// <param name="keepsArticle">Whether an article stays, by its place here.</param>
    /// <param name="keepsQuestion">Whether a question stays, by its article and its place among that article's questions.</param>
    public ArticleMeanings Only(Func<int, bool> keepsArticle, Func<int, int, bool> keepsQuestion)
    {
        const int BeforeQuestions = 2;
        var articles = Enumerable.Range(0, Articles.Length).Where(keepsArticle).ToArray();
        int[][] vectors =
        [
            .. articles.Select(article => Enumerable.Range(Starts[article], Starts[article + 1] - Starts[article])
                .Where(vector => vector - Starts[article] < BeforeQuestions
                    || keepsQuestion(article, vector - Starts[article] - BeforeQuestions))
                .ToArray()),
        ];
        int[] starts = [0, .. vectors.Select(static of => of.Length)];
        for (var i = 1; i < starts.Length; i++)
        {
            starts[i] += starts[i - 1];
        }

        return new ArticleMeanings(
            Encoder,
            [.. articles.Select(article => Articles[article])],
            starts,
            [.. vectors.SelectMany(static of => of).Select(vector => Scales[vector])],
            [.. vectors.SelectMany(static of => of).SelectMany(vector => Row(vector).ToArray())]);
    }

    /// <summary>The vector of a question, by its article and its place among that article's questions.</summary>
    public (sbyte[] Units, float Scale) Question(int article, int question)
    {
        var vector = Starts[article] + 2 + question;
        return (Row(vector).ToArray(), Scales[vector]);
    }

    private static IEnumerable<string> Texts(Article article) => article.Questions.Prepend(article.Title).Prepend(article.Answer);

    /// <summary>Which vector each text has.</summary>
    private Dictionary<string, int> Vectors(IReadOnlyList<Article> articles)
    {
        var vectors = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var article = 0; article < Articles.Length; article++)
        {
            foreach (var (i, text) in Texts(articles[Articles[article]]).Index())
            {
                vectors[text] = Starts[article] + i;
            }
        }

        return vectors;
    }

    private ReadOnlySpan<sbyte> Row(int vector) => Units.AsSpan(vector * SentenceEncoder.Dimensions, SentenceEncoder.Dimensions);

    private double LengthOfSum(int article)
    {
        Span<float> sum = stackalloc float[SentenceEncoder.Dimensions];
        sum.Clear();
        for (var vector = Starts[article] + 1; vector < Starts[article + 1]; vector++)
        {
            var row = Row(vector);
            for (var i = 0; i < row.Length; i++)
            {
                sum[i] += row[i] * Scales[vector];
            }
        }

        double square = 0;
        foreach (var number in sum)
        {
            square += (double)number * number;
        }

        return Math.Sqrt(square);
    }

    /// <summary>Two products of bytes with a sign fit into 16 bits.</summary>
    private static int Dot(ReadOnlySpan<sbyte> one, ReadOnlySpan<sbyte> other)
    {
        var sum = Vector<int>.Zero;
        for (var i = 0; i < one.Length; i += Vector<sbyte>.Count)
        {
            Vector.Widen(new Vector<sbyte>(one[i..]), out var oneLow, out var oneHigh);
            Vector.Widen(new Vector<sbyte>(other[i..]), out var otherLow, out var otherHigh);
            Vector.Widen((oneLow * otherLow) + (oneHigh * otherHigh), out var low, out var high);
            sum += low + high;
        }

        return Vector.Sum(sum);
    }
}
