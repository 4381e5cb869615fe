namespace ContactCenter.Infra.Constructs;

/// <summary>Where alarms go.</summary>
/// <param name="Alarms">ARN of the topic of alarms on customers, functions and tables.</param>
/// <param name="System">ARN of the topic of alarms on this system itself.</param>
internal sealed record AlarmTopics(string Alarms, string System);
