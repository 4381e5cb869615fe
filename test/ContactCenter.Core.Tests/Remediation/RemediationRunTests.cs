using ContactCenter.Core.Remediation;
using static ContactCenter.Core.Tests.Remediation.TableStates;

namespace ContactCenter.Core.Tests.Remediation;

/// <summary>One run: what is written when, and what becomes of a loan that nobody allows any more.</summary>
public sealed class RemediationRunTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_loan_for_a_table_that_left_the_configuration_is_given_back()
    {
        var desk = new RunDesk();
        await desk.Run.RunAsync("customers", Limits, Now, Stop);
        var raised = desk.Table.Provisioned;

        var step = await desk.Run.ReturnAsync("customers", Now.AddMinutes(5), Stop);

        Assert.True(raised.Reads > 100);
        Assert.Equal(ChangeOutcome.Done, step!.Outcome);
        Assert.Equal(100, desk.Table.Provisioned.Reads);
        Assert.Null((await desk.Leases.ReadAsync("customers", Stop)).Lease);
        Assert.Null(await desk.Run.ReturnAsync("customers", Now.AddMinutes(6), Stop));
    }

    [Fact]
    public async Task A_return_that_is_refused_keeps_its_lease_and_is_tried_again()
    {
        var desk = new RunDesk();
        await desk.Run.RunAsync("customers", Limits, Now, Stop);
        desk.Table.Answers.Enqueue(ChangeOutcome.LimitExceeded);

        var refused = await desk.Run.ReturnAsync("customers", Now.AddMinutes(5), Stop);
        var kept = (await desk.Leases.ReadAsync("customers", Stop)).Lease;
        var done = await desk.Run.ReturnAsync("customers", Now.AddMinutes(6), Stop);

        Assert.Equal((ChangeOutcome.LimitExceeded, ChangeOutcome.Done), (refused!.Outcome, done!.Outcome));
        Assert.NotNull(kept);
    }

    [Fact]
    public async Task A_loan_on_a_table_that_is_gone_ends()
    {
        var desk = new RunDesk();
        await desk.Run.RunAsync("customers", Limits, Now, Stop);
        desk.Table.Exists = false;

        var step = await desk.Run.ReturnAsync("customers", Now.AddMinutes(20), Stop);

        Assert.Null(step!.Outcome);
        Assert.Null((await desk.Leases.ReadAsync("customers", Stop)).Lease);
    }

    [Fact]
    public async Task A_crash_while_everything_goes_back_leaves_the_lease()
    {
        var desk = new RunDesk();
        await desk.Run.RunAsync("customers", Limits, Now, Stop);
        desk.Table.Crashes = true;

        await Assert.ThrowsAsync<IOException>(() => desk.Run.ReturnAsync("customers", Now.AddMinutes(5), Stop));

        Assert.NotNull((await desk.Leases.ReadAsync("customers", Stop)).Lease);
    }

    [Fact]
    public async Task A_change_that_was_refused_halfway_is_on_loan_with_all_that_it_may_have_changed()
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
    public async Task A_change_that_was_refused_whole_borrows_nothing()
    {
        var desk = new RunDesk();
        desk.Table.Answers.Enqueue(ChangeOutcome.InUse);

        await desk.Run.RunAsync("customers", Limits, Now, Stop);

        Assert.Null((await desk.Leases.ReadAsync("customers", Stop)).Lease);
    }

    private sealed class RunDesk
    {
        public RunDesk() => Run = new(Table, Leases, new CapacityRemediation());

        public ThrottledTable Table { get; } = new();

        public InMemoryLeases<CapacityChange> Leases { get; } = new();

        public RemediationRun<TableState, CapacityLimits, CapacityChange> Run { get; }
    }

    /// <summary>A table that is asked for four times what it was sized for, and takes every update at once.</summary>
    private sealed class ThrottledTable : IRepairable<TableState, CapacityChange>
    {
        public Throughput Provisioned { get; private set; } = new(100, 5);

        public bool Exists { get; set; } = true;

        public bool Crashes { get; set; }

        /// <summary>As when the second of two ranges is refused.</summary>
        public bool TakesThenRefuses { get; set; }

        public Queue<ChangeOutcome> Answers { get; } = new();

        public Task<TableState> ReadAsync(string resource, DateTimeOffset now, CancellationToken cancellationToken)
        {
            var state = Table(Provisioned.Reads, [.. Level(80), 400, 400], now: now);
            return Task.FromResult(state.With(one => one with { Provisioned = Provisioned }) with { Exists = Exists });
        }

        public Task<ChangeOutcome> ApplyAsync(string resource, CapacityChange change, CancellationToken cancellationToken)
        {
            if (Crashes)
            {
                throw new IOException("the process ended");
            }

            var answer = Answers.TryDequeue(out var next) ? next : ChangeOutcome.Done;
            Provisioned = answer == ChangeOutcome.Done ? change.Update.Table ?? Provisioned : Provisioned;
            return Task.FromResult(TakesThenRefuses ? ChangeOutcome.InUse : answer);
        }
    }
}
