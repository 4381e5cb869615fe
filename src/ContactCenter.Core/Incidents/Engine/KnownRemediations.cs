using System.Collections.Immutable;

namespace ContactCenter.Core.Incidents.Engine;

/// <summary>What is known of the repairs of an incident. An index is repaired with its table, so they are one.</summary>
internal static class KnownRemediations
{
    /// <summary>The name under which a repair is known, from that under which it was asked for.</summary>
    public static string Of(string repair) => repair.Split('/')[0];

    /// <summary>The name under which a repair is known.</summary>
    public static string Of(string remediation, string target) => Of($"{remediation} {target}");

    /// <summary>What is known of a repair; null before it has reported.</summary>
    public static RemediationStanding? Find(Incident incident, string repair) =>
        incident.Repairs.IsDefault ? null : incident.Repairs.FirstOrDefault(known => known.Repair == repair);

    /// <summary>The repairs with what is known of one now.</summary>
    public static ImmutableArray<RemediationStanding> With(Incident incident, RemediationStanding standing) =>
        [.. (incident.Repairs.IsDefault ? [] : incident.Repairs).Where(known => known.Repair != standing.Repair), standing];

    /// <summary>The incident after a repair has said whether it holds something.</summary>
    public static Incident After(Incident incident, RemediationReported report)
    {
        if (report.HoldsLease is not { } holds)
        {
            return incident;
        }

        var known = Find(incident, Of(report.Remediation, report.Target));
        var standing = new RemediationStanding(Of(report.Remediation, report.Target), holds, holds || known is { HasHeld: true })
        {
            RolledBackBy = holds ? known?.RolledBackBy : null,
        };
        return standing == known ? incident : incident with { Repairs = With(incident, standing) };
    }
}
