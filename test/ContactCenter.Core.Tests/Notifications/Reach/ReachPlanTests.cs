using ContactCenter.Core.Configuration;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Notifications.Reach;

namespace ContactCenter.Core.Tests.Notifications.Reach;

/// <summary>Who is tested when: once a week, by day, each by their own clock.</summary>
public sealed class ReachPlanTests
{
    private static readonly ReachTestSettings Weekly = new();

    [Theory]
    [InlineData("Europe/Berlin", "2026-03-03T09:59:00Z", false, "Tuesday 10:59 there")]
    [InlineData("Europe/Berlin", "2026-03-03T10:00:00Z", true, "Tuesday 11:00 there")]
    [InlineData("Asia/Singapore", "2026-03-03T03:00:00Z", true, "Tuesday 11:00 there")]
    [InlineData("Asia/Singapore", "2026-03-03T13:00:00Z", false, "Tuesday 21:00 there")]
    [InlineData("Asia/Singapore", "2026-03-04T00:30:00Z", true, "Wednesday 08:30 there: made up by day")]
    [InlineData("America/Los_Angeles", "2026-03-03T18:59:00Z", false, "Tuesday 10:59 there")]
    [InlineData("America/Los_Angeles", "2026-03-03T19:00:00Z", true, "Tuesday 11:00 there")]
    [InlineData("Europe/Berlin", "2026-03-05T11:00:00Z", false, "Thursday: more than two days late")]
    [InlineData("Europe/Berlin", "2026-03-02T12:00:00Z", false, "Monday: not its day")]
    public void A_test_arrives_by_day_where_it_is_read(string zone, string now, bool isDue, string why) =>
        Assert.True(isDue == ReachPlan.IsDue(Weekly, Reader.Of("en", zone), last: null, At(now)), why);

    [Theory]
    [InlineData("2026-03-03T10:00:00Z", false)]
    [InlineData("2026-03-03T09:59:59Z", true)]
    [InlineData("2026-02-24T10:00:00Z", true)]
    public void It_comes_once_a_week(string last, bool isDue) =>
        Assert.Equal(isDue, ReachPlan.IsDue(Weekly, Reader.Of("en", "Europe/Berlin"), At(last), At("2026-03-03T14:00:00Z")));

    [Fact]
    public void Nobody_is_tested_where_it_is_switched_off() => Assert.False(
        ReachPlan.IsDue(Weekly with { Enabled = false }, Reader.Anybody, last: null, At("2026-03-03T12:00:00Z")));

    [Fact]
    public void Every_hour_of_a_year_gives_each_reader_fifty_two_tests_and_none_at_night()
    {
        foreach (var zone in new[] { "Europe/Berlin", "America/New_York", "Asia/Kolkata", "Pacific/Auckland", "Pacific/Honolulu" })
        {
            var (reader, tests, last) = (Reader.Of("en", zone), 0, (DateTimeOffset?)null);
            for (var hour = 0; hour < 364 * 24; hour++)
            {
                var now = At("2026-01-05T00:20:00Z").AddHours(hour);
                if (ReachPlan.IsDue(Weekly, reader, last, now))
                {
                    Assert.InRange(TimeZoneInfo.ConvertTime(now, reader.Zone!).Hour, 8, 19);
                    (last, tests) = (now, tests + 1);
                }
            }

            Assert.Equal(52, tests);
        }
    }

    [Fact]
    public void A_schedule_is_whoever_is_on_call_and_with_everyone_all_of_them()
    {
        var configuration = People.Center();
        var policy = new IncidentDesk(configuration, new Simulation.Stores.InMemoryIncidentStore()).Policy;
        var now = At("2026-03-03T12:00:00Z");

        Assert.Equal(["ann@example.com", "+491511234567"], Asked(everyone: false));
        Assert.Equal(["ann@example.com", "+491511234567", "ben@example.com"], Asked(everyone: true));
        return;

        string[] Asked(bool everyone) =>
        [
            .. ReachPlan.Asked(configuration, policy, new ReachRequest("1", "engineers", everyone, "eve", now), now)
                .Select(static one => one.Endpoint.To),
        ];
    }

    [Fact]
    public void One_channel_of_Slack_in_two_audiences_is_tested_once_and_one_address_by_each_topic()
    {
        var slack = new Endpoint { Channel = Channel.Slack, To = "#ops", Secret = "s" };
        var mail = new Endpoint { Channel = Channel.Email, To = "ops@example.com" };
        var configuration = People.Center() with
        {
            OnCall = new Dictionary<string, OnCallSettings>(),
            Audiences = new Dictionary<string, IReadOnlyList<Endpoint>>
            {
                ["ops"] = [slack, mail],
                ["leads"] = [slack with { To = "OPS" }, mail],
            },
        };

        Assert.Equal(
            ["ops Slack", "ops Email", "leads Email"],
            TestedEndpoint.All(configuration).Select(static one => $"{one.Audience} {one.Endpoint.Channel}"));
    }

    private static DateTimeOffset At(string at) => DateTimeOffset.Parse(at, System.Globalization.CultureInfo.InvariantCulture);
}
