using System.Collections.Concurrent;
using ContactCenter.Language.Classification.Learning;
using ContactCenter.Language.Classification.Model;
using ContactCenter.Language.Classification.Scope;
using ContactCenter.Language.Embedding;

namespace ContactCenter.Language.Classification.Training;

/// <summary>Trains the learners of several parts of the data side by side.</summary>
internal sealed class TrainingJob(
    SparseText[] texts, EncoderTraining? encoding, int[] topics, int[] urgencies, int topicCount, int urgencyCount, TrainingOptions options,
    IProgress<TrainingProgress>? progress, CancellationToken cancellation)
{
    private int _done;
    private int _total;

    /// <summary>Trains one set of learners for each list of rows.</summary>
    public (TopicScorer Scorer, LinearModel Urgency)[] Run(int[][] parts)
    {
        var weights = Array.ConvertAll(parts, rows => BagWeights.Learn(texts, rows));
        var linear = new LinearModel[parts.Length];
        var urgency = new LinearModel[parts.Length];
        var bag = new (BagNetwork Network, TopicSpace Space)[parts.Length];
        var phrases = new PhraseNetwork[parts.Length];
        var encoded = new MeaningScorer?[parts.Length];
        var labels = Array.ConvertAll(parts, rows => Select(topics, rows));
        var schedule = new TrainingSchedule(options.Passes);
        var all = Enumerable.Range(0, parts.Length).Reverse().ToArray();

        // The longest work first, so that no thread is left alone with it at the end.
        Execute(
        [
            .. all.Select(p => ("phrase network", new Action(() =>
                phrases[p] = PhraseNetworkLearner.Learn(
                    Select(texts, parts[p]), labels[p], topicCount, schedule, options.Seed, cancellation)))),
            .. all.Select(p => ("bag network", new Action(() =>
                bag[p] = LearnBag(Weigh(parts[p], weights[p]), labels[p], schedule)))),
            .. encoding is null ? [] : all.Select(p => ("probe", new Action(() => encoded[p] = LearnMeanings(encoding, parts[p])))),
            .. all.Select(p => ("linear model", new Action(() =>
                (linear[p], urgency[p]) = LearnLinear(Weigh(parts[p], weights[p]), labels[p], Select(urgencies, parts[p]))))),
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
        (int[] Buckets, float[] Values)[] weighed, int[] labels, TrainingSchedule schedule)
    {
        var network = BagNetworkLearner.Learn(weighed, labels, topicCount, schedule, options.Seed, cancellation);
        return (network, TopicSpaceLearner.Learn(network, weighed, labels, topicCount));
    }

    // A text without a level says nothing about urgency: it must not speak against all levels as a text out of scope does.
    private (LinearModel Topics, LinearModel Urgency) LearnLinear((int[] Buckets, float[] Values)[] weighed, int[] labels, int[] levels)
    {
        var known = Enumerable.Range(0, levels.Length).Where(i => levels[i] >= 0).ToArray();
        return (LinearLearner.Learn(
            weighed, labels, topicCount, ModelSections.RoomForTopics(topicCount, urgencyCount), options.Seed, cancellation),
            LinearLearner.Learn(
                Select(weighed, known), Select(levels, known), urgencyCount, ModelSections.RoomForUrgency, options.Seed, cancellation));
    }

    private void Execute(List<(string Name, Action Train)> work)
    {
        _total = work.Count;
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = options.Parallelism, CancellationToken = cancellation };
        _ = Parallel.ForEach(Partitioner.Create(work, EnumerablePartitionerOptions.NoBuffering), parallel, item =>
        {
            item.Train();
            progress?.Report(new TrainingProgress(Interlocked.Increment(ref _done), _total, item.Name));
        });
    }

    private (int[] Buckets, float[] Values)[] Weigh(int[] rows, BagWeights weights) =>
        Array.ConvertAll(rows, row => texts[row].Weigh(weights));

    private static T[] Select<T>(T[] all, int[] rows) => Array.ConvertAll(rows, row => all[row]);
}
