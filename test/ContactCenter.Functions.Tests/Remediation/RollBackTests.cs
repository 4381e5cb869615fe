using ContactCenter.Core.Configuration;
using ContactCenter.Core.Deployment;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Remediation.Runs;

namespace ContactCenter.Functions.Tests.Remediation;

/// <summary>A person takes back what a repair has changed, through the incident and the topic to the service.</summary>
public sealed class RollBackTests
{
    private const string Schedule = """{"source":"aws.events","detail-type":"Scheduled Event","detail":{}}""";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_goes_back_to_what_it_was_and_the_timeline_says_who_wanted_it_and_from_what_to_what()
    {
        var desk = await RaisedAsync();

        await RollBackAsync(desk);

        Assert.Equal([94, 50], desk.Lambda.Reservations);
        Assert.Null((await desk.Leases.ReadAsync("hook", Stop)).Lease);
        Assert.Contains(
            "lift-reserved-concurrency on hook: hook goes back from 94 to 50, as ann wants.", await desk.RepairsToldAsync());
    }

    [Fact]
    public async Task It_is_not_made_again_for_an_hour_although_what_it_was_for_goes_on()
    {
        var desk = await RaisedAsync();
        await RollBackAsync(desk);

        for (var i = 0; i < 3; i++)
        {
            desk.Clock.Advance(TimeSpan.FromMinutes(10));
            await desk.InvokeAsync(Schedule);
        }

        Assert.Equal([94, 50], desk.Lambda.Reservations);
        Assert.Single(await desk.RepairsToldAsync(), static text => text.Contains("is left as it is until", StringComparison.Ordinal));
    }

    [Fact]
    public async Task After_the_hour_it_may_be_repaired_again()
    {
        var desk = await RaisedAsync();
        await RollBackAsync(desk);
        desk.Clock.Advance(ResourceRemediation.RolledBackFor + TimeSpan.FromMinutes(1));

        await desk.AskAsync(new RemediateEffect(
            "x.9", desk.Incident.Id, desk.Clock.GetUtcNow(), "lift-reserved-concurrency", "hook", "function-throttled"));

        Assert.Equal([94, 50, 94], desk.Lambda.Reservations);
    }

    [Fact]
    public async Task A_refusal_of_the_service_is_tried_again_with_the_next_looks()
    {
        var desk = await RaisedAsync();
        desk.Lambda.Answers.Enqueue(ChangeOutcome.InUse);

        await RollBackAsync(desk);
        desk.Clock.Advance(TimeSpan.FromMinutes(1));
        await desk.InvokeAsync(Schedule);

        Assert.Equal([94, 50], desk.Lambda.Reservations);
    }

    [Fact]
    public async Task What_has_gone_back_cannot_be_taken_back_again_and_that_is_said()
    {
        var desk = await RaisedAsync();
        await RollBackAsync(desk);

        var again = await desk.ActAsync(PersonAction.RollBack);

        Assert.Equal("lift-reserved-concurrency hook has given back already what it had changed.", again.Refusal!.Reason);
    }

    [Fact]
    public async Task It_goes_back_also_while_repairs_are_off_because_whoever_stops_them_wants_back_what_they_have_done()
    {
        var desk = await HeldAsync(RemediationMode.Off);

        Assert.Equal([50], desk.Lambda.Reservations);
        Assert.Null((await desk.Leases.ReadAsync("hook", Stop)).Lease);
        Assert.Contains(
            "lift-reserved-concurrency on hook: hook goes back from 94 to 50, as ann wants.", await desk.RepairsToldAsync());
    }

    [Theory]
    [InlineData(RemediationMode.DryRun, false)]
    [InlineData(RemediationMode.Off, true)]
    [InlineData(RemediationMode.Act, true)]
    public async Task In_a_dry_run_and_in_shadow_nothing_goes_back(RemediationMode mode, bool isShadow)
    {
        var desk = await HeldAsync(mode, isShadow);

        Assert.Empty(desk.Lambda.Reservations);
        Assert.NotEmpty(await desk.RepairsToldAsync());
    }

    [Fact]
    public async Task What_was_failed_over_goes_back_whatever_the_mode_lets_repairs_do()
    {
        var desk = new FailOverDesk(mode: RemediationMode.Off);
        var asked = Assert.Single(await desk.OpenAsync("flow-failed", FailOverDesk.Inbound));
        desk.Flows.Value = "emergency";
        var now = desk.Clock.GetUtcNow();
        await desk.Leases(RemediationNames.EmergencyFlow).WriteAsync(
            FailOverDesk.Inbound,
            new(FailOverDesk.Inbound, new("own", "its own content"), "-", now, now.AddHours(1), now.AddHours(2), LeaseState.Held), 0, Stop);

        await desk.AskAsync(asked with { RolledBackBy = "ann" });

        Assert.Equal("own", desk.Flows.Value);
        Assert.Null((await desk.Leases(RemediationNames.EmergencyFlow).ReadAsync(FailOverDesk.Inbound, Stop)).Lease);
    }

    [Fact]
    public async Task What_cannot_be_read_now_is_told_and_goes_back_when_it_can()
    {
        var desk = new FailOverDesk();
        await desk.AskAsync(Assert.Single(await desk.OpenAsync("flow-failed", FailOverDesk.Inbound)));
        var approved = await desk.ApproveAsync();
        await desk.AskAsync(approved);
        desk.Flows.Missing = new("the flow is not there", "Deploy the flows");

        await desk.AskAsync(approved with { ApprovedBy = null, RolledBackBy = "ann" });

        Assert.Contains(
            "cannot be brought back now, and what it was is kept: the flow is not there.", desk.Incident.RepairReport, StringComparison.Ordinal);
        Assert.Equal("emergency", desk.Flows.Value);
        desk.Flows.Missing = null;
        desk.Clock.Advance(TimeSpan.FromMinutes(1));
        await desk.InvokeAsync(Schedule);
        Assert.Equal("own", desk.Flows.Value);
    }

    /// <summary>Something is held, and a person asks for it back.</summary>
    private static async Task<HealFunctionsDesk> HeldAsync(RemediationMode mode, bool isShadow = false)
    {
        var desk = new HealFunctionsDesk(mode, isShadow: isShadow);
        var repair = Assert.Single(await desk.OpenAsync("function-throttled", "hook"));
        desk.Lambda.Reserved = 94;
        var now = desk.Clock.GetUtcNow();
        await desk.Leases.WriteAsync("hook", new("hook", new(50), "-", now, now.AddHours(1), now.AddHours(2), LeaseState.Held), 0, Stop);

        await desk.AskAsync(repair with { RolledBackBy = "ann" });
        return desk;
    }

    private static async Task<HealFunctionsDesk> RaisedAsync()
    {
        var desk = new HealFunctionsDesk();
        await desk.AskAsync(Assert.Single(await desk.OpenAsync("function-throttled", "hook")));
        Assert.Equal([94], desk.Lambda.Reservations);
        return desk;
    }

    private static async Task RollBackAsync(HealFunctionsDesk desk)
    {
        var decision = await desk.ActAsync(PersonAction.RollBack);
        Assert.Null(decision.Refusal);
        await desk.AskAsync(Assert.Single(decision.Effects.OfType<RemediateEffect>()));
    }
}
