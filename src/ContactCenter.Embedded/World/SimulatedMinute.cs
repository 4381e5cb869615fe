using ContactCenter.Core.Incidents;
using ContactCenter.Simulation;

namespace ContactCenter.Embedded.World;

/// <summary>A minute of the center with what the system made of it.</summary>
/// <param name="Report">The center.</param>
/// <param name="Moments">What was decided, in order of time.</param>
public sealed record SimulatedMinute(MinuteReport Report, IReadOnlyList<DecidedMoment> Moments)
{
    /// <summary>The moments that mean something to a person who watches: not each single alarm that joined or left an incident.</summary>
    public IEnumerable<DecidedMoment> Highlights =>
        Moments.Where(moment => moment.Decision.Action != IncidentAction.Merged || moment.Decision.Effects.Count > 0);
}
