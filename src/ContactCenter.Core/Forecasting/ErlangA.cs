namespace ContactCenter.Core.Forecasting;

/// <summary>
/// Erlang-A (M/M/n+M): callers lose patience after an exponential time, so the queue is always stable. The steady state is computed
/// once by the birth-death recursion, from its most likely state outwards, which cannot overflow.
/// </summary>
public sealed class ErlangA
{
    /// <summary>States less likely than this, relative to the most likely one, do not change a double.</summary>
    private const double Negligible = 1e-22;

    /// <summary>Steps of the uniformised chain are summed until this much of the Poisson weight is left.</summary>
    private const double PoissonTail = 1e-15;

    private readonly double[] _queued;
    private readonly double _notQueued;

    /// <summary>Solves the queue.</summary>
    /// <param name="arrivalsPerSecond">Arrivals per second, above 0.</param>
    /// <param name="handleSeconds">Mean handle time in seconds, above 0.</param>
    /// <param name="patienceSeconds">Mean patience in seconds, above 0.</param>
    /// <param name="agents">Agents; 1 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of its range.</exception>
    public ErlangA(double arrivalsPerSecond, double handleSeconds, double patienceSeconds, int agents)
    {
        if (!double.IsFinite(arrivalsPerSecond) || arrivalsPerSecond <= 0)
        {
            throw new ArgumentOutOfRangeException(nameof(arrivalsPerSecond), arrivalsPerSecond, "Arrivals are a finite rate above 0.");
        }

        QueueArguments.RequireSeconds(handleSeconds);
        QueueArguments.RequireSeconds(patienceSeconds);
        ArgumentOutOfRangeException.ThrowIfLessThan(agents, 1);
        ArrivalsPerSecond = arrivalsPerSecond;
        ServiceRate = 1 / handleSeconds;
        AbandonRate = 1 / patienceSeconds;
        Agents = agents;
        (_notQueued, _queued) = Solve();
    }

    /// <summary>Arrivals per second.</summary>
    public double ArrivalsPerSecond { get; }

    /// <summary>Agents.</summary>
    public int Agents { get; }

    /// <summary>Share of calls that wait at all, 0 to 1.</summary>
    public double WaitProbability => _queued.Sum();

    /// <summary>Mean number of waiting calls.</summary>
    public double MeanQueueLength => _queued.Select((share, waiting) => share * waiting).Sum();

    /// <summary>Share of calls that give up, 0 to 1.</summary>
    public double AbandonProbability => AbandonRate * MeanQueueLength / ArrivalsPerSecond;

    /// <summary>Mean wait over all calls, also those that give up, in seconds.</summary>
    public double MeanWaitSeconds => MeanQueueLength / ArrivalsPerSecond;

    /// <summary>Share of their time that agents are busy, 0 to 1.</summary>
    public double Occupancy => ArrivalsPerSecond * (1 - AbandonProbability) / (Agents * ServiceRate);

    private double ServiceRate { get; }

    private double AbandonRate { get; }

    /// <summary>Calls answered within the target as a share of <em>all</em> calls, 0 to 1.</summary>
    /// <param name="targetSeconds">The target in seconds, 0 or more.</param>
    public double ServiceLevel(double targetSeconds) => _notQueued + WithinTarget(targetSeconds).Served;

    /// <summary>Calls answered within the target as a share of the calls that did not give up before it, 0 to 1.</summary>
    /// <param name="targetSeconds">The target in seconds, 0 or more.</param>
    public double ServiceLevelWithoutEarlyAbandons(double targetSeconds)
    {
        var (served, abandoned) = WithinTarget(targetSeconds);
        return (_notQueued + served) / (1 - abandoned);
    }

    /// <summary>
    /// Mean wait of a call that does not give up and finds all agents busy and some calls ahead of it, in seconds: one agent after the
    /// other becomes free, and those ahead lose patience.
    /// </summary>
    /// <param name="ahead">Calls ahead of it, 0 or more.</param>
    /// <param name="agents">Agents; 1 or more.</param>
    /// <param name="handleSeconds">Mean handle time in seconds, above 0.</param>
    /// <param name="patienceSeconds">Mean patience in seconds, above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of its range.</exception>
    public static double WaitBehind(int ahead, int agents, double handleSeconds, double patienceSeconds)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(ahead);
        ArgumentOutOfRangeException.ThrowIfLessThan(agents, 1);
        QueueArguments.RequireSeconds(handleSeconds);
        QueueArguments.RequireSeconds(patienceSeconds);
        var wait = 0.0;
        for (var before = 0; before <= ahead; before++)
        {
            wait += 1 / ((agents / handleSeconds) + (before / patienceSeconds));
        }

        return wait;
    }

    private (double NotQueued, double[] Queued) Solve()
    {
        var mode = 0;
        while (ArrivalsPerSecond > DeathRate(mode + 1))
        {
            mode++;
        }

        var upwards = new List<double> { 1 };
        for (var state = mode + 1; state <= Agents || upwards[^1] > Negligible; state++)
        {
            upwards.Add(upwards[^1] * ArrivalsPerSecond / DeathRate(state));
        }

        var weights = new double[mode + upwards.Count];
        upwards.CopyTo(weights, mode);
        for (var state = mode; state > 0; state--)
        {
            weights[state - 1] = weights[state] * DeathRate(state) / ArrivalsPerSecond;
        }

        var total = weights.Sum();
        return (weights[..Agents].Sum() / total, [.. weights[Agents..].Select(weight => weight / total)]);
    }

    private double DeathRate(int inSystem) =>
        (Math.Min(inSystem, Agents) * ServiceRate) + (Math.Max(inSystem - Agents, 0) * AbandonRate);

    /// <summary>
    /// Of all calls, those that wait and are served, and that wait and give up, within the target. A call that finds i others waiting
    /// moves up at the rate of all agents plus the patience of the i before it, and leaves at its own; the chain is uniformised.
    /// </summary>
    private (double Served, double Abandoned) WithinTarget(double targetSeconds)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(targetSeconds);
        var states = _queued.Length;
        var rate = (Agents * ServiceRate) + (states * AbandonRate);
        var served = new double[states];
        var abandoned = new double[states];
        var mean = rate * targetSeconds;
        var logWeight = -mean;
        double weights = 0, servedTotal = 0, abandonedTotal = 0;
        for (var step = 0; weights < 1 - PoissonTail && step <= mean + 100 + (20 * Math.Sqrt(mean)); step++)
        {
            var weight = Math.Exp(logWeight);
            weights += weight;
            servedTotal += weight * Expectation(served);
            abandonedTotal += weight * Expectation(abandoned);
            logWeight += Math.Log(mean) - Math.Log(step + 1);
            for (var ahead = states - 1; ahead >= 0; ahead--)
            {
                var advance = (Agents * ServiceRate) + (ahead * AbandonRate);
                var stay = rate - advance - AbandonRate;
                served[ahead] = ((advance * (ahead == 0 ? 1 : served[ahead - 1])) + (stay * served[ahead])) / rate;
                abandoned[ahead] = ((advance * (ahead == 0 ? 0 : abandoned[ahead - 1])) + AbandonRate + (stay * abandoned[ahead])) / rate;
            }
        }

        return (servedTotal, abandonedTotal);
    }

    private double Expectation(double[] byPosition)
    {
        var sum = 0.0;
        for (var ahead = 0; ahead < byPosition.Length; ahead++)
        {
            sum += _queued[ahead] * byPosition[ahead];
        }

        return sum;
    }
}
