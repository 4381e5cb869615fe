using System.Globalization;
using ContactCenter.Core.Common;
using ContactCenter.Core.Contacts.Numbers;
using ContactCenter.Core.Learning.Reports;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Learning.Forecasts;

/// <summary>What somebody who has one look at a forecast has to know.</summary>
public static class ForecastSentence
{
    /// <summary>The next hours, in which somebody can still be called in.</summary>
    public static readonly TimeSpan NextHours = TimeSpan.FromHours(8);

    /// <summary>The sentence: the first time at which the scheduled will hardly do, or what holds for the next hours.</summary>
    /// <param name="forecast">The forecast.</param>
    /// <param name="now">The time.</param>
    /// <param name="zone">The clock by which it is said.</param>
    public static string Of(QueueForecast forecast, DateTimeOffset now, TimeZoneInfo zone)
    {
        ArgumentNullException.ThrowIfNull(forecast);
        if (!forecast.IsKnown)
        {
            return Sentences.ForecastTooFew($"{forecast.BasedOnDays}", $"{ForecastSection.MinimumLearned}");
        }

        if (!forecast.Shortages.IsEmpty)
        {
            var first = forecast.Shortages[0];
            return Sentences.ForecastShort(
                (forecast.Target * 100).ToString("0.#", CultureInfo.InvariantCulture),
                Clock(first.Begin),
                Clock(first.End),
                $"{first.More}");
        }

        var until = HalfHours.Begin(now) + NextHours;
        var next = forecast.HalfHours.Where(half => half.At + HalfHours.Length > now && half.At < until).ToArray();

        // a plan that ends says nothing of what comes after it
        var unplanned = next.FirstOrDefault(static half => half is { Heads: > 0, Scheduled: null });
        return next.Where(half => half.ServiceLevel < forecast.Target).MinBy(static half => half.ServiceLevel) is { } tight
            ? Sentences.ForecastTight(Clock(tight.At), (100 * tight.ServiceLevel!.Value).ToString("0", CultureInfo.InvariantCulture))
            : next.TakeWhile(half => half != unplanned).Any(static half => half.Scheduled is not null)
                ? Sentences.ForecastEnough(Clock(unplanned?.At ?? until))
            : next.Max(static half => half.Heads) is > 0 and var most ? Sentences.ForecastUnscheduled($"{most}", Clock(until))
            : next.Sum(static half => half.Slot.Expected) is >= 1 and var contacts
                ? Sentences.ForecastContacts(contacts.ToString("0", CultureInfo.InvariantCulture), Clock(until))
            : Sentences.ForecastNothing(Clock(until));

        string Clock(DateTimeOffset at)
        {
            var local = TimeZoneInfo.ConvertTime(at, zone);
            return local.ToString(LocalDay.Of(now, zone) == DateOnly.FromDateTime(local.DateTime) ? "HH:mm" : "yyyy-MM-dd HH:mm",
                CultureInfo.InvariantCulture);
        }
    }
}
