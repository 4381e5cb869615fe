using ContactCenter.Core.Common;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Deployment;
using ContactCenter.Core.Incidents;
using ContactCenter.Embedded.World;
using ContactCenter.Simulation.Center;
using ContactCenter.Simulation.Center.Description;
using ContactCenter.Simulation.Evaluation;
using ContactCenter.Simulation.Scenarios;

namespace ContactCenter.Embedded.Tests.World;

/// <summary>Synthetic contacts in a center at night, when hardly a customer is there to fail.</summary>
public sealed class SyntheticScenarioTests
{
    private const int BrokenAt = 40;
    private const int Length = 150;

    /// <summary>A holiday on which nobody calls.</summary>
    private static readonly HabitsDescription Nobody = new()
    {
        Holidays = new HashSet<DateOnly> { new(2026, 3, 3) },
        HolidayShare = 0,
    };

    private static readonly string Inbound = DeploymentNames.Of(Sample.Configuration).Flow(SystemFlows.Inbound);

    [Theory]
    [InlineData(FaultKind.BotFails, null, "before the bot listened", true)]
    [InlineData(FaultKind.FlowFails, "inbound", "before the greeting was heard", false)]
    public async Task What_breaks_at_night_is_told_with_its_step_before_any_metric_tells_it(
        FaultKind kind, string? flow, string step, bool doCustomersCall)
    {
        var fault = new FaultWindow(
            kind, flow is null ? null : Inbound, TimeSpan.FromMinutes(BrokenAt), TimeSpan.FromMinutes(60), 1, "broken");
        using var with = await PlayAsync(Sample.Configuration with { Synthetic = new() }, doCustomersCall, fault);
        using var without = await PlayAsync(Sample.Configuration, doCustomersCall, fault);

        var told = Assert.Single(First(with), static incident => incident.Runbook == "synthetic-contact-fails"
            && incident.Key.Resource == Inbound);
        Assert.Equal(Severity.P1, told.Severity);
        Assert.Contains(step, told.Description, StringComparison.Ordinal);
        Assert.InRange(told.OpenedAt - with.Start, TimeSpan.FromMinutes(BrokenAt), TimeSpan.FromMinutes(BrokenAt + 27));
        Assert.All(First(without), incident => Assert.True(incident.OpenedAt > told.OpenedAt, $"{incident.Subject} {incident.OpenedAt:t}"));
    }

    [Fact]
    public async Task What_works_again_ends_the_incident()
    {
        using var system = await PlayAsync(
            Sample.Configuration with { Synthetic = new() },
            doCustomersCall: true,
            new FaultWindow(FaultKind.BotFails, null, TimeSpan.FromMinutes(20), TimeSpan.FromMinutes(20), 1, "broken"));

        Assert.NotEmpty(First(system));
        Assert.All(
            system.Store.All.Where(static incident => incident.Runbook == "synthetic-contact-fails"),
            static incident => Assert.Equal(IncidentState.Resolved, incident.State));
    }

    [Fact]
    public async Task A_night_on_which_nothing_breaks_is_a_quiet_one()
    {
        using var system = await PlayAsync(Sample.Configuration with { Synthetic = new() }, doCustomersCall: true);

        Assert.DoesNotContain(system.Store.All, static incident => incident.Runbook.StartsWith("synthetic", StringComparison.Ordinal));
    }

    private static Incident[] First(SimulatedSystem system) =>
        [.. system.Store.All.Where(static incident => incident.Severity <= Severity.P2).OrderBy(static incident => incident.OpenedAt)];

    private static async Task<SimulatedSystem> PlayAsync(
        ContactCenterConfiguration configuration, bool doCustomersCall, params FaultWindow[] faults)
    {
        var night = OrdinaryWeek.Scenario with
        {
            StartLocal = new DateTime(2026, 3, 3, 1, 30, 0, DateTimeKind.Unspecified),
            Planted = [],
            Faults = faults,
            Habits = doCustomersCall ? OrdinaryWeek.Scenario.Habits : Nobody,
        };
        var system = new SimulatedSystem(configuration, night, seed: 1, new AnomalyModel());
        for (var minute = 0; minute < Length; minute++)
        {
            _ = await system.AdvanceAsync(TestContext.Current.CancellationToken);
        }

        return system;
    }
}
