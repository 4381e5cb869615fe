using System.Runtime.InteropServices;

namespace ContactCenter.Language.Classification.Learning;

/// <summary>Trains a <see cref="PhraseNetwork"/> text by text; whole words and filters are dropped at random.</summary>
internal sealed class PhraseNetworkLearner
{
    private const int Width = PhraseNetwork.WordWidth;
    private const int WindowWidth = PhraseNetwork.WindowWidth;
    private const int Filters = PhraseNetwork.Filters;

    private const float Rate = 0.05f;
    private const float DropWords = 0.1f;
    private const float DropFragments = 0.3f;
    private const float DropFilters = 0.5f;
    private const float InitialSpread = 0.3f;

    private readonly Random _random;
    private readonly OutputLayer _output;
    private readonly float[] _fragments = new float[PhraseNetwork.Rows * Width];
    private readonly float[] _fragmentSquares = new float[PhraseNetwork.Rows];
    private readonly float[] _filters = new float[Filters * WindowWidth];
    private readonly float[] _filterSquares = new float[Filters];
    private readonly float[] _bias = new float[Filters];
    private readonly float[] _biasSquares = new float[Filters];
    private readonly float[] _sequence = new float[PhraseNetwork.SequenceLength(PhraseNetwork.MaxWords)];
    private readonly float[] _sequenceGradient = new float[PhraseNetwork.SequenceLength(PhraseNetwork.MaxWords)];
    private readonly List<int> _kept = [];
    private readonly int[] _keptEnd = new int[PhraseNetwork.MaxWords];
    private readonly float[] _strongest = new float[Filters];
    private readonly int[] _strongestAt = new int[Filters];
    private readonly float[] _pass = new float[Filters];
    private readonly float[] _gradient = new float[Filters];

    private PhraseNetworkLearner(int topicCount, int seed)
    {
        _random = new Random(seed);
        OutputLayer.Fill(_fragments, InitialSpread, _random);
        OutputLayer.Fill(_filters, MathF.Sqrt(6f / (WindowWidth + Filters)), _random);
        _output = new OutputLayer(topicCount, Filters, _random);
    }

    /// <summary>Trains the network.</summary>
    /// <param name="texts">Texts as words in order.</param>
    /// <param name="targets">What each text is about.</param>
    /// <param name="topicCount">Number of topics.</param>
    /// <param name="schedule">How often each text is visited.</param>
    /// <param name="seed">Seed of initial values, order and drops.</param>
    /// <param name="cancellation">Ends the training between two passes.</param>
    public static PhraseNetwork Learn(
        SparseText[] texts, TopicTarget[] targets, int topicCount, TrainingSchedule schedule, int seed, CancellationToken cancellation)
    {
        var learner = new PhraseNetworkLearner(topicCount, seed);
        foreach (var (text, progress) in schedule.Visits(texts.Length, learner._random, cancellation))
        {
            if (texts[text].Words.Length > 0)
            {
                learner.Visit(texts[text].Words, targets[text], Rate * (1 - progress));
            }
        }

        var learned = Array.ConvertAll(learner._fragmentSquares, static squares => squares > 0);
        float[] dense = [.. learner._filters, .. learner._bias, .. learner._output.Weights, .. learner._output.Bias];
        return new PhraseNetwork(Int8Rows.Pack(learner._fragments, Width, learned), MemoryMarshal.AsBytes<float>(dense).ToArray());
    }

    private void Visit(int[][] words, TopicTarget target, float rate)
    {
        ReadWords(words);
        for (var j = 0; j < Filters; j++)
        {
            _pass[j] = _random.NextSingle() >= DropFilters ? 1 / (1 - DropFilters) : 0;
        }

        Convolve(words.Length);
        for (var j = 0; j < Filters; j++)
        {
            _strongest[j] *= _pass[j];
        }

        _output.Step(_strongest, target, rate, _gradient);
        MoveFilters(words.Length, rate);
        MoveFragments(words, rate);
    }

    private void ReadWords(int[][] words)
    {
        var sequence = _sequence.AsSpan(0, PhraseNetwork.SequenceLength(words.Length));
        sequence.Clear();
        _kept.Clear();
        for (var w = 0; w < words.Length; w++)
        {
            if (_random.NextSingle() >= DropWords)
            {
                ReadWord(words[w], sequence.Slice((w + 1) * Width, Width));
            }

            _keptEnd[w] = _kept.Count;
        }
    }

    // Fragments are dropped too, the whole word among them: a word with a typing error has lost some of its own.
    private void ReadWord(int[] rows, Span<float> target)
    {
        foreach (var row in rows)
        {
            if (_random.NextSingle() >= DropFragments)
            {
                _kept.Add(row);
                VectorMath.AddScaled(_fragments.AsSpan(row * Width, Width), 1, target);
            }
        }

        VectorMath.Scale(target, Share(rows));
    }

    private static float Share(int[] rows) => 1 / (MathF.Sqrt(rows.Length) * (1 - DropFragments));

    private void Convolve(int words)
    {
        Array.Clear(_strongest);
        Array.Fill(_strongestAt, -1);
        for (var w = 0; w < words; w++)
        {
            var window = _sequence.AsSpan(w * Width, WindowWidth);
            for (var j = 0; j < Filters; j += 4)
            {
                var (a, b, c, d) = VectorMath.DotFour(window, _filters.AsSpan(j * WindowWidth, 4 * WindowWidth));
                Keep(j, a, w);
                Keep(j + 1, b, w);
                Keep(j + 2, c, w);
                Keep(j + 3, d, w);
            }
        }
    }

    private void Keep(int filter, float answer, int word)
    {
        answer += _bias[filter];
        if (answer > _strongest[filter])
        {
            _strongest[filter] = answer;
            _strongestAt[filter] = word;
        }
    }

    private void MoveFilters(int words, float rate)
    {
        _sequenceGradient.AsSpan(0, PhraseNetwork.SequenceLength(words)).Clear();
        for (var j = 0; j < Filters; j++)
        {
            var gradient = _gradient[j] * _pass[j];
            if (_strongestAt[j] < 0 || gradient == 0)
            {
                continue;
            }

            var window = _sequence.AsSpan(_strongestAt[j] * Width, WindowWidth);
            var filter = _filters.AsSpan(j * WindowWidth, WindowWidth);
            VectorMath.AddScaled(filter, gradient, _sequenceGradient.AsSpan(_strongestAt[j] * Width, WindowWidth));
            _filterSquares[j] += gradient * gradient * VectorMath.SquaredNorm(window) / WindowWidth;
            VectorMath.AddScaled(window, -rate * gradient / OutputLayer.AdaGradDivisor(_filterSquares[j]), filter);
            _biasSquares[j] += gradient * gradient;
            _bias[j] -= rate * gradient / OutputLayer.AdaGradDivisor(_biasSquares[j]);
        }
    }

    private void MoveFragments(int[][] words, float rate)
    {
        var kept = CollectionsMarshal.AsSpan(_kept);
        var start = 0;
        for (var w = 0; w < words.Length; w++)
        {
            var gradient = _sequenceGradient.AsSpan((w + 1) * Width, Width);
            var share = Share(words[w]);
            var meanSquare = VectorMath.SquaredNorm(gradient) / Width * share * share;
            foreach (var row in meanSquare == 0 ? [] : kept[start.._keptEnd[w]])
            {
                _fragmentSquares[row] += meanSquare;
                VectorMath.AddScaled(
                    gradient, -rate * share / OutputLayer.AdaGradDivisor(_fragmentSquares[row]), _fragments.AsSpan(row * Width, Width));
            }

            start = _keptEnd[w];
        }
    }
}
