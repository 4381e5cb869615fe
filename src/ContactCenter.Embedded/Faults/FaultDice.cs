using ContactCenter.Simulation;

namespace ContactCenter.Embedded.Faults;

/// <summary>Decides, by seed, what goes wrong next. When the storm is over, nothing does any more.</summary>
internal sealed class FaultDice(SeededRandom random, FaultRates rates, VirtualClock clock)
{
    private readonly List<DateTimeOffset> _faults = [];
    private readonly List<DateTimeOffset> _crashes = [];

    /// <summary>False: from now on everything works.</summary>
    public bool IsOn { get; set; } = true;

    public FaultRates Rates => rates;

    /// <summary>How many faults there were at or after a time.</summary>
    public int FaultsSince(DateTimeOffset at) => _faults.Count - _faults.FindLastIndex(fault => fault < at) - 1;

    /// <summary>How often a process died at or after a time.</summary>
    public int CrashesSince(DateTimeOffset at) => _crashes.Count - _crashes.FindLastIndex(crash => crash < at) - 1;

    public bool Chance(double probability)
    {
        var happens = IsOn && probability > 0 && random.Chance(probability);
        if (happens)
        {
            _faults.Add(clock.Now);
        }

        return happens;
    }

    public bool LosesRace() => Chance(rates.Conflict);

    public void MayCrash(string where)
    {
        if (Chance(rates.Crash))
        {
            _crashes.Add(clock.Now);
            throw new SimulatedCrashException(where);
        }
    }

    /// <summary>A delay of seconds, or of minutes when fate wants it.</summary>
    public TimeSpan Delay() => TimeSpan.FromSeconds(Chance(rates.Delay) ? 30 + (random.Next() * 300) : random.Next() * 2);
}
