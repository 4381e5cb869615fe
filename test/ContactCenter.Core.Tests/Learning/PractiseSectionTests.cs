using ContactCenter.Core.Configuration.Reports;
using ContactCenter.Core.Learning.Reports;
using ContactCenter.Core.Notifications.Notices;
using ContactCenter.Core.Notifications.Reach;
using ContactCenter.Core.Tests.Configuration;

namespace ContactCenter.Core.Tests.Learning;

public sealed class PractiseSectionTests
{
    private static readonly ReportPeriod Period = ReportPeriod.Week(new DateOnly(2026, 11, 18), TimeZoneInfo.Utc);

    [Theory]
    [InlineData(-20, true, false)]
    [InlineData(1, true, true)]
    [InlineData(9, false, false)]
    public void Whom_tests_reached_is_told_of_a_period_and_not_of_one_that_is_long_over(int days, bool isTold, bool arrived)
    {
        var configuration = SampleConfiguration.Read();
        var reached = PeriodReport.Of(
            Period,
            new ReportSources
            {
                Configuration = configuration,
                Receipts =
                [
                    .. TestedEndpoint.All(configuration).Select(one => (one, (Receipt?)new Receipt(
                        one.Audience, one.Owner, one.Endpoint.Channel, one.Endpoint.To, Period.To.AddDays(days), NoticeOutcome.Accepted,
                        "", null, null))),
                ],
            },
            ServiceLevelFormula.AmazonConnect).Practised.Reached;

        Assert.Equal((isTold, arrived), (!reached.IsEmpty, reached.Sum(static one => one.Arrived.Met) > 0));
    }
}
