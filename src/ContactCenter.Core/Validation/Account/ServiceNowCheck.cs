using ContactCenter.Core.Common;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Validation.Account;

/// <summary>
/// Fields of ServiceNow's table of incidents that are written or read. ServiceNow drops an unknown field without an error.
/// </summary>
internal static class ServiceNowCheck
{
    /// <summary>What the channel writes and looks for, whatever is configured.</summary>
    private static readonly string[] Always =
    [
        "close_code", "close_notes", "contact_type", "correlation_display", "correlation_id", "description", "impact", "short_description", "state",
        "urgency", "work_notes",
    ];

    /// <summary>What the channel writes and looks for, the columns that the configuration fills among them.</summary>
    public static IReadOnlyList<string> Fields(ContactCenterConfiguration configuration) =>
    [
        .. Always
            .Concat(configuration.ServiceNow.Fields.Keys)
            .Concat(Enum.GetValues<Severity>().SelectMany(severity => configuration.ServiceNow.Severities[severity].Keys))
            .Concat(configuration.ServiceNow.Resources.Values.SelectMany(static fields => fields.Keys))
            .Distinct(StringComparer.Ordinal),
    ];

    public static IEnumerable<AccountFinding> Find(ContactCenterConfiguration configuration, AccountReading reading) =>
        SecretUse.Endpoints(configuration)
            .Where(static one => one.Endpoint.Channel == Channel.ServiceNow)
            .Select(static one => one.Endpoint.To)
            .Distinct(StringComparer.Ordinal)
            .Where(host => reading.ServiceNow.ContainsKey(host))
            .Select(host => (Host: host, Missing: Fields(configuration).Except(reading.ServiceNow[host], StringComparer.Ordinal).ToArray()))
            .Where(static one => one.Missing.Length > 0)
            .Select(static one => AccountFinding.Of(
                "serviceNow",
                $"ServiceNow {one.Host}",
                it => Sentences.FoundNoFields(it, string.Join(", ", one.Missing)),
                Sentences.RightRoles));
}
