using ContactCenter.Core.Configuration;

namespace ContactCenter.Core.Validation;

/// <summary>What a deployment asks of a configuration: Regions and secrets that fit the instance.</summary>
internal static class DeploymentRules
{
    public static void Check(ContactCenterConfiguration configuration, List<ConfigurationProblem> found)
    {
        var home = configuration.Instance.Region;
        if (configuration.StandbyRegion is { } standby && standby == home)
        {
            found.Add(new("$.standbyRegion", ConfigurationRules.Quote(standby), "expected another Region than that of the instance"));
        }

        if (configuration.Audit is { Trail: true } audit && audit.ColdAfterDays >= audit.RetentionDays)
        {
            found.Add(new(
                "$.audit.coldAfterDays",
                $"{audit.ColdAfterDays}",
                $"expected less than the {audit.RetentionDays} days of $.audit.retentionDays"));
        }

        SecretRules.Check(configuration, found);
    }
}
