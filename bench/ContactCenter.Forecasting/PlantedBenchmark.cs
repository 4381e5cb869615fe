using System.Diagnostics;
using System.Globalization;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Monitoring.Alarms;
using ContactCenter.Core.Monitoring.Anomalies;
using ContactCenter.Core.Monitoring.Plan;
using ContactCenter.Core.Validation;
using ContactCenter.Simulation;
using ContactCenter.Simulation.Center.Description;
using ContactCenter.Simulation.Scenarios;

namespace ContactCenter.Forecasting;

/// <summary>How much is played.</summary>
/// <param name="Seeds">Seeds of each scenario.</param>
/// <param name="Weeks">Weeks that are learned before.</param>
/// <param name="Quiet">Weeks in which nothing is planted.</param>
/// <param name="Pasts">Pasts that seeds share, by turns.</param>
internal sealed record PlantedSize(int Seeds, int Weeks, int Quiet, int Pasts);

/// <summary>
/// The main yardstick: faults planted in a simulated center, told by anomalies, by bands in the manner of CloudWatch and by the thresholds
/// of the catalog; and weeks in which nothing is planted, in which nobody may be told anything. All learn the same weeks before.
/// Values of CloudWatch are there a minute after they ended, for anomalies and bands, and for the thresholds, which CloudWatch compares
/// with them; the collector's own values of queues at the end of their minute.
/// </summary>
internal static class PlantedBenchmark
{
    private static readonly string[] Scenarios = ["monday-peak", "table-throttled", "api-down", "lex-degraded"];

    private const double WeeksOfMonth = 365.25 / 7 / 12;

    public static int Run(string file, PlantedSize size, TextWriter output)
    {
        var read = ConfigurationReader.Read(File.ReadAllBytes(file));
        if (read.Configuration is not { } configuration)
        {
            output.WriteLine($"{file}: {string.Join("; ", read.Problems)}");
            return 1;
        }

        output.WriteLine(
            "| scenario | told by | most often of | found | minutes after the fault, median (nine of ten) | before the first threshold | not later "
                + "| before, if CloudWatch took no time |");
        output.WriteLine("|---|---|---|---|---|---|---|---|");
        var pasts = Enumerable.Range(0, size.Pasts).Select(past => Learn(configuration, null, Begin, size, past)).ToArray();
        foreach (var scenario in Scenarios.Select(static name => ScenarioLibrary.Find(name)!))
        {
            var told = Enumerable.Range(1, size.Seeds).Select(seed => Play(configuration, scenario, pasts[seed % pasts.Length], seed));
            Tell(scenario, [.. told], output);
        }

        Quiet(configuration, size, output);
        return 0;
    }

    /// <summary>Scenarios begin at seven, after an hour and a half in which the center fills up.</summary>
    private static readonly DateTime Begin = new(2026, 3, 2, 5, 30, 0, DateTimeKind.Unspecified);

    private static readonly DateTime Midnight = new(2026, 3, 2, 0, 0, 0, DateTimeKind.Unspecified);

    private static Learned Learn(
        ContactCenterConfiguration configuration, HabitsDescription? habits, DateTime until, PlantedSize size, int past)
    {
        var (watch, bands) = (new CenterWatch(), new HourBands());
        var end = At(configuration, until);
        foreach (var minute in CenterPast.Play(configuration, habits, end - TimeSpan.FromDays(7 * size.Weeks), end, 7919 * (past + 1)))
        {
            Add(minute, watch, bands);
            _ = watch.Decide(minute.At);
        }

        return new(watch.Save(), bands);
    }

    private static DateTimeOffset At(ContactCenterConfiguration configuration, DateTime local) =>
        new(local, TimeZoneInfo.FindSystemTimeZoneById(configuration.TimeZone).GetUtcOffset(local));

    /// <summary>The first place that bands tell, if any.</summary>
    private static AnomalyPlace? Add(CenterMinute minute, CenterWatch watch, HourBands bands)
    {
        AnomalyPlace? told = null;
        foreach (var (series, at, value) in minute.Values)
        {
            watch.Add(series, at, value);
            told = bands.Add(series, at, value) ? told ?? series.Place : told;
        }

        return told;
    }

    private static Told Play(ContactCenterConfiguration configuration, Scenario scenario, Learned past, int seed)
    {
        var alarms = AlarmPlan.For(configuration).Where(static alarm => alarm.Definition.AnomalyBand is null).ToArray();
        var simulation = new ContactCenterSimulation(
            scenario, CenterDescription.Of(NamesOfCenter.Of(configuration)), alarms, seed, normal: new());
        var reading = new MinuteReading(configuration, scenario.Habits, simulation.Watch(WatchedSeries.Of(configuration)), seed % 2);
        var (watch, bands) = (CenterWatch.Restore(past.Watch)!, past.Bands.Copy());
        var from = scenario.Faults.Min(static fault => fault.From);
        First? byWatch = null, byBands = null, byThreshold = null;
        foreach (var minute in simulation.Run(scenario.Length))
        {
            var after = (minute.At - simulation.Start - from).TotalMinutes;
            var read = reading.Read(simulation.Figures, minute.At);
            var told = Add(read, watch, bands);
            var changes = watch.Decide(read.At);
            if (after <= 0)
            {
                continue;
            }

            byBands ??= told is { } place ? new(after, Name(place)) : null;
            byWatch ??= changes.FirstOrDefault(static change => change.IsBegun) is { } begun ? new(after, Name(begun.Place)) : null;
            byThreshold ??= minute.AlarmEvents.FirstOrDefault(static one => one.Change.To is AlarmState.Alarm) is { } red
                ? new(after + WatchedSeries.MinutesLate, red.Change.Alarm.Definition.Id)
                : null;
        }

        return new(byWatch, byBands, byThreshold);
    }

    private static void Tell(Scenario scenario, Told[] told, TextWriter output)
    {
        foreach (var (who, first) in new (string, Func<Told, First?>)[]
        {
            ("anomalies", static one => one.Watch), ("bands of an hour", static one => one.Bands),
            ("thresholds", static one => one.Threshold),
        })
        {
            var found = told.Select(first).OfType<First>().ToArray();
            double[] minutes = [.. found.Select(static one => one.After).Order()];
            var earlier = told.Count(one => first(one)?.After < Threshold(one));
            var notLater = told.Count(one => first(one)?.After <= Threshold(one));
            var atOnce = told.Count(one => first(one)?.After < Threshold(one) - WatchedSeries.MinutesLate);
            var what = found.CountBy(static one => one.What).OrderByDescending(static one => one.Value).Select(static one => one.Key)
                .FirstOrDefault("-");
            var middle = $"{Number(minutes, 0.5)} ({Number(minutes, 0.05)} to {Number(minutes, 0.95)})";
            output.WriteLine(
                $"| {scenario.Name} | {who} | {what} | {Share(minutes.Length, told.Length)} | {middle} | {Share(earlier, told.Length)} "
                    + $"| {Share(notLater, told.Length)} | {Share(atOnce, told.Length)} |");
        }

        static double Threshold(Told one) => one.Threshold?.After ?? double.MaxValue;
    }

    private static string Name(AnomalyPlace place) => $"{place.Group}/{place.Resource}";

    private static void Quiet(ContactCenterConfiguration configuration, PlantedSize size, TextWriter output)
    {
        var week = ScenarioLibrary.Find("ordinary-week")!;
        var began = Stopwatch.GetTimestamp();
        var pasts = Enumerable.Range(0, size.Pasts).Select(past => Learn(configuration, week.Habits, Midnight, size, past)).ToArray();
        var (byWatch, byBands) = (0, 0);
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        var start = At(configuration, Midnight);
        for (var seed = 1; seed <= size.Quiet; seed++)
        {
            var past = pasts[seed % pasts.Length];
            var (watch, bands) = (CenterWatch.Restore(past.Watch)!, past.Bands.Copy());
            foreach (var minute in CenterPast.Play(configuration, week.Habits, start, start + week.Length, seed))
            {
                byBands += Add(minute, watch, bands) is null ? 0 : 1;
                foreach (var change in watch.Decide(minute.At).Where(static change => change.IsBegun))
                {
                    byWatch++;
                    var place = $"{change.Place.Group}/{change.Place.Resource} {change.Series[0].Series.Name}";
                    places[place] = places.GetValueOrDefault(place) + 1;
                }
            }
        }

        var months = size.Quiet / WeeksOfMonth;
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"\nIn {size.Quiet} ordinary weeks without a fault, for each center and month: anomalies {byWatch / months:0.00} "
                + $"({byWatch} in all), bands of an hour {byBands / months:0.0}. Took {Stopwatch.GetElapsedTime(began).TotalSeconds:0} s."));
        foreach (var (place, count) in places.OrderByDescending(static place => place.Value))
        {
            output.WriteLine($"- {place}: {count}");
        }
    }

    private static string Number(double[] sorted, double share) => sorted.Length == 0
        ? "-"
        : sorted[(int)Math.Round((sorted.Length - 1) * share)].ToString("0", CultureInfo.InvariantCulture);

    private static string Share(int count, int all) => string.Create(CultureInfo.InvariantCulture, $"{100.0 * count / all:0} %");

    private sealed record Learned(byte[] Watch, HourBands Bands);

    /// <summary>What told first, and how many minutes after the fault.</summary>
    private sealed record First(double After, string What);

    private sealed record Told(First? Watch, First? Bands, First? Threshold);
}
