using ContactCenter.Core.Configuration;
using ContactCenter.Core.Escalation;
using ContactCenter.Core.Monitoring.Plan;
using ContactCenter.Core.Tests.Architecture;
using ContactCenter.Core.Validation;

namespace ContactCenter.Core.Tests.Configuration;

/// <summary>A company that is not the sample: what its file says is what happens.</summary>
public sealed class EnergyCompanyTests
{
    private static readonly ConfigurationReading Reading =
        ConfigurationReader.Read(File.ReadAllBytes(Repository.File("samples", "energy.json")));

    private static ContactCenterConfiguration Company => Reading.Configuration!;

    [Fact]
    public void Its_file_is_right_and_nothing_of_a_version_before_has_to_be_told()
    {
        Assert.Empty(Reading.Problems);
        Assert.Empty(Reading.Notices);
    }

    [Fact]
    public void Nothing_in_it_is_asked_about() =>
        Assert.Empty(ConfigurationQuestions.About(Company, new DateTimeOffset(2026, 11, 29, 0, 0, 0, TimeSpan.Zero)));

    [Theory]
    [InlineData("2026-03-03T02:00:00Z", "Li Wei", "Aisha Rahman")]
    [InlineData("2026-03-03T10:00:00Z", "Claire Martin", "Hugo Bernard")]
    [InlineData("2026-03-03T19:00:00Z", "Noah Tremblay", "Emma Roy")]
    public void Whoever_is_awake_is_on_call(string at, string one, string other) => Assert.Contains(
        new OnCallSchedule(Company.OnCall["follow-the-sun"], Company.TimeZone).At(DateTimeOffset.Parse(at, null))!.Participant.Name,
        new[] { one, other });

    [Theory]
    [InlineData("Bills Paris", "2026-03-03T07:30:00Z", true)]
    [InlineData("Bills Toronto", "2026-03-03T07:30:00Z", false)]
    [InlineData("Bills Singapore", "2026-03-03T01:30:00Z", true)]
    [InlineData("Bills Toronto", "2026-07-01T15:00:00Z", false)]
    [InlineData("Bills Paris", "2026-12-24T13:00:00Z", false)]
    [InlineData("Outages Toronto", "2026-12-25T03:00:00Z", true)]
    public void Each_queue_is_served_by_its_own_clock(string queue, string at, bool isOpen) =>
        Assert.Equal(isOpen, new BusinessCalendar(Company).IsOpen(queue, DateTimeOffset.Parse(at, null)));

    [Fact]
    public void Names_stand_for_addresses() => Assert.Equal("Claire Martin", new NamesOfPeople(Company).Of("+33612345671"));

    [Fact]
    public void The_estimate_of_its_cost_is_the_sum_of_what_it_is_made_of()
    {
        var lines = CostEstimate.For(Company);

        Assert.Equal($"{(15 * 12) + (8 * 3) + 10} idle, 370 in use", lines.Single(static line => line.What == "own metrics").Quantity);
        Assert.All(lines, static line => Assert.True(line.Busy >= line.Idle, line.What));
    }
}
