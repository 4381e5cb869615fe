using ContactCenter.Core.Incidents;
using ContactCenter.Core.Monitoring.Triage;

namespace ContactCenter.Embedded.World;

/// <summary>Something that the functions decided, with what it was decided about.</summary>
/// <param name="At">When.</param>
/// <param name="Decision">What was decided.</param>
/// <param name="Alarm">The alarm that it was decided about, or null.</param>
public sealed record DecidedMoment(DateTimeOffset At, Decision Decision, TriagedAlarm? Alarm = null);
