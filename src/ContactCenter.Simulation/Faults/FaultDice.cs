namespace ContactCenter.Simulation.Faults;

/// <summary>Decides, by seed, what goes wrong next. When the storm is over, nothing does any more.</summary>
internal sealed class FaultDice(SeededRandom random, FaultRates rates)
{
    /// <summary>False: from now on everything works.</summary>
    public bool IsOn { get; set; } = true;

    public FaultRates Rates => rates;

    public bool Chance(double probability) => IsOn && probability > 0 && random.Chance(probability);

    public bool LosesRace() => Chance(rates.Conflict);

    public void MayCrash(string where)
    {
        if (Chance(rates.Crash))
        {
            throw new SimulatedCrashException(where);
        }
    }

    /// <summary>A delay of seconds, or of minutes when fate wants it.</summary>
    public TimeSpan Delay() => TimeSpan.FromSeconds(Chance(rates.Delay) ? 30 + (random.Next() * 300) : random.Next() * 2);
}
