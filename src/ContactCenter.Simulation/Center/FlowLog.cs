using ContactCenter.Core.Deployment;

namespace ContactCenter.Simulation.Center;

/// <summary>What metric filters count in the log of all flows; flows without a log have none.</summary>
internal sealed class FlowLog(MetricPublisher publisher, string? @namespace)
{
    private readonly MinuteCounter? _errors = Of(publisher, @namespace, OwnMetricNames.FlowLogErrors);
    private readonly MinuteCounter? _hooks = Of(publisher, @namespace, OwnMetricNames.FlowLogHookFailures);

    /// <summary>A function that a block asked gave no answer.</summary>
    public void CountHook()
    {
        _errors?.Add();
        _hooks?.Add();
    }

    public void Publish(long minute)
    {
        _errors?.Publish(minute, alsoZero: true);
        _hooks?.Publish(minute, alsoZero: true);
    }

    private static MinuteCounter? Of(MetricPublisher publisher, string? @namespace, string name) =>
        @namespace is null ? null : new MinuteCounter(publisher.Series(@namespace, name));
}
