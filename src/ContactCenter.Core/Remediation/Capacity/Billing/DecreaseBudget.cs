using ContactCenter.Core.Forecasting.Demand;

namespace ContactCenter.Core.Remediation.Capacity.Billing;

/// <summary>
/// What one kind of capacity costs over the next hours, by what is provisioned now and by how many decreases are left, when these are
/// spent at the best moments: dynamic programming, backwards from the end, over five minutes, the levels of the demand as they followed
/// each other on the last days, the capacity and the decreases. Raises are free, so the capacity is never less than the demand needs. What
/// one decrease more is worth, its shadow price, is the difference of two costs.
/// </summary>
internal sealed class DecreaseBudget
{
    private const int Hours = 6;
    private const int StepsOfHour = 12;
    private const int Levels = DemandChain.Levels;

    // The levels that the demand needs, and what is provisioned.
    private const int Capacities = Levels + 1;

    // More at once than this are never short.
    private const int MaximumDecreases = 8;

    // So rare a step changes nothing.
    private const double Never = 1e-4;

    private readonly double[] _units = new double[Capacities];
    private readonly double[] _costs;
    private readonly int _demand;
    private readonly int _decreases;

    private DecreaseBudget(
        DemandChain chain, HourSeason? season, Func<double, double> need, double demand, double current, int decreases, int back)
    {
        _decreases = Math.Min(decreases, MaximumDecreases);
        _demand = chain.LevelOf(demand);
        for (var level = 0; level < Levels; level++)
        {
            _units[level] = need(chain.Units(level));
        }

        _units[Levels] = Math.Max(current, _units[Levels - 1]);
        _costs = Costs(chain, season, back);
    }

    /// <summary>Reckons it.</summary>
    /// <param name="chain">How the demand goes on.</param>
    /// <param name="season">What comes by the clock, if that is known: then the demand is that.</param>
    /// <param name="need">The capacity that a demand needs, both in units per second.</param>
    /// <param name="demand">Units per second of the last minutes.</param>
    /// <param name="current">Units provisioned now.</param>
    /// <param name="decreases">The most decreases that can be held.</param>
    /// <param name="back">When one comes back; then each further hour.</param>
    public static DecreaseBudget Of(
        DemandChain chain, HourSeason? season, Func<double, double> need, double demand, double current, int decreases, TimeSpan back) =>
        new(chain, season, need, demand, current, decreases, Math.Clamp((int)Math.Ceiling(StepsOfHour * back.TotalHours), 1, StepsOfHour));

    /// <summary>What it costs, in units for five minutes.</summary>
    /// <param name="left">Decreases that are left.</param>
    /// <param name="units">Units provisioned.</param>
    public double Cost(int left, double units)
    {
        var costs = _costs.AsSpan(((Math.Min(left, _decreases) * Levels) + _demand) * Capacities, Capacities);
        var above = _demand;
        while (above < Levels && _units[above] < units)
        {
            above++;
        }

        return above == _demand || _units[above] <= _units[above - 1]
            ? costs[above]
            : costs[above] - ((costs[above] - costs[above - 1]) * Math.Max(0, _units[above] - units) / (_units[above] - _units[above - 1]));
    }

    private double[] Costs(DemandChain chain, HourSeason? season, int back)
    {
        var size = (_decreases + 1) * Levels * Capacities;
        var (best, kept) = (new double[size], new double[size]);
        for (var step = (Hours * StepsOfHour) - 1; step >= 0; step--)
        {
            var comesBack = (step + 1 - back) % StepsOfHour == 0;
            int? known = season is null ? null : chain.LevelOf(season.Ahead[step % season.Ahead.Count]);
            for (var left = 0; left <= _decreases; left++)
            {
                var later = best.AsSpan(Math.Min(_decreases, comesBack ? left + 1 : left) * Levels * Capacities, Levels * Capacities);
                for (var demand = 0; demand < Levels; demand++)
                {
                    Keep(kept.AsSpan(((left * Levels) + demand) * Capacities, Capacities), later, chain.After(demand), demand, known);
                }
            }

            if (step > 0)
            {
                Spend(best, kept);
            }
        }

        return kept;
    }

    // What each capacity costs that is kept for the next five minutes and goes on as well as can be.
    private void Keep(Span<double> kept, ReadOnlySpan<double> later, ReadOnlySpan<double> chances, int demand, int? known)
    {
        kept.Clear();
        for (var next = known ?? 0; next <= (known ?? (Levels - 1)); next++)
        {
            var chance = known is null ? chances[next] : 1;
            if (chance < Never)
            {
                continue;
            }

            var costs = later.Slice(next * Capacities, Capacities);
            for (var capacity = demand; capacity < Capacities; capacity++)
            {
                var raised = Math.Max(capacity, next);
                kept[capacity] += chance * (_units[raised] + costs[raised]);
            }
        }
    }

    // Before five minutes a decrease may go down to any capacity that the demand needs.
    private void Spend(double[] best, double[] kept)
    {
        for (var left = 0; left <= _decreases; left++)
        {
            for (var demand = 0; demand < Levels; demand++)
            {
                var at = ((left * Levels) + demand) * Capacities;
                var lowered = double.PositiveInfinity;
                for (var capacity = demand; capacity < Capacities; capacity++)
                {
                    best[at + capacity] = Math.Min(kept[at + capacity], lowered);
                    lowered = left > 0 ? Math.Min(lowered, kept[at - (Levels * Capacities) + capacity]) : lowered;
                }
            }
        }
    }
}
