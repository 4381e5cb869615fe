using System.Globalization;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Forecasting.Anomalies;

/// <summary>What people are told of a value.</summary>
public static class AnomalySentence
{
    /// <summary>
    /// What was expected, what came and what stood out, in English; <see cref="Translation"/> says it in other languages. Null while
    /// nothing is known.
    /// </summary>
    /// <param name="reading">How the value looks.</param>
    /// <param name="at">When it was, by the clock of the season.</param>
    /// <param name="value">The value.</param>
    public static string? Of(in AnomalyReading reading, DateTimeOffset at, double value)
    {
        if (!reading.IsKnown)
        {
            return null;
        }

        var (low, high, when, came) = (Rounded(reading.Low), Rounded(reading.High), When(reading.Basis, at), Rounded(value));
        return Kind(reading.Kind) is { } kind
            ? value >= reading.Low && value <= reading.High
                ? Sentences.AnomalyWithin(kind, came, low, high, when)
                : Sentences.AnomalyTold(kind, low, high, when, came)
            : Sentences.AnomalyBetween(low, high, when, came);
    }

    private static string When(AnomalyBasis basis, DateTimeOffset at) => (basis, at.DayOfWeek) switch
    {
        (AnomalyBasis.Level, _) => Sentences.AnomalyAnytime,
        (AnomalyBasis.Day, _) => Sentences.AnomalyAtThisTime,
        (_, DayOfWeek.Monday) => Sentences.AnomalyOnMonday,
        (_, DayOfWeek.Tuesday) => Sentences.AnomalyOnTuesday,
        (_, DayOfWeek.Wednesday) => Sentences.AnomalyOnWednesday,
        (_, DayOfWeek.Thursday) => Sentences.AnomalyOnThursday,
        (_, DayOfWeek.Friday) => Sentences.AnomalyOnFriday,
        (_, DayOfWeek.Saturday) => Sentences.AnomalyOnSaturday,
        _ => Sentences.AnomalyOnSunday,
    };

    private static string? Kind(AnomalyKind kind) => kind switch
    {
        AnomalyKind.Shape => Sentences.AnomalyShape,
        AnomalyKind.Most => Sentences.AnomalyMost,
        AnomalyKind.Least => Sentences.AnomalyLeast,
        AnomalyKind.Above => Sentences.AnomalyAbove,
        AnomalyKind.Below => Sentences.AnomalyBelow,
        AnomalyKind.Risen => Sentences.AnomalyRisen,
        AnomalyKind.Fallen => Sentences.AnomalyFallen,
        _ => null,
    };

    /// <summary>Three digits tell as much as people want to know, and whole numbers stay whole.</summary>
    private static string Rounded(double value)
    {
        var size = Math.Abs(value);
        var step = size < 100 ? Math.Pow(10, Math.Floor(Math.Log10(Math.Max(size, 0.001))) - 2) : 1;
        var rounded = Math.Round(value / step) * step;
        return rounded.ToString(size < 100 ? "0.#####" : "#,0", CultureInfo.InvariantCulture);
    }
}
