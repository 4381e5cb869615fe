using ContactCenter.Simulation;

namespace ContactCenter.Embedded.Faults;

/// <summary>How often what goes wrong in one simulation: drawn from the seed, so that some runs are calm and others a nightmare.</summary>
internal sealed record FaultRates
{
    /// <summary>The worst rate of a single kind of fault at one call.</summary>
    private const double Worst = 0.15;

    /// <summary>Probability that a process dies at one of its calls to the store or the outbox.</summary>
    public required double Crash { get; init; }

    /// <summary>Probability that a commit loses its race.</summary>
    public required double Conflict { get; init; }

    /// <summary>Probability that a message or a stream record is delivered once more.</summary>
    public required double Duplicate { get; init; }

    /// <summary>Probability that a message is delayed by minutes instead of seconds, and so overtaken.</summary>
    public required double Delay { get; init; }

    /// <summary>Probability that a stream record is never delivered by the stream.</summary>
    public required double StreamLoss { get; init; }

    /// <summary>Probability that a channel answers with an error, or dies after it has sent.</summary>
    public required double Channel { get; init; }

    public static FaultRates Draw(SeededRandom random) => new()
    {
        Crash = Draw(random, 0.5),
        Conflict = Draw(random, 1),
        Duplicate = Draw(random, 3),
        Delay = Draw(random, 3),
        StreamLoss = Draw(random, 0.5),
        Channel = Draw(random, 2),
    };

    /// <summary>A third of the kinds of faults is absent from a run, so that each is also seen alone.</summary>
    private static double Draw(SeededRandom random, double scale) => random.Chance(1 / 3.0) ? 0 : Worst * scale * random.Next();
}
