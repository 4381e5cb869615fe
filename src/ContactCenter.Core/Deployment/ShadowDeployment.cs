using ContactCenter.Core.Configuration;

namespace ContactCenter.Core.Deployment;

/// <summary>
/// A deployment in shadow stands beside the pager that counts: it decides everything, tells nobody, repairs nothing and opens no ticket.
/// </summary>
public static class ShadowDeployment
{
    /// <summary>
    /// The configuration as it counts: in shadow repairs say what they would do, and no rating and no call makes a task for people. Who is
    /// told is left as it is, because it is what a report of the shadow is about; the channels tell nobody.
    /// </summary>
    public static ContactCenterConfiguration Of(ContactCenterConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return !configuration.Shadow ? configuration : configuration with
        {
            Remediation = configuration.Remediation.Mode == RemediationMode.Act
                ? configuration.Remediation with { Mode = RemediationMode.DryRun }
                : configuration.Remediation,
            Survey = configuration.Survey with { TaskQueue = null },
            Sentiment = configuration.Sentiment with { Live = null },
        };
    }
}
