using System.Text;
using ContactCenter.Core.Configuration.Reports;
using ContactCenter.Core.Learning.Reports;

namespace ContactCenter.Core.Tests.Learning;

public sealed class ReportPlanTests
{
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("America/New_York");

    [Theory]
    [InlineData("2026-03-09T03:59:00Z", "")]
    [InlineData("2026-03-09T04:00:00Z", "week/2026-03-02")]
    [InlineData("2026-03-12T03:59:00Z", "week/2026-03-02")]
    [InlineData("2026-03-12T04:00:00Z", "")]
    [InlineData("2026-06-01T11:00:00Z", "week/2026-05-25 month/2026-05")]
    [InlineData("2026-07-02T11:00:00Z", "month/2026-06")]
    public void A_period_is_due_from_its_end_by_the_clock_of_the_center_and_for_three_days(string now, string due) => Assert.Equal(
        due, string.Join(' ', ReportPlan.Due(new ReportSettings { To = [] }, Zone, At(now)).Select(static period => period.Name)));

    [Fact]
    public void A_kind_of_period_that_nobody_wants_is_never_due()
    {
        var first = At("2026-06-01T11:00:00Z");

        Assert.Equal("month/2026-05", Assert.Single(ReportPlan.Due(new() { To = [], Weekly = false }, Zone, first)).Name);
        Assert.Equal("week/2026-05-25", Assert.Single(ReportPlan.Due(new() { To = [], Monthly = false }, Zone, first)).Name);
    }

    [Theory]
    [InlineData("""{"week": "2026-11-25"}""", "week/2026-11-23", false)]
    [InlineData("""{"month": "2026-02", "send": true}""", "month/2026-02", true)]
    public void A_request_names_any_day_of_its_period(string text, string name, bool isSent)
    {
        var request = ReportRequest.Parse(Encoding.UTF8.GetBytes(text))!;

        Assert.Equal((name, isSent), (request.In(Zone).Name, request.IsSent));
    }

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
