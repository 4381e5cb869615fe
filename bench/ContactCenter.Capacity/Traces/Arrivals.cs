namespace ContactCenter.Capacity.Traces;

/// <summary>Poisson arrivals, seeded.</summary>
public static class Arrivals
{
    // Above this mean the normal approximation is within a per mille of the distribution function.
    private const double NormalAbove = 60;

    public static int Poisson(Random random, double mean)
    {
        if (mean <= 0)
        {
            return 0;
        }

        if (mean > NormalAbove)
        {
            var normal = Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
            return Math.Max(0, (int)Math.Round(mean + (Math.Sqrt(mean) * normal)));
        }

        var (limit, product, count) = (Math.Exp(-mean), random.NextDouble(), 0);
        while (product > limit)
        {
            product *= random.NextDouble();
            count++;
        }

        return count;
    }

    /// <summary>Seconds with Poisson arrivals of a mean that changes in time.</summary>
    public static int[] Draw(int seconds, int seed, Func<int, double> mean)
    {
        var random = new Random(seed);
        var counts = new int[seconds];
        for (var second = 0; second < seconds; second++)
        {
            counts[second] = Poisson(random, mean(second));
        }

        return counts;
    }
}
