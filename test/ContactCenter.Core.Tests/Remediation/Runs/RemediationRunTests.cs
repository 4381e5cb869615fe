using ContactCenter.Core.Remediation.Capacity;
using ContactCenter.Core.Remediation.Runs;
using ContactCenter.Core.Tests.Remediation.Capacity;
using ContactCenter.Simulation.Stores;
using static ContactCenter.Core.Tests.Remediation.Capacity.TableStates;

namespace ContactCenter.Core.Tests.Remediation.Runs;

/// <summary>One run: what is written when, and what becomes of a lease that nobody allows any more.</summary>
public sealed class RemediationRunTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_lease_for_a_table_that_left_the_configuration_is_given_back()
    {
        var desk = new RunDesk();
        await desk.Run.RunAsync("customers", Limits, Now, Stop);
        var raised = desk.Table.Provisioned;

        var step = await desk.Run.ReturnAsync("customers", by: null, Now.AddMinutes(5), Stop);

        Assert.True(raised.Reads > 100);
        Assert.Equal(ChangeOutcome.Done, step!.Outcome);
        Assert.Equal(100, desk.Table.Provisioned.Reads);
        Assert.Null((await desk.Leases.ReadAsync("customers", Stop)).Lease);
        Assert.Null(await desk.Run.ReturnAsync("customers", by: null, Now.AddMinutes(6), Stop));
    }

    [Fact]
    public async Task A_return_that_is_refused_keeps_its_lease_and_is_tried_again()
    {
        var desk = new RunDesk();
        await desk.Run.RunAsync("customers", Limits, Now, Stop);
        desk.Table.Answers.Enqueue(ChangeOutcome.LimitExceeded);

        var refused = await desk.Run.ReturnAsync("customers", by: null, Now.AddMinutes(5), Stop);
        var kept = (await desk.Leases.ReadAsync("customers", Stop)).Lease;
        var done = await desk.Run.ReturnAsync("customers", by: null, Now.AddMinutes(6), Stop);

        Assert.Equal((ChangeOutcome.LimitExceeded, ChangeOutcome.Done), (refused!.Outcome, done!.Outcome));
        Assert.NotNull(kept);
    }

    [Fact]
    public async Task A_lease_on_a_table_that_is_gone_ends()
    {
        var desk = new RunDesk();
        await desk.Run.RunAsync("customers", Limits, Now, Stop);
        desk.Table.Exists = false;

        var step = await desk.Run.ReturnAsync("customers", by: null, Now.AddMinutes(20), Stop);

        Assert.Null(step!.Outcome);
        Assert.Null((await desk.Leases.ReadAsync("customers", Stop)).Lease);
    }

    [Fact]
    public async Task A_crash_while_everything_goes_back_leaves_the_lease()
    {
        var desk = new RunDesk();
        await desk.Run.RunAsync("customers", Limits, Now, Stop);
        desk.Table.Crashes = true;

        await Assert.ThrowsAsync<IOException>(() => desk.Run.ReturnAsync("customers", by: null, Now.AddMinutes(5), Stop));

        Assert.NotNull((await desk.Leases.ReadAsync("customers", Stop)).Lease);
    }

    [Fact]
    public async Task A_change_that_was_refused_halfway_is_leased_with_all_that_it_may_have_changed()
    {
        var desk = new RunDesk();
        desk.Table.TakesThenRefuses = true;

        var step = await desk.Run.RunAsync("customers", Limits, Now, Stop);

        Assert.Equal(ChangeOutcome.InUse, step.Outcome);
        var lease = (await desk.Leases.ReadAsync("customers", Stop)).Lease;
        Assert.Equal(LeaseState.Held, lease!.State);
        Assert.Equal(100, lease.Undo.Update.Table!.Value.Reads);
    }

    [Fact]
    public async Task A_change_that_was_refused_whole_leases_nothing()
    {
        var desk = new RunDesk();
        desk.Table.Answers.Enqueue(ChangeOutcome.InUse);

        await desk.Run.RunAsync("customers", Limits, Now, Stop);

        Assert.Null((await desk.Leases.ReadAsync("customers", Stop)).Lease);
    }

    [Fact]
    public async Task A_state_that_was_read_before_another_run_acted_is_not_acted_on()
    {
        var desk = new RunDesk();
        var other = new RemediationRun<TableState, CapacityLimits, CapacityChange>(desk.Table, desk.Leases, new CapacityRemediation());
        desk.Table.AfterRead = () => other.RunAsync("customers", Limits, Now, Stop);

        var step = await desk.Run.RunAsync("customers", Limits, Now, Stop);

        Assert.Equal(ChangeOutcome.InUse, step.Outcome);
        Assert.Single(desk.Table.Changes);
    }

    [Fact]
    public async Task What_another_run_leases_while_a_change_is_on_its_way_is_not_forgotten()
    {
        var desk = new RunDesk();
        var theirs = new ScalableTargetChange("by-phone", CapacityKind.Write, new ScalableTarget(10, 800));
        desk.Table.AfterApply = async () =>
        {
            var (intended, version) = await desk.Leases.ReadAsync("customers", Stop);
            await desk.Leases.WriteAsync("customers", intended! with { Undo = new CapacityChange { Targets = [theirs] } }, version, Stop);
        };

        await desk.Run.RunAsync("customers", Limits, Now, Stop);

        var lease = (await desk.Leases.ReadAsync("customers", Stop)).Lease!;
        Assert.Equal(theirs, Assert.Single(lease.Undo.Targets));
        Assert.Equal((100, LeaseState.Held), (lease.Undo.Update.Table!.Value.Reads, lease.State));
    }

    [Fact]
    public async Task What_another_run_leases_while_everything_goes_back_is_not_forgotten()
    {
        var desk = new RunDesk();
        await desk.Run.RunAsync("customers", Limits, Now, Stop);
        var theirs = new ScalableTargetChange("by-phone", CapacityKind.Write, new ScalableTarget(10, 800));
        desk.Table.AfterApply = async () =>
        {
            var (held, version) = await desk.Leases.ReadAsync("customers", Stop);
            await desk.Leases.WriteAsync("customers", held! with { Undo = new CapacityChange { Targets = [theirs] } }, version, Stop);
        };

        await desk.Run.ReturnAsync("customers", by: null, Now.AddMinutes(5), Stop);

        Assert.Equal(theirs, Assert.Single((await desk.Leases.ReadAsync("customers", Stop)).Lease!.Undo.Targets));
    }

    [Fact]
    public async Task A_second_raise_under_the_same_lease_is_written_once()
    {
        var desk = new RunDesk();
        await desk.Run.RunAsync("customers", Limits, Now, Stop);
        var (_, before) = await desk.Leases.ReadAsync("customers", Stop);
        desk.Table.Asked = 1200;

        var step = await desk.Run.RunAsync("customers", Limits, Now.AddMinutes(1), Stop);

        Assert.Equal(ChangeOutcome.Done, step.Outcome);
        Assert.Equal(before + 1, (await desk.Leases.ReadAsync("customers", Stop)).Version);
    }

    [Fact]
    public async Task A_service_that_does_not_answer_is_reported_and_its_change_stays_an_intention()
    {
        var desk = new RunDesk();
        desk.Table.Answers.Enqueue(ChangeOutcome.Unavailable);
        desk.Table.AfterApply = () => Task.FromResult(desk.Table.IsUnreadable = true);

        var step = await desk.Run.RunAsync("customers", Limits, Now, Stop);

        Assert.Equal(ChangeOutcome.Unavailable, step.Outcome);
        Assert.Equal(LeaseState.Intended, (await desk.Leases.ReadAsync("customers", Stop)).Lease!.State);
    }

    private sealed class RunDesk
    {
        public RunDesk() => Run = new(Table, Leases, new CapacityRemediation());

        public ThrottledTable Table { get; } = new();

        public InMemoryLeases<CapacityChange> Leases { get; } = new();

        public RemediationRun<TableState, CapacityLimits, CapacityChange> Run { get; }
    }

    /// <summary>A table that is asked for four times what it was sized for, and takes every update at once.</summary>
    private sealed class ThrottledTable : IRemediable<TableState, CapacityChange>
    {
        public Throughput Provisioned { get; private set; } = new(100, 5);

        public bool Exists { get; set; } = true;

        public bool Crashes { get; set; }

        public bool IsUnreadable { get; set; }

        /// <summary>Reads per second of the last two minutes.</summary>
        public double Asked { get; set; } = 400;

        /// <summary>What happens once between a reading and what is made of it.</summary>
        public Func<Task>? AfterRead { get; set; }

        /// <summary>What happens once between a change and its confirmation.</summary>
        public Func<Task>? AfterApply { get; set; }

        public List<CapacityChange> Changes { get; } = [];

        /// <summary>As when the second of two ranges is refused.</summary>
        public bool TakesThenRefuses { get; set; }

        public Queue<ChangeOutcome> Answers { get; } = new();

        public async Task<TableState> ReadAsync(string resource, DateTimeOffset now, CancellationToken cancellationToken)
        {
            if (IsUnreadable)
            {
                throw new IOException("the service did not answer");
            }

            var state = Table(Provisioned.Reads, [.. Level(80), Asked, Asked], now: now);
            state = state.With(one => one with { Provisioned = Provisioned }) with { Exists = Exists };
            var after = AfterRead;
            AfterRead = null;
            await (after?.Invoke() ?? Task.CompletedTask);
            return state;
        }

        public async Task<ChangeOutcome> ApplyAsync(string resource, CapacityChange change, CancellationToken cancellationToken)
        {
            if (Crashes)
            {
                throw new IOException("the process ended");
            }

            Changes.Add(change);
            var answer = Answers.TryDequeue(out var next) ? next : ChangeOutcome.Done;
            Provisioned = answer == ChangeOutcome.Done ? change.Update.Table ?? Provisioned : Provisioned;
            var after = AfterApply;
            AfterApply = null;
            await (after?.Invoke() ?? Task.CompletedTask);
            return TakesThenRefuses ? ChangeOutcome.InUse : answer;
        }
    }
}
