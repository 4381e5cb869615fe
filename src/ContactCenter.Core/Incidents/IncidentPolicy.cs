using System.Collections.Immutable;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Escalation;

namespace ContactCenter.Core.Incidents;

/// <summary>What a configuration says about incidents, in the form in which decisions need it.</summary>
public sealed class IncidentPolicy
{
    private readonly BySeverity<SlaSettings> _sla;
    private readonly Dictionary<Severity, EscalationPolicy> _escalation;
    private readonly IReadOnlyDictionary<string, IReadOnlyList<Endpoint>> _audiences;
    private readonly ImmutableArray<MaintenanceWindow> _maintenance;
    private readonly string _runbookUrl;

    /// <summary>The policy of a configuration.</summary>
    public IncidentPolicy(ContactCenterConfiguration configuration)
    {
        _sla = configuration.Sla;
        _escalation = Enum.GetValues<Severity>()
            .ToDictionary(severity => severity, severity => EscalationPolicy.From(configuration.Escalation[severity]));
        _audiences = configuration.Audiences;
        _maintenance = [.. configuration.Maintenance.Select(MaintenanceWindow.Of)];
        _runbookUrl = configuration.RunbookUrl;
        Settings = configuration.Incidents;
        Scope = $"{configuration.Environment}, {configuration.Instance.Alias}, {configuration.Instance.Region}";
    }

    /// <summary>Periods and limits.</summary>
    public IncidentSettings Settings { get; }

    /// <summary>Environment, instance and Region, for messages.</summary>
    public string Scope { get; }

    /// <summary>Promised times.</summary>
    public SlaSettings Sla(Severity severity) => _sla[severity];

    /// <summary>Who is told when.</summary>
    public EscalationPolicy Escalation(Severity severity) => _escalation[severity];

    /// <summary>The endpoints of an audience; empty when there is no such audience.</summary>
    public IReadOnlyList<Endpoint> Endpoints(string audience) => _audiences.GetValueOrDefault(audience, []);

    /// <summary>Until when maintenance holds notifications of a trouble, or null. Overlapping and adjoining windows count as one.</summary>
    public DateTimeOffset? HeldUntil(CorrelationKey key, DateTimeOffset at)
    {
        DateTimeOffset? until = null;
        var moment = at;
        foreach (var window in _maintenance.OrderBy(window => window.From))
        {
            if (window.Covers(key, moment) && (until is null || window.To > until))
            {
                until = window.To;
                moment = window.To;
            }
        }

        return until;
    }

    /// <summary>Address of a runbook.</summary>
    public string RunbookUrl(string runbook) => _runbookUrl.Replace("{runbook}", Uri.EscapeDataString(runbook), StringComparison.Ordinal);
}
