using System.Text;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Deployment;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Validation.Rules;

/// <summary>What the functions that deliver are told in their environment, and how much of it Lambda takes.</summary>
internal static class DeliveryRules
{
    /// <summary>Bytes of all environment variables of a function together (Lambda developer guide, "Lambda quotas").</summary>
    private const int MaximumBytes = 4_096;

    /// <summary>Room for the other variables: table, repairs, links, their secret, dashboard, flow of tasks, extension.</summary>
    private const int OtherBytes = 1_024;

    /// <summary>What <c>{"":"",}</c> adds to each name and ARN: four quotation marks, a colon, and a comma or one of the braces.</summary>
    private const int MarkBytes = 6;

    public static void Check(ContactCenterConfiguration configuration, List<ConfigurationProblem> found)
    {
        var sizes = DeploymentNames.AudiencesWithTopic(configuration)
            .Select(audience => Size(configuration, audience.Name))
            .Order()
            .ToArray();
        var total = sizes.Sum() + 1;
        const int Room = MaximumBytes - OtherBytes;
        if (total > Room)
        {
            var left = Room - 1;
            var fit = sizes.TakeWhile(size => (left -= size) >= 0).Count();
            found.Add(new(
                "$.audiences",
                Findings.TopicsTake($"{sizes.Length}", $"{total:N0}"),
                Findings.VariablesFull($"{MaximumBytes:N0}", $"{OtherBytes:N0}", $"{fit}")));
        }
    }

    /// <summary>Bytes of a topic's entry, in the Region with the longer name.</summary>
    private static int Size(ContactCenterConfiguration configuration, string audience)
    {
        var instance = configuration.Instance;
        var region = Math.Max(instance.Region.Length, configuration.StandbyRegion?.Length ?? 0);
        var arn = $"arn:{instance.Partition}:sns::{instance.AccountId}:{DeploymentNames.Of(configuration).AudienceTopic(audience)}";
        return MarkBytes + Encoding.UTF8.GetByteCount(audience) + Encoding.UTF8.GetByteCount(arn) + region;
    }
}
