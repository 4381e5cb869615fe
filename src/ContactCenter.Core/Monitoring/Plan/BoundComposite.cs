using ContactCenter.Core.Monitoring.Alarms;

namespace ContactCenter.Core.Monitoring.Plan;

/// <summary>A composite alarm as it is deployed.</summary>
/// <param name="Definition">What it tells.</param>
/// <param name="Name">Name of the CloudWatch alarm.</param>
/// <param name="Rule">CloudWatch's alarm rule.</param>
/// <param name="Children">Names of the alarms in the rule.</param>
/// <param name="Suppressor">Name of the alarm that silences it while red, or null.</param>
/// <param name="IsPart">True for one that only gathers children for another, because a rule holds so many and no more; it tells nobody.</param>
public sealed record BoundComposite(
    CompositeDefinition Definition, string Name, string Rule, IReadOnlyList<string> Children, string? Suppressor, bool IsPart);
