using System.Collections.Concurrent;
using ContactCenter.Language.Classification.Learning;
using ContactCenter.Language.Classification.Model;
using ContactCenter.Language.Classification.Scope;
using ContactCenter.Language.Embedding;

namespace ContactCenter.Language.Classification.Training;

/// <summary>Trains the learners of several parts of the data side by side.</summary>
internal sealed class TrainingJob(
    SparseText[] texts, EncoderTraining? encoding, UnlabelledTexts? unlabelled, int[] topics, int[] urgencies, int topicCount,
    int urgencyCount, TrainingOptions options, IProgress<TrainingProgress>? progress, CancellationToken cancellation)
{
    // The labelled texts, and after them those without a topic.
    private readonly SparseText[] _texts = [.. texts, .. unlabelled?.Texts ?? []];
    private readonly int[] _unlabelledRows = [.. Enumerable.Range(texts.Length, unlabelled?.Texts.Length ?? 0)];
    private int _done;
    private int _total;

    /// <summary>Trains one set of learners for each list of rows.</summary>
    /// <param name="parts">The rows that each set learns.</param>
    /// <param name="fold">Which of the first sets has not learned a row.</param>
    public (TopicScorer Scorer, LinearModel Urgency)[] Run(int[][] parts, int[] fold)
    {
        var weights = Array.ConvertAll(parts, rows => BagWeights.Learn(_texts, [.. rows, .. _unlabelledRows]));
        var linear = new LinearModel[parts.Length];
        var urgency = new LinearModel[parts.Length];
        var bag = new (BagNetwork Network, TopicSpace Space)[parts.Length];
        var phrases = new PhraseNetwork[parts.Length];
        var encoded = new MeaningScorer?[parts.Length];
        var labels = Array.ConvertAll(parts, rows => Select(topics, rows));
        var targets = Array.ConvertAll(labels, static named => Array.ConvertAll(named, TopicTarget.Named));
        var schedule = new TrainingSchedule(options.Passes);
        var all = Enumerable.Range(0, parts.Length).Reverse().ToArray();

        _total = parts.Length * (encoding is null ? 3 : 4);
        List<(string, Action)> probes = encoding is null
            ? []
            : [.. all.Select(p => ("probe", new Action(() => encoded[p] = LearnMeanings(encoding, parts[p]))))];
        if (encoding is not null && unlabelled is not null)
        {
            // what the other learners are told of texts without a topic, these must have learned before
            Execute(probes);
            probes = [];
            var meanings = Array.ConvertAll(encoded, static scorer => scorer!.Probe);
            var sharpness = UnlabelledTexts.Sharpness(encoding, topics, fold, meanings, topicCount);
            targets = [.. targets.Select((named, p) => (TopicTarget[])
                [.. named, .. unlabelled.Guess(meanings[p], sharpness, topicCount)])];
        }

        // The longest work first, so that no thread is left alone with it at the end.
        Execute(
        [
            .. all.Select(p => ("phrase network", new Action(() =>
                phrases[p] = PhraseNetworkLearner.Learn(
                    Select(_texts, [.. parts[p], .. _unlabelledRows]), targets[p], topicCount, schedule, options.Seed, cancellation)))),
            .. all.Select(p => ("bag network", new Action(() =>
                bag[p] = LearnBag(Weigh(parts[p], weights[p]), targets[p], labels[p], schedule)))),
            .. probes,
            .. all.Select(p => ("linear model", new Action(() =>
                (linear[p], urgency[p]) = LearnLinear(Weigh(parts[p], weights[p]), targets[p], Select(urgencies, parts[p]))))),
        ]);
        return [.. parts.Select((_, p) => (new TopicScorer(weights[p], linear[p], bag[p].Network, phrases[p], bag[p].Space, encoded[p]),
            urgency[p]))];
    }

    private MeaningScorer LearnMeanings(EncoderTraining encoding, int[] part)
    {
        int[] rows = [.. part.Where(row => encoding.Meanings[row] is not null)];
        int[] known = [.. rows.Where(row => topics[row] >= 0)];

        // The name of a topic is one more text about it; of a topic that this part must not know, not even that.
        int[] named = [.. part.Select(row => topics[row]).Where(topic => topic >= 0 && encoding.Names[topic] is not null).Distinct()];
        return new MeaningScorer(
            MeaningProbeLearner.Learn(
                [.. rows.Select(row => encoding.Meanings[row]!), .. named.Select(topic => encoding.Names[topic]!)],
                [.. Select(topics, rows), .. named], topicCount, cancellation),
            TopicSpaceLearner.Learn(
                Array.ConvertAll(known, row => encoding.Meanings[row]!), Select(topics, known), topicCount, SentenceEncoder.Dimensions));
    }

    private (BagNetwork Network, TopicSpace Space) LearnBag(
        (int[] Buckets, float[] Values)[] weighed, TopicTarget[] targets, int[] labels, TrainingSchedule schedule)
    {
        var network = BagNetworkLearner.Learn(weighed, targets, topicCount, schedule, options.Seed, cancellation);
        return (network, TopicSpaceLearner.Learn(network, weighed[..labels.Length], labels, topicCount));
    }

    // A text without a level says nothing about urgency: it must not speak against all levels as a text out of scope does.
    private (LinearModel Topics, LinearModel Urgency) LearnLinear(
        (int[] Buckets, float[] Values)[] weighed, TopicTarget[] targets, int[] levels)
    {
        var known = Enumerable.Range(0, levels.Length).Where(i => levels[i] >= 0).ToArray();
        return (LinearLearner.Learn(
            weighed, targets, topicCount, ModelSections.RoomForTopics(topicCount, urgencyCount), options.Seed, cancellation),
            LinearLearner.Learn(
                Select(weighed, known), Array.ConvertAll(known, i => TopicTarget.Named(levels[i])), urgencyCount,
                ModelSections.RoomForUrgency, options.Seed, cancellation));
    }

    private void Execute(List<(string Name, Action Train)> work)
    {
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = options.Parallelism, CancellationToken = cancellation };
        _ = Parallel.ForEach(Partitioner.Create(work, EnumerablePartitionerOptions.NoBuffering), parallel, item =>
        {
            item.Train();
            progress?.Report(new TrainingProgress(Interlocked.Increment(ref _done), _total, item.Name));
        });
    }

    private (int[] Buckets, float[] Values)[] Weigh(int[] rows, BagWeights weights) =>
        [.. rows.Concat(_unlabelledRows).Select(row => _texts[row].Weigh(weights))];

    private static T[] Select<T>(T[] all, int[] rows) => Array.ConvertAll(rows, row => all[row]);
}
