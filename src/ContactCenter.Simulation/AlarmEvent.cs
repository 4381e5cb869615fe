using ContactCenter.Core.Monitoring.Alarms;
using ContactCenter.Simulation.Evaluation;

namespace ContactCenter.Simulation;

/// <summary>A state change with the event that carries it to the system.</summary>
/// <param name="Change">The state change.</param>
/// <param name="Json">The SNS event of a Lambda function, UTF-8.</param>
public sealed record AlarmEvent(AlarmTransition Change, ReadOnlyMemory<byte> Json)
{
    /// <summary>Name of the alarm.</summary>
    public string AlarmName => Change.Alarm.Name;

    /// <summary>The state after the change.</summary>
    public AlarmState State => Change.To;
}
