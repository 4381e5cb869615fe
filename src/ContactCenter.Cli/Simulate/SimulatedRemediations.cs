using ContactCenter.Core.Configuration;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Remediation.Capacity;
using ContactCenter.Core.Remediation.Runs;
using ContactCenter.Simulation;

namespace ContactCenter.Cli.Simulate;

/// <summary>Carries repairs out on the simulated center, once when they are asked for and then every minute until nothing is borrowed any more.</summary>
internal sealed class SimulatedRemediations(ContactCenterSimulation center, ContactCenterConfiguration configuration)
{
    private readonly CapacityRemediator _healer =
        new(new SimulatedTables(center), new InMemoryLeases<CapacityChange>(), new CapacityRemediation(), new InMemoryRemediationLog());
    private readonly Dictionary<string, string> _incidentByTable = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _lastText = new(StringComparer.Ordinal);
    private readonly List<string> _log = [];

    /// <summary>What was changed, in sentences.</summary>
    public IReadOnlyList<string> Log => _log;

    /// <summary>Takes a repair on.</summary>
    public void Ask(RemediateEffect repair)
    {
        if (repair.Remediation == CapacityRemediation.RegistryEntry.Name)
        {
            _incidentByTable[repair.Target.Split('/')[0]] = repair.IncidentId;
        }
    }

    /// <summary>Runs what is taken on; gives what is new, for the incidents that asked.</summary>
    public async Task<IReadOnlyList<(string IncidentId, RemediationReported Report)>> RunAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var reports = new List<(string, RemediationReported)>();
        foreach (var (table, incidentId) in _incidentByTable.ToArray())
        {
            if (configuration.Tables.FirstOrDefault(known => known.Name == table) is not { } settings || CapacityLimits.Of(settings) is not { } limits)
            {
                _incidentByTable.Remove(table);
                continue;
            }

            var healing = await _healer.RunAsync(table, limits, now, cancellationToken);
            if (healing is { IsChanged: false, HoldsLease: false, Kind: PlanKind.Nothing } && healing.Verdict != RemediationVerdict.TooEarly)
            {
                _incidentByTable.Remove(table);
            }

            if (healing.IsChanged)
            {
                _log.Add(healing.Text);
            }

            if ((healing.IsChanged || healing.PeopleMust is not null) && _lastText.GetValueOrDefault(table) != healing.Text)
            {
                _lastText[table] = healing.Text;
                reports.Add((incidentId, new RemediationReported(CapacityRemediation.RegistryEntry.Name, table, healing.PeopleMust is null, healing.Text)));
            }
        }

        return reports;
    }
}
