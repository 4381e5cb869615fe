using System.Collections.Concurrent;

namespace ContactCenter.Core.Contacts.Classification;

/// <summary>Trains the learners of several parts of the data side by side.</summary>
internal sealed class TrainingJob(
    SparseText[] texts, int[] topics, int[] urgencies, int topicCount, int urgencyCount, TrainingOptions options,
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
        var bag = new BagNetwork[parts.Length];
        var phrases = new PhraseNetwork[parts.Length];
        var schedule = new TrainingSchedule(options.Passes);
        var work = new List<(string Name, Action Train)>();

        // The longest work first, so that no thread is left alone with it at the end.
        for (var part = parts.Length - 1; part >= 0; part--)
        {
            var p = part;
            var rows = parts[p];
            var labels = Select(topics, rows);
            work.Add(("phrase network", () => phrases[p] = PhraseNetworkLearner.Learn(Select(texts, rows), labels, topicCount, schedule, options.Seed, cancellation)));
            work.Add(("bag network", () => bag[p] = BagNetworkLearner.Learn(Weigh(rows, weights[p]), labels, topicCount, schedule, options.Seed, cancellation)));
            work.Add(("linear model", () =>
            {
                var weighed = Weigh(rows, weights[p]);
                linear[p] = LinearLearner.Learn(weighed, labels, topicCount, options.Seed, cancellation);
                urgency[p] = LearnUrgency(weighed, Select(urgencies, rows));
            }));
        }

        Execute([.. work.OrderBy(static item => item.Name == "phrase network" ? 0 : item.Name == "bag network" ? 1 : 2)]);
        return [.. parts.Select((_, p) => (new TopicScorer(weights[p], linear[p], bag[p], phrases[p]), urgency[p]))];
    }

    // A text without a level says nothing about urgency: it must not speak against all levels as a text out of scope does.
    private LinearModel LearnUrgency((int[] Buckets, float[] Values)[] weighed, int[] levels)
    {
        var known = Enumerable.Range(0, levels.Length).Where(i => levels[i] >= 0).ToArray();
        return LinearLearner.Learn(Select(weighed, known), Select(levels, known), urgencyCount, options.Seed, cancellation);
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

    private (int[] Buckets, float[] Values)[] Weigh(int[] rows, BagWeights weights) => Array.ConvertAll(rows, row => texts[row].Weigh(weights));

    private static T[] Select<T>(T[] all, int[] rows) => Array.ConvertAll(rows, row => all[row]);
}
