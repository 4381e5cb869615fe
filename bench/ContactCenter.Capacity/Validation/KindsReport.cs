using System.Globalization;
using System.Text;
using ContactCenter.Capacity.Policies;
using ContactCenter.Capacity.Traces;
using ContactCenter.Core.Remediation.Capacity;
using ContactCenter.Simulation.DynamoDb;

namespace ContactCenter.Capacity.Validation;

/// <summary>What each trace is like, how the planner fares on it, and where its money and the turned away requests go.</summary>
public static class KindsReport
{
    // The bar: a fifth of what target tracking turns away.
    private const double MaximumTurnedAway = 0.2;

    public static string Of(IEnumerable<(int Seed, Trace Trace)> traces)
    {
        ArgumentNullException.ThrowIfNull(traces);
        var (kinds, fares) = (new StringBuilder(), new StringBuilder());
        _ = kinds.AppendLine(
            CultureInfo.InvariantCulture,
            $"{"seed",4} {"trace",-28}{"peak min",9}{"peak s",8}{"10 min",8}{"daily",7}{"level",8} |{Spent} |{Spent}");
        _ = fares.AppendLine("Throttled over target tracking's (- where neither turned away anything to speak of), cost over")
            .AppendLine("target tracking's, cost over the oracle's; what paying by request costs over target tracking's, and")
            .AppendLine("what it costs at the least, alone and beside it, who knows the future and turns away a fifth as much:")
            .AppendLine(
                CultureInfo.InvariantCulture,
                $"{"seed",4} {"trace",-28}{"tracking/oracle",16}{"on demand",11}{"at the least",20} |{"alone",28} |{"beside it",28}");
        foreach (var (seed, trace) in traces)
        {
            var native = Runner.Run(trace, new TargetTracking(), seed).Score;
            var oracle = Runner.Run(trace, new Oracle(), seed).Score;
            var (alone, table) = Runner.Run(trace, new RemediationPolicy(), seed);
            var (beside, both) = Runner.Run(trace, new RemediationPolicy(new TargetTracking()), seed);
            _ = kinds.AppendLine(
                CultureInfo.InvariantCulture,
                $"{seed,4} {trace.Name,-28}{Nature(TraceNature.Of(trace))} |{Trail(table)} |{Trail(both)}");
            _ = fares.AppendLine(
                CultureInfo.InvariantCulture,
                $"{seed,4} {trace.Name,-28}{native.Dollars / oracle.Dollars,16:0.000}{trace.ByRequest(DynamoDbPrices.Default) / native.Dollars,11:0.000}{Floors(),20} |{Fares(alone)} |{Fares(beside)}");

            string Floors()
            {
                var fifth = MaximumTurnedAway * Comparison.Curable(native);
                return string.Create(
                    CultureInfo.InvariantCulture,
                    $"{CostFloor.Alone(trace, fifth) / native.Dollars:0.000}, {CostFloor.Beside(trace, fifth) / native.Dollars:0.000}");
            }

            string Fares(Score score) => Compared(Outcome.Of(seed, trace, "as it is", false, score, native, oracle));
        }

        return kinds.AppendLine().Append(fares).ToString();
    }

    private static string Spent => $"{"used",6}{"room",6}{"waits",6}{"blind",6}";

    private static string Nature(TraceNature nature) => string.Create(
        CultureInfo.InvariantCulture,
        $"{nature.PeakMinute,9:0.0}{nature.PeakSecond,8:0.0}{nature.Persistence,8:0.00}{nature.Daily,7:0.00}{nature.Level,8:0.0}");

    private static string Compared(Outcome outcome)
    {
        var ratio = outcome.IsNegligible ? "-" : outcome.Ratio.ToString("0.000", CultureInfo.InvariantCulture);
        return string.Create(CultureInfo.InvariantCulture, $"{ratio,10}{outcome.Cost,9:0.000}{outcome.Oracle,9:0.000}");
    }

    private static string Trail(SimulatedTable table)
    {
        var trail = MoneyTrail.Of(table);
        return string.Create(
            CultureInfo.InvariantCulture, $"{trail.Used,6:0.00}{trail.Room,6:0.00}{trail.Waiting,6:0.00}{trail.Blind,6:0.00}");
    }
}
