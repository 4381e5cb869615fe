using System.Text.Json.Nodes;
using ContactCenter.Core.Configuration;

namespace ContactCenter.Core.Validation;

/// <summary>
/// What a configuration that is right does otherwise than with the version before. Each is told until the file says what is meant.
/// </summary>
internal static class ConfigurationNotices
{
    public static IEnumerable<ConfigurationProblem> Of(JsonObject root, ContactCenterConfiguration configuration)
    {
        if (!configuration.Account.CanReserve)
        {
            yield return new(
                "$.account.lambdaConcurrency",
                $"{configuration.Account.LambdaConcurrency}",
                $"Lambda keeps {AccountSettings.LeastUnreserved} executions unreserved, so nothing is reserved: a rush on any function of the "
                    + "account can leave none for alarms and callers; ask AWS for a higher quota and write it here");
        }

        var saysLens = (root["sentiment"] as JsonObject)?.ContainsKey("contactLens") == true;
        if (!saysLens)
        {
            yield return new(
                "$.sentiment.contactLens",
                "nothing",
                "Contact Lens was on where nothing was said, and is off now: write true where it is on in the instance, or false");
        }

        if (configuration.Flows is { Recording: null } && (configuration.Sentiment.ContactLens || !saysLens))
        {
            yield return new(
                "$.flows.recording",
                "nothing",
                "the flows recorded calls and had them analysed, and no longer do: write {} to record those who are told, "
                    + "{ \"consent\": \"ask\" } to record those who agree, or { \"consent\": \"off\" }");
        }
    }
}
