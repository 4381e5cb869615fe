using System.Globalization;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Configuration.Reports;
using ContactCenter.Core.Contacts.Heard;
using ContactCenter.Core.Contacts.Surveys;
using ContactCenter.Core.Learning.Reports;
using ContactCenter.Core.Validation;
using ContactCenter.Documents.Reports;
using ContactCenter.Simulation;
using ContactCenter.Simulation.Center.Description;
using ContactCenter.Simulation.Learning;

namespace ContactCenter.Replay;

/// <summary>
/// How much of a processor the report of a month takes that has a year behind it, counted and written as all of its files in two languages;
/// against the same month with two months behind it, which is what it compares.
/// <c>dotnet run -c Release --project bench/ContactCenter.Replay -- report</c>
/// </summary>
internal static class ReportOfMonth
{
    private const int Seed = 1;
    private const double MaximumSeconds = 10;
    private static readonly DateTimeOffset End = new(2026, 12, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly string[] Topics = ["card_lost", "opening_hours", "billing", "delivery", "password"];

    /// <summary>Measures; 1 where it takes longer than it may.</summary>
    public static int Run(byte[] sample)
    {
        var configuration = ConfigurationReader.Read(sample).Configuration!;
        var (year, month) = (Sources(configuration, End.AddYears(-1)), Sources(configuration, End.AddMonths(-2)));
        _ = Measured(month, configuration);
        var (ofYear, ofTwo) = (Measured(year, configuration), Measured(month, configuration));
        Console.WriteLine(Invariant(
            $"half hours {year.Queues.Count:#,##0}, alarm days {year.Alarms.Count:#,##0}, incidents {year.Incidents.Count:#,##0}, surveys {year.Surveys.Count:#,##0}"));
        Console.WriteLine(Invariant($"a month with two months behind it   {ofTwo.TotalSeconds:0.00} s of a processor (baseline)"));
        Console.WriteLine(Invariant(
            $"a month with a year behind it       {ofYear.TotalSeconds:0.00} s of a processor, {ofYear / ofTwo:0.0} of the baseline"));
        return ofYear.TotalSeconds < MaximumSeconds ? 0 : 1;
    }

    private static TimeSpan Measured(ReportSources sources, ContactCenterConfiguration configuration)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(configuration.TimeZone);
        var clock = ProcessorClock.Start();
        var report = PeriodReport.Of(ReportPeriod.Month(new DateOnly(2026, 11, 15), zone), sources, ServiceLevelFormula.AmazonConnect);
        return ReportFiles.Of("month/2026-11", report, ["en", "de"], zone).Sum(static file => file.Text.Length) > 0
            ? clock.Elapsed
            : throw new InvalidOperationException("the report is empty");
    }

    private static ReportSources Sources(ContactCenterConfiguration configuration, DateTimeOffset from)
    {
        var numbers = new CenterNumbersPast(CenterDescription.Of(NamesOfCenter.Of(configuration)), Seed).Between(from, End);
        var (alarms, incidents) = PlantedNoise.Of(Seed, from, End);
        return new ReportSources
        {
            Configuration = configuration,
            Queues = numbers.Queues,
            Profiles = numbers.Profiles,
            Alarms = alarms,
            Incidents = incidents,
            Heard = [.. Days(from).Select(static day => Topics.Aggregate(TopicDay.Empty(day), (heard, topic) =>
                heard.With(topic, new TopicCount(200, 150, topic.Length * 100)).With(topic, new ReturnCount(150, 20))))],
            Surveys =
            [
                .. Enumerable.Range(0, CustomerSection.MaximumSurveys).Select(i => new Survey(
                    $"c-{i}", 1 + (i % 5), null, configuration.Queues[i % configuration.Queues.Count].Name, Topics[i % Topics.Length],
                    End.AddMinutes(-15 * i))),
            ],
        };
    }

    private static IEnumerable<DateOnly> Days(DateTimeOffset from)
    {
        for (var day = DateOnly.FromDateTime(from.UtcDateTime); day < DateOnly.FromDateTime(End.UtcDateTime); day = day.AddDays(1))
        {
            yield return day;
        }
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
