using ContactCenter.Core.Api.Incidents;
using ContactCenter.Core.Api.Queues;
using ContactCenter.Core.Common;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Monitoring.Alarms;
using ContactCenter.Web.Serving;
using ContactCenter.Web.Texts;

namespace ContactCenter.Web.Board;

/// <summary>How well customers reach somebody.</summary>
public enum ReachLevel
{
    /// <summary>As usual.</summary>
    Yes,

    /// <summary>They wait longer than is acceptable.</summary>
    Slowly,

    /// <summary>Some of them do not.</summary>
    InPart,

    /// <summary>Hardly anybody does.</summary>
    No,

    /// <summary>Nothing was measured.</summary>
    Unknown,
}

/// <summary>The answer to the one question that everybody asks first, with its reason.</summary>
/// <param name="Level">The answer.</param>
/// <param name="Why">The reason, as a sentence.</param>
public sealed record Reachability(ReachLevel Level, string Why)
{
    /// <summary>Groups of the catalog about this system itself: customers notice nothing of them.</summary>
    private static readonly HashSet<string> OwnGroups = new(StringComparer.Ordinal)
    {
        AlarmGroups.System, AlarmGroups.Account, AlarmGroups.Audit, AlarmGroups.Recordings,
    };

    /// <summary>
    /// The answer. A P1 says no and a P2 in part, because that is what they mean; then what the queues say, the worst first; what
    /// nobody has measured is no yes.
    /// </summary>
    /// <param name="incidents">What is not over.</param>
    /// <param name="queues">What goes on in the queues; null: nobody knows.</param>
    public static Reachability Of(IEnumerable<IncidentSummary> incidents, QueueList? queues)
    {
        var worst = incidents
            .Where(static one => one.Exercise is null
                && one.State != IncidentState.Mitigated
                && !OwnGroups.Contains(one.Group)
                && one.Severity <= Severity.P2)
            .OrderBy(static one => one.Severity).ThenBy(static one => one.OpenedAt).FirstOrDefault();
        if (worst is not null)
        {
            return new(
                worst.Severity == Severity.P1 ? ReachLevel.No : ReachLevel.InPart, Say.ReachIncident(worst.Subject, worst.Symptom));
        }

        QueueNow[] measured = [.. (queues?.Items ?? []).Where(static queue => queue.Waiting is not null)];
        if (measured.Length == 0)
        {
            return new(ReachLevel.Unknown, Say.ReachUnknown);
        }

        if (measured.FirstOrDefault(static queue => queue is { Staffed: 0, Waiting: > 0 }) is { } deserted)
        {
            return new(ReachLevel.InPart, Say.ReachNobodyServes(deserted.Name, $"{deserted.Waiting}"));
        }

        var slow = measured.Where(static queue => queue.OldestSeconds > queue.MaximumWaitSeconds)
            .OrderByDescending(static queue => queue.Importance == Importance.High).ThenByDescending(static queue => queue.OldestSeconds)
            .FirstOrDefault();
        return slow is not null
            ? new(ReachLevel.Slowly, Say.ReachSlow(slow.Name, Length(slow.OldestSeconds), Length(slow.MaximumWaitSeconds)))
            : new(ReachLevel.Yes, Say.ReachYes(
                $"{measured.Sum(static queue => queue.Waiting)}", Length(measured.Max(static queue => queue.OldestSeconds))));
    }

    private static string Length(double? seconds) => PageReader.Length(TimeSpan.FromSeconds(seconds ?? 0));
}
