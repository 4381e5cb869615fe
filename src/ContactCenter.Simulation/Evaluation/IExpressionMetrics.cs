namespace ContactCenter.Simulation.Evaluation;

/// <summary>The datapoints that an expression reads, by the position of the metric in the alarm.</summary>
public interface IExpressionMetrics
{
    /// <summary>The first minute that was fetched; <c>FILL(x, REPEAT)</c> does not look further back.</summary>
    long Earliest { get; }

    /// <summary>Minutes from one datapoint of the expression to the next.</summary>
    int StepMinutes { get; }

    /// <summary>The datapoint of a metric that starts at a minute, or null.</summary>
    double? Read(int metric, long minute);

    /// <summary>The period of a metric.</summary>
    TimeSpan Period(int metric);

    /// <summary>The service quota that a metric counts against, or null when it counts against none.</summary>
    double? Quota(int metric);
}
