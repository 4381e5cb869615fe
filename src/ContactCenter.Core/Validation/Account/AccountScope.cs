using ContactCenter.Core.Configuration;

namespace ContactCenter.Core.Validation.Account;

/// <summary>What of an account a configuration concerns, and so what must be read.</summary>
public static class AccountScope
{
    /// <summary>Names of functions.</summary>
    public static IEnumerable<string> Functions(ContactCenterConfiguration configuration) => FunctionsCheck.Names(configuration);

    /// <summary>Names of the topics through which people are told.</summary>
    public static IEnumerable<string> Topics(ContactCenterConfiguration configuration) =>
        SubscriptionsCheck.Topics(configuration).Select(static topic => topic.Topic);

    /// <summary>Whether anybody is told by text message.</summary>
    public static bool SendsTextMessages(ContactCenterConfiguration configuration) => TextMessagesCheck.Concerns(configuration);

    /// <summary>ARNs of secrets, each once.</summary>
    public static IEnumerable<string> Secrets(ContactCenterConfiguration configuration) =>
        SecretUse.Of(configuration).Select(static use => use.Arn).Distinct(StringComparer.Ordinal);

    /// <summary>ARNs of the secrets by which people are told, each once.</summary>
    public static IEnumerable<string> ReachSecrets(ContactCenterConfiguration configuration) =>
        SecretUse.OfPeople(configuration).Select(static use => use.Arn).Distinct(StringComparer.Ordinal);

    /// <summary>Every endpoint at which somebody is told.</summary>
    public static IEnumerable<Endpoint> Endpoints(ContactCenterConfiguration configuration) =>
        SecretUse.Endpoints(configuration).Select(static one => one.Endpoint);

    /// <summary>Fields of ServiceNow's table of incidents that are written or read.</summary>
    public static IReadOnlyList<string> ServiceNowFields(ContactCenterConfiguration configuration) => ServiceNowCheck.Fields(configuration);
}
