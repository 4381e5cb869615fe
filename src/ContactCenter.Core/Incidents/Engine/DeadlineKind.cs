namespace ContactCenter.Core.Incidents.Engine;

/// <summary>What can be due, in the order in which deadlines of the same moment are handled: what ends a hold or a trouble comes before what tells people.</summary>
internal enum DeadlineKind
{
    HoldEnds,
    AlarmIsStale,
    FlappingEnds,
    QuietPeriodEnds,
    AcknowledgementExpires,
    AcknowledgeMissed,
    ResolveMissed,
    EscalationStep,
}
