using ContactCenter.Core.Monitoring.Alarms;

namespace ContactCenter.Simulation.Evaluation;

/// <summary>
/// CloudWatch's M-of-N and missing-data rules (user guide, "Configuring how CloudWatch alarms treat missing data").
/// Datapoints are true when they breach, false when they do not, null when they are missing; oldest first.
/// </summary>
public static class DatapointRules
{
    /// <summary>
    /// How many datapoints are looked at for N evaluation periods. The guide says that it is more than N, shows 5 for N = 3, and says
    /// that the figure varies with the length of the period, without giving it. Here it is two more for periods of a minute and none
    /// more for longer ones, where reaching back would bring old breaches up again as the period slides.
    /// </summary>
    public static int EvaluationRange(int evaluationPeriods, TimeSpan period) =>
        period > TimeSpan.FromMinutes(1) ? evaluationPeriods : evaluationPeriods + 2;

    /// <summary>The state that follows.</summary>
    /// <param name="range">The datapoints of the evaluation range, oldest first.</param>
    /// <param name="datapointsToAlarm">M.</param>
    /// <param name="evaluationPeriods">N.</param>
    /// <param name="missingData">What a missing datapoint counts as.</param>
    /// <param name="current">The state until now.</param>
    public static AlarmState Decide(
        ReadOnlySpan<bool?> range, int datapointsToAlarm, int evaluationPeriods, MissingData missingData, AlarmState current)
    {
        var (real, breaching) = Count(range, evaluationPeriods);
        if (real >= evaluationPeriods || breaching >= datapointsToAlarm)
        {
            return breaching >= datapointsToAlarm ? AlarmState.Alarm : AlarmState.Ok;
        }

        // Fewer real datapoints than N: the rest is filled, and as few as possible.
        var filled = evaluationPeriods - real;
        return missingData switch
        {
            MissingData.NotBreaching => AlarmState.Ok,
            MissingData.Breaching => breaching + filled >= datapointsToAlarm ? AlarmState.Alarm : AlarmState.Ok,
            MissingData.Missing when real == 0 => AlarmState.InsufficientData,
            MissingData.Missing when IsPremature(range, datapointsToAlarm) => AlarmState.Alarm,

            // Breaching datapoints and nothing else, but too few and too fresh: no ground to change the state, either way.
            _ => real > breaching ? AlarmState.Ok : current,
        };
    }

    /// <summary>
    /// How many of the most recent real datapoints, at most <paramref name="maximum"/>, there are, and how many of them breach.
    /// </summary>
    private static (int Real, int Breaching) Count(ReadOnlySpan<bool?> range, int maximum)
    {
        var real = 0;
        var breaching = 0;
        for (var i = range.Length - 1; i >= 0 && real < maximum; i--)
        {
            real += range[i] is null ? 0 : 1;
            breaching += range[i] is true ? 1 : 0;
        }

        return (real, breaching);
    }

    /// <summary>
    /// The oldest real datapoint breaches, is at least M periods old, and all newer ones breach or are missing: the alarm does not
    /// wait for datapoints that may never come.
    /// </summary>
    private static bool IsPremature(ReadOnlySpan<bool?> range, int datapointsToAlarm)
    {
        var age = 0;
        for (var i = range.Length - 1; i >= 0; i--)
        {
            if (range[i] is false)
            {
                return false;
            }

            age = range[i] is true ? range.Length - i : age;
        }

        return age >= datapointsToAlarm;
    }
}
