using System.Collections.Immutable;
using ContactCenter.Core.Configuration.Reports;
using ContactCenter.Core.Contacts.Promises;
using ContactCenter.Core.Learning.Reports;
using ContactCenter.Core.Tests.Configuration;

namespace ContactCenter.Core.Tests.Learning;

public sealed class PromiseSectionTests
{
    private static readonly ReportPeriod Period = ReportPeriod.Week(new DateOnly(2026, 11, 18), TimeZoneInfo.Utc);

    [Fact]
    public void Days_of_the_period_and_of_the_one_before_are_added_up_by_the_promises_of_the_file()
    {
        var report = Report(
            Day(8, "gone", new PromiseCount(5, 5, 5, 5, 5, 0, 0, 0, 0)),
            Day(9, "cards", new PromiseCount(4, 4, 3, 0, 0, 0, 0, 0, 0)),
            Day(16, "cards", new PromiseCount(10, 8, 6, 5, 4, 2, 1, 2, 7)),
            Day(22, "cards", new PromiseCount(1, 1, 1, 0, 0, 0, 0, 1, 5)),
            Day(23, "cards", new PromiseCount(9, 9, 9, 9, 9, 9, 9, 9, 9)));

        var section = Assert.Single(report.Promises);
        Assert.Equal(("cards", 4.2), (section.Promise, section.Satisfaction));
        Assert.Equal(new PromiseCount(11, 9, 7, 5, 4, 2, 1, 3, 12), section.Count);
        Assert.Equal(4, section.Before.Contacts);
        Assert.Equal((7.0 / 9, 0.8, 4.0), (section.Answered.Value, section.Resolved.Value, section.Rating));
    }

    [Fact]
    public void Where_nothing_was_counted_there_is_no_section() => Assert.Empty(Report().Promises);

    private static PeriodReport Report(params PromiseDay[] days) => PeriodReport.Of(
        Period,
        new ReportSources
        {
            Configuration = SampleConfiguration.Read() with
            {
                Contacts = new() { Promises = [new() { Name = "cards", Satisfaction = 4.2 }] },
            },
            Promises = days,
        },
        ServiceLevelFormula.AmazonConnect);

    private static PromiseDay Day(int day, string promise, PromiseCount count) => new(
        new DateOnly(2026, 11, day),
        ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal, [KeyValuePair.Create(promise, count)]));
}
