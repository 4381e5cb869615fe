using ContactCenter.Core.Incidents;
using ContactCenter.Core.Monitoring.Alarms;
using static ContactCenter.Core.Tests.Incidents.Desk;

namespace ContactCenter.Core.Tests.Incidents;

/// <summary>An incident becomes a part of another: its alarms count there, and none of them stays red where nobody hears of it.</summary>
public sealed class MergingTests
{
    private readonly Desk _desk = new();
    private readonly IncidentPipeline _pipeline;

    public MergingTests() => _pipeline = new IncidentDesk(_desk.Configuration, _desk.Store).Pipeline;

    [Fact]
    public async Task The_other_is_not_over_before_the_alarms_that_came_with_the_merge_are()
    {
        var (milder, worse) = await MergedAsync();

        _ = _desk.Ok("queue-wait-time", "Cards", 10);
        Assert.Equal(IncidentState.Open, Of(worse).State);

        _ = _desk.Ok("queue-wait-time", "Billing", 12);
        Assert.Equal((IncidentState.Mitigated, IncidentState.Resolved), (Of(worse).State, Of(milder).State));

        _ = _desk.PassTo(60);
        Assert.Equal(IncidentState.Resolved, Of(worse).State);
    }

    [Fact]
    public async Task The_other_tells_which_alarms_came_with_it()
    {
        var (_, worse) = await MergedAsync();

        var told = (await _desk.Store.TimelineAsync(worse, TestContext.Current.CancellationToken)).TakeLast(2).ToArray();

        Assert.Equal((PersonAction.TakeIn, "Ann"), (told[0].Facts!.Act, told[0].Facts!.Actor));
        Assert.Contains("queue-wait-time/Billing is red since", told[1].Text, StringComparison.Ordinal);
        Assert.Equal(2, Of(worse).Alarms);
    }

    [Fact]
    public async Task An_alarm_that_turns_red_again_while_the_other_lasts_is_told_there_and_brings_nothing_back()
    {
        var (milder, worse) = await MergedAsync();
        _ = _desk.Ok("queue-wait-time", "Billing", 10);

        var again = _desk.Red("queue-wait-time", "Billing", 14);

        Assert.Equal((worse, IncidentState.Resolved), (again.After.Incident!.Id, Of(milder).State));
    }

    [Fact]
    public async Task One_that_turns_red_when_the_other_is_over_brings_its_own_back_without_what_went_with_the_merge()
    {
        _ = _desk.Red("agent-availability", "Billing", 1);
        var (milder, worse) = await MergedAsync();
        _ = _desk.Ok("queue-wait-time", "Billing", 10);
        _ = _desk.Ok("agent-availability", "Billing", 10);
        _ = _desk.Ok("queue-wait-time", "Cards", 10);
        _ = _desk.PassTo(40);
        Assert.Equal(IncidentState.Resolved, Of(worse).State);

        _ = _desk.Red("queue-wait-time", "Billing", 45);
        Assert.Equal((IncidentState.Open, null), (Of(milder).State, Of(milder).MergedInto));

        _ = _desk.Ok("queue-wait-time", "Billing", 50);
        Assert.Equal(IncidentState.Mitigated, Of(milder).State);
    }

    [Fact]
    public async Task The_same_request_again_after_a_failure_in_between_takes_the_alarms_in_once()
    {
        var (milder, worse) = Open();
        var acted = new PersonActed(PersonAction.Merge, "Ann") { Marks = [new ActMark("k-1", At(100))] };
        var other = MergedIncident.Of((await _desk.Store.FindAsync(worse, TestContext.Current.CancellationToken))!);
        _ = await _pipeline.ActAsync(milder, acted with { Other = other }, At(5), TestContext.Current.CancellationToken);

        for (var time = 6; time < 8; time++)
        {
            _ = await _pipeline.MergeAsync(milder, worse, acted, At(time), TestContext.Current.CancellationToken);
        }

        Assert.Equal(2, Of(worse).Alarms);
        Assert.Single(
            await _desk.Store.TimelineAsync(worse, TestContext.Current.CancellationToken),
            static one => one.Facts?.Act == PersonAction.TakeIn);
    }

    [Fact]
    public async Task An_alarm_that_was_over_in_that_very_moment_is_over_in_the_other_too()
    {
        var (milder, worse) = Open();
        var acted = new PersonActed(PersonAction.Merge, "Ann") { Marks = [new ActMark("k-1", At(100))] };
        var other = MergedIncident.Of((await _desk.Store.FindAsync(worse, TestContext.Current.CancellationToken))!);
        var ended = (await _pipeline.ActAsync(milder, acted with { Other = other }, At(5), TestContext.Current.CancellationToken))!;
        _ = _desk.Ok("queue-wait-time", "Billing", 5.1);

        // it is taken in as it was read before
        var (taken, mark) = (MergedIncident.Of(ended.After), new ActMark("merge", At(100)));
        var told = acted with { Action = PersonAction.TakeIn, Other = taken, Marks = [mark] };
        _ = await _pipeline.ActAsync(worse, told, At(5.2), TestContext.Current.CancellationToken);
        _ = await _pipeline.MergeAsync(milder, worse, acted, At(5.3), TestContext.Current.CancellationToken);
        _ = _desk.Ok("queue-wait-time", "Cards", 6);

        Assert.Equal(IncidentState.Mitigated, Of(worse).State);
    }

    [Fact]
    public async Task A_message_that_is_no_alarm_ends_with_its_incident_because_it_never_tells_that_it_is_over()
    {
        _ = _desk.Red("queue-wait-time", "Cards", 0);
        var milder = _desk.Receive(new UnrecognisedMessage("free text", "The lights are out.", At(1), "m-1")).After.Incident!.Id;
        var worse = _desk.Store.All.Single(one => one.Id != milder).Id;

        _ = await _pipeline.MergeAsync(
            milder, worse, new PersonActed(PersonAction.Merge, "Ann"), At(2), TestContext.Current.CancellationToken);
        _ = _desk.Ok("queue-wait-time", "Cards", 10);

        Assert.Equal(IncidentState.Mitigated, Of(worse).State);
    }

    private (string Milder, string Worse) Open()
    {
        _ = _desk.Red("queue-wait-time", "Cards", 0);
        var worse = _desk.Store.All.Single(static one => one.Key.Resource == "Cards").Id;
        _ = _desk.Red("queue-wait-time", "Billing", 2);
        return (_desk.Store.All.Single(static one => one.Key.Resource == "Billing").Id, worse);
    }

    /// <summary>The incident of Billing became a part of that of Cards, whose importance is high.</summary>
    private async Task<(string Milder, string Worse)> MergedAsync()
    {
        var (milder, worse) = Open();
        var decision = await _pipeline.MergeAsync(
            milder, worse, new PersonActed(PersonAction.Merge, "Ann"), At(5), TestContext.Current.CancellationToken);
        Assert.Null(decision!.Refusal);
        return (milder, worse);
    }

    private Incident Of(string id) => _desk.Store.All.Single(one => one.Id == id);
}
