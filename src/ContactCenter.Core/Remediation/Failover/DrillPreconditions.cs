using ContactCenter.Core.Configuration;
using ContactCenter.Core.Deployment;

namespace ContactCenter.Core.Remediation.Failover;

/// <summary>What must be there before anything is failed over: somebody who agrees, and in another Region what flows call.</summary>
public static class DrillPreconditions
{
    /// <summary>Who is asked, by the configuration.</summary>
    public static DrillStep Approval(ContactCenterConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var first = configuration.Escalation.P1.Steps is [var step, ..] ? step.Audience : null;
        Channel[] channels =
        [
            .. (first is null ? [] : configuration.Audiences.GetValueOrDefault(first) ?? OnCall(configuration, first))
                .Select(static endpoint => endpoint.Channel).Distinct()
        ];
        return channels.Length > 0
            ? new("approval", $"audience {first}", $"is asked by {string.Join(", ", channels.Select(OwnMetricNames.ValueOf))}", null)
            : new("approval", "P1", "is told to nobody who could agree", "Name an audience with endpoints in $.escalation.P1.steps");
    }

    /// <summary>What must not name the Region of the instance in a flow that another Region runs.</summary>
    /// <param name="flow">Name of the flow.</param>
    /// <param name="content">Its content.</param>
    /// <param name="region">The Region of the instance.</param>
    public static DrillStep References(string flow, string content, string region)
    {
        ArgumentNullException.ThrowIfNull(content);
        var isBound = content.Contains($":lambda:{region}:", StringComparison.Ordinal)
            || content.Contains($":lex:{region}:", StringComparison.Ordinal);
        return isBound
            ? new(
                "standby",
                $"flow {flow}",
                $"names hooks or a bot in {region}: an instance reaches those of its own Region only, and the block fails at once",
                "Set $.flows.replicated to true and deploy; flows of your own name $.AwsRegion in these ARNs")
            : new("standby", $"flow {flow}", "names hooks and bot by the Region that serves the contact", null);
    }

    /// <summary>A hook or a bot in the Region that stands by.</summary>
    /// <param name="what">Such as <c>function cc-prod-route-contact</c>.</param>
    /// <param name="exists">Whether it is there.</param>
    /// <param name="region">The Region that stands by.</param>
    public static DrillStep Standby(string what, bool exists, string region) => exists
        ? new("standby", what, $"is in {region} too", null)
        : new(
            "standby",
            what,
            $"is not in {region}, where the flows call it by the same name",
            "Deploy the replica's own file there (npx cdk deploy --all -c config=…), with the same environment");

    private static IEnumerable<Endpoint> OnCall(ContactCenterConfiguration configuration, string name) =>
        configuration.OnCall.GetValueOrDefault(name)?.Participants.SelectMany(static person => person.Endpoints) ?? [];
}
