using ContactCenter.Core.Incidents;
using ContactCenter.Embedded.Texts;
using ContactCenter.Simulation;

namespace ContactCenter.Embedded.Faults.RunTime;

/// <summary>
/// Repairs in place of the deployed ones: some wait for a person, all hold what they have changed until somebody wants it back. The
/// promise: what a person approves or rolls back reaches the repair once, with who it was, and nothing does in the name of somebody who was
/// refused.
/// </summary>
internal sealed class FaultyRemediations(SeededRandom random, VirtualClock clock)
{
    private readonly Dictionary<string, RemediateEffect> _asked = new(StringComparer.Ordinal);

    /// <summary>What a repair that is asked for reports, and when; null when it was asked for the same already.</summary>
    public (DateTimeOffset At, RemediationReported Report)? Asked(RemediateEffect effect)
    {
        if (!_asked.TryAdd(effect.Id, effect))
        {
            return null;
        }

        var waits = effect is { ApprovedBy: null, RolledBackBy: null } && random.Chance(0.6);
        var report = new RemediationReported(
            effect.Remediation, effect.Target, Helped: true, waits ? "It waits." : effect.RolledBackBy is null ? "Raised." : "Given back.")
        {
            NeedsApproval = waits,
            HoldsLease = !waits && effect.RolledBackBy is null,
        };
        return (clock.Now + TimeSpan.FromSeconds(1 + (20 * random.Next())), report);
    }

    /// <summary>What was promised and not kept.</summary>
    /// <param name="done">What people did and were answered: by person the act.</param>
    public IEnumerable<string> Violations(IReadOnlyDictionary<string, string> done)
    {
        foreach (var (person, act) in done.Where(static one => one.Value is IncidentActs.Approve or IncidentActs.RollBack))
        {
            var times = _asked.Values.Count(effect => (act == IncidentActs.Approve ? effect.ApprovedBy : effect.RolledBackBy) == person);
            if (times != 1)
            {
                yield return Promises.ReachedRepair(act, person, $"{times}");
            }
        }

        foreach (var effect in _asked.Values)
        {
            if ((effect.ApprovedBy ?? effect.RolledBackBy) is { } person && !done.ContainsKey(person))
            {
                yield return Promises.InNameOfRefused(effect.Id, person);
            }
        }
    }
}
