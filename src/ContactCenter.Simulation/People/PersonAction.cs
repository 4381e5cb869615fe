namespace ContactCenter.Simulation.People;

/// <summary>What somebody does with a message.</summary>
public enum PersonAction
{
    /// <summary>Never sees it.</summary>
    NeverReads,

    /// <summary>Reads it and leaves it to somebody else.</summary>
    Reads,

    /// <summary>Reads it and acknowledges the incident.</summary>
    Acknowledges,
}
