using ContactCenter.Core.Monitoring.Alarms;

namespace ContactCenter.Infra.Constructs;

/// <summary>Where alarms go.</summary>
/// <param name="Alarms">ARN of the topic of alarms on customers, functions and tables.</param>
/// <param name="System">ARN of the topic of alarms on this system itself.</param>
internal sealed record AlarmTopics(string Alarms, string System)
{
    /// <summary>
    /// The topics that an alarm tells. A change that takes sight or protection away goes both ways: the pipeline keeps it as an incident,
    /// and people hear of it also when the change was what silenced the pipeline.
    /// </summary>
    public string[] Of(AlarmScope scope) => scope switch
    {
        AlarmScope.System => [System],
        AlarmScope.Trail => [Alarms, System],
        _ => [Alarms],
    };
}
