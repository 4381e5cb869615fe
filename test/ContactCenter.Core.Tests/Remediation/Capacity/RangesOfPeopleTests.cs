using ContactCenter.Core.Remediation.Capacity;
using ContactCenter.Core.Remediation.Runs;
using static ContactCenter.Core.Tests.Remediation.Capacity.TableStates;

namespace ContactCenter.Core.Tests.Remediation.Capacity;

/// <summary>What people change of a range of Application Auto Scaling while it is leased is theirs.</summary>
public sealed class RangesOfPeopleTests
{
    private static readonly CapacityRemediation Remediation = new();
    private static readonly ScalableTarget Own = new(10, 800);
    private static readonly ScalableTarget Raised = new(520, 800);
    private static readonly DateTimeOffset Later = Now.AddMinutes(20);

    [Fact]
    public void A_raise_remembers_what_it_registers()
    {
        var plan = Remediation.Plan(
            Table(100, [.. Level(80), 400, 400]).With(static r => r with { ReadTarget = Own }), Limits, null, Now);

        var lent = Assert.Single(plan.Lease!.Undo.Targets);
        Assert.Equal((Own, Assert.Single(plan.Change!.Targets).Target, Own), (lent.Target, lent.Registered, lent.Replaced));
    }

    [Theory]
    [InlineData(520, 900, 10, 900)] // a higher maximum
    [InlineData(520, 600, 10, 600)] // a lower one, which is none of ours that is held down
    [InlineData(30, 800, 30, 800)] // a minimum: nothing of ours is left
    [InlineData(30, 900, 30, 900)]
    public void What_they_have_changed_stays_and_the_rest_goes_back(long minimum, long maximum, long backMinimum, long backMaximum)
    {
        var (now, back) = (new ScalableTarget(minimum, maximum), new ScalableTarget(backMinimum, backMaximum));

        var told = Plan(now, Lease());

        Assert.Equal((null, true), (told.Change, told.IsNews));
        Assert.StartsWith(
            "Somebody has changed a range in which Application Auto Scaling works on table customers", told.Reason, StringComparison.Ordinal);
        if (told.Lease is null)
        {
            Assert.Equal(back, now);
            return;
        }

        var given = Plan(now, told.Lease);
        Assert.Equal((back, null), (Assert.Single(given.Change!.Targets).Target, given.Lease));
    }

    [Fact]
    public void Who_rolls_back_gets_back_only_what_is_ours() => Assert.Equal(
        new ScalableTarget(10, 900),
        Assert.Single(Remediation.Return(State(new ScalableTarget(520, 900)), Lease())!.Targets).Target);

    [Theory]
    [InlineData(520, 800)] // as we registered it
    [InlineData(10, 800)] // as it was before all
    [InlineData(300, 800)] // as it was before our last change, which the service may not have taken
    public void What_we_have_registered_ourselves_is_not_taken_for_theirs(long minimum, long maximum) =>
        Assert.False(Plan(new ScalableTarget(minimum, maximum), Lease()).IsNews);

    [Fact]
    public void A_lease_from_before_it_was_remembered_goes_back_as_it_did()
    {
        var old = Lease() with { Undo = new CapacityChange { Targets = [new ScalableTargetChange(null, CapacityKind.Read, Own)] } };

        Assert.Equal(Own, Assert.Single(Plan(new ScalableTarget(520, 900), old).Change!.Targets).Target);
    }

    [Fact]
    public void A_crash_between_the_change_and_its_confirmation_makes_nothing_theirs()
    {
        var earlier = Lease().Undo;
        var later = new CapacityChange
        {
            Targets = [earlier.Targets[0] with { Target = Raised, Registered = new ScalableTarget(700, 800), Replaced = Raised }],
        };

        var intended = Remediation.Join(earlier, later).Targets[0];

        Assert.Equal((Own, new ScalableTarget(700, 800), Raised), (intended.Target, intended.Registered, intended.Replaced));
    }

    private static RemediationPlan<CapacityChange> Plan(ScalableTarget range, RemediationLease<CapacityChange> lease) =>
        Remediation.Plan(State(range), Limits, lease, Later);

    private static TableState State(ScalableTarget range) =>
        Table(120, Level(80), now: Later).With(r => r with { ReadTarget = range });

    private static RemediationLease<CapacityChange> Lease() => new(
        "customers",
        new CapacityChange
        {
            Targets =
            [
                new ScalableTargetChange(null, CapacityKind.Read, Own) { Registered = Raised, Replaced = new ScalableTarget(300, 800) },
            ],
        },
        "demand", Now, Now.AddMinutes(30), Now.AddHours(24), LeaseState.Held);
}
