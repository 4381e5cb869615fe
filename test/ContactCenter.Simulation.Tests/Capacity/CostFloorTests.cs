using ContactCenter.Capacity.Traces;
using ContactCenter.Capacity.Validation;

namespace ContactCenter.Simulation.Tests.Capacity;

/// <summary>What a trace costs at the least; levels are some hundredths apart.</summary>
public sealed class CostFloorTests
{
    private const int Seconds = 7200;
    private const double Level = 100;

    // Two hours of a hundred reads and a hundred writes a second.
    private const double Even = 2 * Level * (0.00013 + 0.00065);
    private const double Apart = 1.06;

    [Fact]
    public void An_even_demand_costs_what_it_asks_for_and_beside_target_tracking_its_room_too()
    {
        var trace = Trace(static _ => 1);

        Assert.InRange(CostFloor.Alone(trace, 0), Even, Apart * Even);
        Assert.InRange(CostFloor.Beside(trace, 0), 1.3 * Even, Apart * Even / 0.7);
    }

    [Fact]
    public void A_spike_is_paid_for_five_minutes_unless_it_may_be_turned_away()
    {
        var trace = Trace(static second => second is >= 3600 and < 3900 ? 10 : 1);
        var spike = Even * (1 + (9 / 24.0));

        Assert.InRange(CostFloor.Alone(trace, 0), spike, Apart * spike);

        // so many units of either kind, so that the dearer may go instead
        Assert.InRange(CostFloor.Alone(trace, 2 * 9 * Level * 300), 0.5 * Even, Even);
    }

    private static Trace Trace(Func<int, int> times)
    {
        int[] units = [.. Enumerable.Range(0, Seconds).Select(second => (int)Level * times(second))];
        return new Trace("made-100", units, units);
    }
}
