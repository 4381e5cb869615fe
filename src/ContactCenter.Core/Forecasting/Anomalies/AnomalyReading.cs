namespace ContactCenter.Core.Forecasting.Anomalies;

/// <summary>What stood out.</summary>
public enum AnomalyKind
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>The course of the last steps is like none before.</summary>
    Shape,

    /// <summary>Higher than ever.</summary>
    Most,

    /// <summary>Lower than ever.</summary>
    Least,

    /// <summary>Farther above what is expected at this time than ever of late.</summary>
    Above,

    /// <summary>Farther below what is expected at this time than ever of late.</summary>
    Below,

    /// <summary>The level has risen and stays there.</summary>
    Risen,

    /// <summary>The level has fallen and stays there.</summary>
    Fallen,
}

/// <summary>What a value looks like beside all before it.</summary>
/// <param name="Score">
/// 0: as usual, 1: never; the same on every metric. From <see cref="AnomalyDetector.Announced"/> on somebody is told.
/// </param>
/// <param name="Kind">What stood out most.</param>
/// <param name="Expected">The value that was expected; no number while nothing is known.</param>
/// <param name="Low">Usually not less.</param>
/// <param name="High">Usually not more.</param>
/// <param name="Basis">What it was expected from.</param>
public readonly record struct AnomalyReading(
    double Score, AnomalyKind Kind, double Expected, double Low, double High, AnomalyBasis Basis)
{
    /// <summary>Whether somebody is told. After that it is quiet for a while, whatever comes.</summary>
    public bool IsAnnounced => Score >= AnomalyDetector.Announced;

    /// <summary>Whether it is known what to expect.</summary>
    public bool IsKnown => !double.IsNaN(Expected);
}
