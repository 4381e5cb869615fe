using ContactCenter.Capacity.Policies;
using ContactCenter.Capacity.Traces;

namespace ContactCenter.Capacity;

/// <summary>What is compared on what.</summary>
public static class Suite
{
    private static readonly int[] Sizes = [40, 1000];
    private static readonly int[] Scales = [1, 10, 100];

    /// <summary>The traces of a run: the named files alone, or the shapes and, where their folder is known, the recorded ones.</summary>
    public static IEnumerable<Trace> Traces(DirectoryInfo? folder, IReadOnlyList<FileInfo> files, bool quick, int seed)
    {
        if (files.Count > 0)
        {
            // all are read before the first is played: a mistake in the last is told at once
            var names = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
            foreach (var trace in files.Select(file => TraceFiles.Any(file.FullName, seed)).ToList())
            {
                var times = names[trace.Name] = names.GetValueOrDefault(trace.Name) + 1;
                yield return times == 1 ? trace : trace with { Name = $"{trace.Name}-{times}" };
            }

            yield break;
        }

        foreach (var scale in quick ? Scales[2..] : Scales)
        {
            if (folder is not null)
            {
                yield return TraceFiles.Bank(folder.FullName, scale, quick ? 8 : 42, seed);
                yield return TraceFiles.Nasa(folder.FullName, scale, quick ? 3 : 14);
            }
        }

        foreach (var trace in (quick ? Sizes[1..] : Sizes).SelectMany(size => SyntheticTraces.All(size, seed)))
        {
            yield return trace;
        }
    }

    /// <summary>
    /// Traces of all kinds of traffic, those that the planner was written with and those that it was not: the kinds, the shapes at one size
    /// and, where their folder is known, the recorded ones as they are, smaller, larger, with their days in another order, and warped.
    /// </summary>
    public static IEnumerable<Trace> AllKinds(DirectoryInfo? folder, bool quick, int seed)
    {
        foreach (var trace in TrafficKinds.All(quick ? 2 : 4, seed * 100).Concat(SyntheticTraces.All(Sizes[1], seed)))
        {
            yield return trace;
        }

        if (folder is null)
        {
            yield break;
        }

        foreach (var trace in (Trace[])
            [TraceFiles.Bank(folder.FullName, 10, quick ? 3 : 8, seed), TraceFiles.Nasa(folder.FullName, 10, quick ? 2 : 4)])
        {
            yield return trace;
            yield return TraceChanges.Scaled(trace, 0.1, seed);
            yield return TraceChanges.Scaled(trace, 40, seed);
            yield return TraceChanges.Shuffled(trace, seed);
            yield return TraceChanges.Warped(trace);
        }
    }

    /// <summary>Each policy anew, because each remembers what it has seen of one table.</summary>
    public static IReadOnlyList<IPolicy> Policies() =>
    [
        new FixedCapacity(),
        new TargetTracking(),
        new OnDemand(),
        new DynamicDynamoDb(),
        new LambdaAutoscale(),
        new Oracle(),
        new RemediationPolicy(),
        new RemediationPolicy(readiness: Readiness.Named),
        new RemediationPolicy(readiness: Readiness.None),
        new RemediationPolicy(new TargetTracking()),
    ];

    /// <summary>The policies of a run: all, or those whose name has one of these words in it. Target tracking and the oracle always are,
    /// because the ratios stand on them.</summary>
    /// <exception cref="FormatException">A word that no policy has.</exception>
    public static Func<IEnumerable<IPolicy>> Choose(IReadOnlyList<string> words)
    {
        var names = Policies().Select(policy => policy.Name).ToList();
        foreach (var word in words.Where(word => !names.Any(name => Has(name, word))))
        {
            throw new FormatException(
                $"--policy: found \"{word}\"; a part of one of these names would be right: {string.Join("; ", names)}.");
        }

        return () =>
            Policies().Where(policy => words.Count == 0 || policy is TargetTracking or Oracle || words.Any(word => Has(policy.Name, word)));
    }

    private static bool Has(string name, string word) => name.Contains(word, StringComparison.OrdinalIgnoreCase);
}
