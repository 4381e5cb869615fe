using System.Globalization;
using ContactCenter.Core.Monitoring.Alarms;

namespace ContactCenter.Simulation.Evaluation;

/// <summary>The text that CloudWatch puts into <c>NewStateReason</c>.</summary>
internal static class StateReason
{
    public static string Write(AlarmDefinition definition, AlarmState from, AlarmState to, IReadOnlyList<Datapoint> points)
    {
        if (to is AlarmState.InsufficientData)
        {
            return $"Insufficient Data: {Count(definition.EvaluationPeriods, "datapoint was", "datapoints were")} unknown.";
        }

        var threshold = definition.AnomalyBand is null ? "Threshold Crossed" : "Thresholds Crossed";
        var missing = definition.EvaluationPeriods - points.Count;
        if (points.Count == 0)
        {
            return $"{threshold}: no datapoints were received for {Count(missing, "period", "periods")} and "
                + $"{Count(missing, "missing datapoint was", "missing datapoints were")} treated as [{Treated(definition)}].";
        }

        var crossing = to is AlarmState.Alarm;
        var named = points.Where(point => point.Breaching == crossing).ToArray();
        if (named.Length == 0)
        {
            return $"{threshold}: {Count(missing, "missing datapoint was", "missing datapoints were")} treated as [{Treated(definition)}].";
        }

        var listed = string.Join(", ", named.Select(point => $"{Number(point.Value)} ({Time(point.At)})"));
        var were = (named.Length == 1 ? "was" : "were") + (crossing ? string.Empty : " not");
        var minimum = crossing ? definition.DatapointsToAlarm : definition.EvaluationPeriods - definition.DatapointsToAlarm + 1;
        return $"{threshold}: {named.Length} out of the last {Count(points.Count, "datapoint", "datapoints")} [{listed}] {were} "
            + $"{Compared(definition)} {Limit(definition, named)} "
            + $"(minimum {Count(minimum, "datapoint", "datapoints")} for {Name(from)} -> {Name(to)} transition).";
    }

    public static string Name(AlarmState state) => state switch
    {
        AlarmState.Ok => "OK",
        AlarmState.Alarm => "ALARM",
        _ => "INSUFFICIENT_DATA",
    };

    private static string Limit(AlarmDefinition definition, Datapoint[] named) => definition.AnomalyBand is null
        ? $"the threshold ({Number(definition.Threshold)})"
        : $"the {Side(definition)} [{string.Join(", ", named.Select(point => Number(point.Limit)))}]";

    private static string Side(AlarmDefinition definition) => definition.Comparison switch
    {
        AlarmComparison.LessThanLowerThreshold => "lower thresholds",
        AlarmComparison.GreaterThanUpperThreshold => "upper thresholds",
        _ => "lower or upper thresholds",
    };

    private static string Compared(AlarmDefinition definition) => definition.Comparison switch
    {
        AlarmComparison.GreaterThanOrEqualToThreshold => "greater than or equal to",
        AlarmComparison.GreaterThanThreshold or AlarmComparison.GreaterThanUpperThreshold => "greater than",
        AlarmComparison.LessThanThreshold or AlarmComparison.LessThanLowerThreshold => "less than",
        AlarmComparison.LessThanOrEqualToThreshold => "less than or equal to",
        _ => "less than the lower or greater than",
    };

    private static string Treated(AlarmDefinition definition) => definition.MissingData switch
    {
        MissingData.Breaching => "Breaching",
        MissingData.NotBreaching => "NonBreaching",
        MissingData.Ignore => "Ignored",
        _ => "Missing",
    };

    private static string Count(int count, string one, string many) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? one : many)}");

    private static string Time(DateTimeOffset at) => at.UtcDateTime.ToString("dd/MM/yy HH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary>The service writes whole numbers with one decimal: <c>5.0</c>.</summary>
    private static string Number(double value) => value.ToString("0.0##############", CultureInfo.InvariantCulture);
}
