using ContactCenter.Capacity.Policies;
using ContactCenter.Capacity.Traces;

namespace ContactCenter.Capacity;

/// <summary>What is compared on what.</summary>
public static class Suite
{
    private static readonly int[] Sizes = [40, 1000];
    private static readonly int[] Scales = [1, 10, 100];

    public static IEnumerable<Trace> Traces(DirectoryInfo? folder, FileInfo? file, bool quick, int seed)
    {
        if (file is not null)
        {
            yield return TraceFiles.Any(file.FullName, seed);
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

    public static IEnumerable<IPolicy> Policies()
    {
        yield return new FixedCapacity();
        yield return new TargetTracking();
        yield return new OnDemand();
        yield return new DynamicDynamoDb();
        yield return new LambdaAutoscale();
        yield return new Oracle();
        yield return new Healing();
        yield return new Healing(readiness: Readiness.Named);
        yield return new Healing(readiness: Readiness.None);
        yield return new Healing(new TargetTracking());
    }
}
