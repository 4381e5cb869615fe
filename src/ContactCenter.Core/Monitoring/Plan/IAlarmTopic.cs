namespace ContactCenter.Core.Monitoring.Plan;

/// <summary>The topic to which triage listens: what is published there walks the way of every alarm.</summary>
public interface IAlarmTopic
{
    /// <summary>Publishes a message in the shape in which CloudWatch publishes an alarm.</summary>
    Task PublishAsync(string message, CancellationToken cancellationToken);
}
