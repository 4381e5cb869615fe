using ContactCenter.Core.Forecasting.Anomalies;

namespace ContactCenter.Forecasting;

/// <summary>The detector of this system on a series, as it is and with parts of it.</summary>
internal static class Detectors
{
    private const int ShapeAlone = 1;

    private static readonly double[] Limits = [0.3, 0.35, 0.4];
    private static readonly double[] Slacks = [0.8, 1, 1.2, 1.4, 1.6];
    private static readonly double[] Shifts = [8, 10, 12, 15];
    private static readonly double[] Pads = [0.05, 0.1];

    /// <summary>As it is deployed.</summary>
    public static double[] Ours(NabSeries series) => With(new(), series);

    /// <summary>One memory of courses alone: adaptive resonance that does not see the range of the file.</summary>
    public static double[] CausalArt(NabSeries series) => With(new() { Voters = ShapeAlone, FirstStep = 6, SecondStep = 6 }, series);

    /// <summary>With other settings.</summary>
    public static double[] With(AnomalySettings settings, NabSeries series)
    {
        var detector = new AnomalyDetector(settings);
        var scores = new double[series.Values.Length];
        for (var row = 0; row < scores.Length; row++)
        {
            scores[row] = detector.Add(series.At[row], series.Values[row]).Score;
        }

        return scores;
    }

    /// <summary>The settings among which a file is left out: around those that are deployed, each as far as it may sensibly go.</summary>
    public static IEnumerable<(string Name, AnomalySettings Settings)> Choices() =>
        from limit in Limits
        from slack in Slacks
        from shift in Shifts
        from pad in Pads
        select (FormattableString.Invariant($"limit {limit}, slack {slack}, shift {shift}, pad {pad}"),
            new AnomalySettings { ShapeLimit = limit, ShiftSlack = slack, ShiftLimit = shift, ExtremePad = pad });
}
