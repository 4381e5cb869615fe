using ContactCenter.Core.Common;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Validation.Rules;

/// <summary>What a deployment asks of a configuration: Regions and secrets that fit the instance.</summary>
internal static class DeploymentRules
{
    private static readonly TimeSpan MinimumLease = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan MaximumLease = TimeSpan.FromDays(1);

    public static void Check(ContactCenterConfiguration configuration, List<ConfigurationProblem> found)
    {
        var home = configuration.Instance.Region;
        if (configuration.StandbyRegion is { } standby && standby == home)
        {
            found.Add(new("$.standbyRegion", ConfigurationRules.Quote(standby), Findings.OtherRegion));
        }

        CheckFailover(configuration, found);
        if (configuration.Audit is { Trail: true } audit && audit.ColdAfterDays >= audit.RetentionDays)
        {
            found.Add(new(
                "$.audit.coldAfterDays",
                $"{audit.ColdAfterDays}",
                Findings.ColdBeforeEnd($"{audit.RetentionDays}")));
        }

        SecretRules.Check(configuration, found);
        CheckDomain(configuration, found);
    }

    /// <summary>A name of one's own has its certificate where its API is, and is none of those that AWS gives.</summary>
    private static void CheckDomain(ContactCenterConfiguration configuration, List<ConfigurationProblem> found)
    {
        if (configuration.Answers.Domain is not { } domain)
        {
            return;
        }

        if (domain.Name.EndsWith(".amazonaws.com", StringComparison.Ordinal) || domain.Name.EndsWith(".on.aws", StringComparison.Ordinal))
        {
            found.Add(new(
                "$.answers.domain.name", ConfigurationRules.Quote(domain.Name), Findings.OwnDomain));
        }

        if (domain.Certificate.Split(':') is [_, _, _, var region, var account, ..]
            && (region, account) != (configuration.Instance.Region, configuration.Instance.AccountId))
        {
            found.Add(new(
                "$.answers.domain.certificate",
                ConfigurationRules.Quote(domain.Certificate),
                Findings.CertificateHere(configuration.Instance.AccountId, configuration.Instance.Region)));
        }
    }

    /// <summary>What is shifted needs somewhere to go, flows that can run there, and a group of this account.</summary>
    private static void CheckFailover(ContactCenterConfiguration configuration, List<ConfigurationProblem> found)
    {
        if (configuration.Failover is not { } failover)
        {
            return;
        }

        if (failover.Lease < MinimumLease || failover.Lease > MaximumLease)
        {
            found.Add(new(
                "$.failover.lease",
                MetricText.Duration(failover.Lease),
                Findings.LeaseTime));
        }

        var known = configuration.ContactFlows.Select(static flow => flow.Name).ToArray();
        foreach (var (i, flow) in failover.Flows.Index())
        {
            var expected = configuration.Flows is null ? Findings.EmergencyFlow
                : !known.Contains(flow) ? Suggestion.After(Findings.FlowExpected, flow, known)
                : configuration.ContactFlows.All(candidate => candidate.Name != flow || candidate.Id is null)
                    ? Findings.FlowById
                : null;
            if (expected is not null)
            {
                found.Add(new($"$.failover.flows[{i}]", ConfigurationRules.Quote(flow), expected));
            }
        }

        if (failover.TrafficDistributionGroup is not { } group)
        {
            return;
        }

        const string path = "$.failover.trafficDistributionGroup";
        if (configuration.StandbyRegion is null)
        {
            found.Add(new(path, ConfigurationRules.Quote(group), Findings.StandbyMissing));
        }

        if (group.Split(':').ElementAtOrDefault(4) is { } account && account != configuration.Instance.AccountId)
        {
            found.Add(new(path, ConfigurationRules.Quote(group), Findings.GroupOfAccount(configuration.Instance.AccountId)));
        }

        if (configuration.Flows is { Replicated: false })
        {
            found.Add(new(
                "$.flows.replicated",
                "false",
                Findings.ReplicatedExpected));
        }
    }
}
