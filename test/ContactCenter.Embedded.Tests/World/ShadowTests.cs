using ContactCenter.Core.Configuration;
using ContactCenter.Core.Incidents;
using ContactCenter.Embedded.Tests.Field;
using ContactCenter.Embedded.World;
using ContactCenter.Simulation.Scenarios;

namespace ContactCenter.Embedded.Tests.World;

/// <summary>A deployment in shadow decides everything, and nothing leaves it.</summary>
public sealed class ShadowTests
{
    private static readonly ContactCenterConfiguration Shadow = Sample.Configuration with { Shadow = true };

    [Fact]
    public async Task A_storm_is_decided_as_it_would_be_and_nobody_is_told()
    {
        using var told = await FieldReplay.OfAsync(FieldReplay.Text("storm-hides-p1.json"));
        using var shadow = await FieldReplay.OfAsync(FieldReplay.Text("storm-hides-p1.json"), Shadow);

        Assert.NotEmpty(told.Told);
        Assert.Empty(shadow.Told);
        Assert.Equal(
            told.Opened.Select(static incident => (incident.Subject, incident.Severity)),
            shadow.Opened.Select(static incident => (incident.Subject, incident.Severity)));
    }

    [Fact]
    public async Task The_timeline_says_who_would_have_been_told()
    {
        using var shadow = await FieldReplay.OfAsync(FieldReplay.Text("storm-hides-p1.json"), Shadow);

        Assert.Contains(
            "In shadow: on-call would have been told by Sms (+4915112345678).",
            shadow.Decided.SelectMany(static moment => moment.Decision.Timeline).Select(static line => line.Text));
    }

    [Fact]
    public async Task A_repair_says_what_it_would_have_done_and_does_not_do_it()
    {
        using var system = new SimulatedSystem(Shadow, ScenarioLibrary.Find("table-throttled")!, seed: 1);
        for (var minute = 0; minute < 70; minute++)
        {
            _ = await system.AdvanceAsync(TestContext.Current.CancellationToken);
        }

        var lines = new List<TimelineEvent>();
        foreach (var incident in system.Store.All)
        {
            lines.AddRange(await system.Store.TimelineAsync(incident.Id, TestContext.Current.CancellationToken));
        }

        Assert.Empty(system.Messages);
        Assert.Empty(system.Remediations);
        Assert.Contains(lines, static line => line.Text.Contains("Dry run, nothing was done.", StringComparison.Ordinal));
    }
}
