namespace ContactCenter.Core.Incidents.Engine;

/// <summary>Something that will be due.</summary>
/// <param name="At">When.</param>
/// <param name="Kind">What. Of deadlines at the same time the kind that comes first is handled first.</param>
internal readonly record struct Deadline(DateTimeOffset At, DeadlineKind Kind);
