using ContactCenter.Capacity.Traces;

namespace ContactCenter.Capacity.Validation;

/// <summary>One policy with one tuning on one trace, beside target tracking and the oracle on the same.</summary>
/// <param name="Seed">Seed of the trace.</param>
/// <param name="Trace">The trace.</param>
/// <param name="Kind">Its kind of traffic.</param>
/// <param name="Tuning">The tuning.</param>
/// <param name="Together">True: beside target tracking; false: alone.</param>
/// <param name="Throttled">Units turned away that capacity would have served.</param>
/// <param name="Native">The same by target tracking.</param>
/// <param name="Asked">Units asked for.</param>
/// <param name="Cost">Cost over target tracking's.</param>
/// <param name="Oracle">Cost over the oracle's.</param>
public sealed record Outcome(
    int Seed, string Trace, string Kind, string Tuning, bool Together, double Throttled, double Native, double Asked, double Cost,
    double Oracle)
{
    // Fewer than one in a hundred thousand turned away on either side is no difference between them.
    private const double Negligible = 1e-5;
    private const double SameWithin = 1.01;
    private const double MaximumCost = 1.05;

    /// <summary>True where neither turns away anything to speak of.</summary>
    public bool IsNegligible => Throttled <= Negligible * Asked && Native <= Negligible * Asked;

    /// <summary>What is turned away over what target tracking turns away; 0 where neither turns away anything to speak of.</summary>
    public double Ratio => IsNegligible ? 0 : Throttled / Math.Max(Native, Negligible * Asked);

    /// <summary>True where it is worse than target tracking by more than 1 % of the throttled requests.</summary>
    public bool ThrottlesMore => Throttled > (SameWithin * Native) + (Negligible * Asked);

    /// <summary>True where it costs more than target tracking and a twentieth.</summary>
    public bool CostsMore => Cost > MaximumCost;

    /// <summary>Of the scores of one trace.</summary>
    public static Outcome Of(int seed, Trace trace, string tuning, bool together, Score score, Score native, Score oracle)
    {
        ArgumentNullException.ThrowIfNull(trace);
        ArgumentNullException.ThrowIfNull(score);
        ArgumentNullException.ThrowIfNull(native);
        ArgumentNullException.ThrowIfNull(oracle);
        return new Outcome(
            seed, trace.Name, trace.Kind, tuning, together, Comparison.Curable(score), Comparison.Curable(native), score.Requests,
            score.Dollars / native.Dollars, score.Dollars / oracle.Dollars);
    }

    /// <summary>What a choice of tuning is made by: both matter as much as they are promised.</summary>
    public double Loss => Cost + Math.Min(1, Ratio);
}
