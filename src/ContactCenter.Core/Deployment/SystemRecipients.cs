using ContactCenter.Core.Configuration;

namespace ContactCenter.Core.Deployment;

/// <summary>Who is told by e-mail when this system itself is broken, past the pipeline that may be what is broken.</summary>
public static class SystemRecipients
{
    /// <summary>The e-mail addresses of the first step of a P1 that has any.</summary>
    public static IReadOnlyList<string> Of(ContactCenterConfiguration configuration)
    {
        var audiences = DeploymentNames.AudiencesWithTopic(configuration).ToLookup(
            audience => audience.Name, audience => audience.Endpoints, StringComparer.Ordinal);
        return configuration.Escalation.P1.Steps
            .Select(step => audiences[step.Audience]
                .SelectMany(endpoints => endpoints)
                .Where(endpoint => endpoint.Channel == Channel.Email)
                .Select(endpoint => endpoint.To)
                .Distinct(StringComparer.OrdinalIgnoreCase)
                .ToArray())
            .FirstOrDefault(addresses => addresses.Length > 0) ?? [];
    }
}
