using ContactCenter.Core.Configuration;

namespace ContactCenter.Core.Validation.Account;

/// <summary>
/// Fields of ServiceNow's table of incidents that are written or read. ServiceNow drops an unknown field without an error.
/// </summary>
internal static class ServiceNowCheck
{
    /// <summary>What the channel writes and looks for.</summary>
    public static readonly IReadOnlyList<string> Fields =
    [
        "close_code", "close_notes", "contact_type", "correlation_display", "correlation_id", "description", "impact", "short_description", "state",
        "urgency", "work_notes",
    ];

    public static IEnumerable<AccountFinding> Find(ContactCenterConfiguration configuration, AccountReading reading) =>
        SecretUse.Endpoints(configuration)
            .Where(static one => one.Endpoint.Channel == Channel.ServiceNow)
            .Select(static one => one.Endpoint.To)
            .Distinct(StringComparer.Ordinal)
            .Where(host => reading.ServiceNow.ContainsKey(host))
            .Select(host => (Host: host, Missing: Fields.Except(reading.ServiceNow[host], StringComparer.Ordinal).ToArray()))
            .Where(static one => one.Missing.Length > 0)
            .Select(static one => new AccountFinding(
                "serviceNow",
                $"ServiceNow {one.Host}",
                $"has no incident fields {string.Join(", ", one.Missing)} that the user may read",
                "give the user the roles of an integration (itil), or the fields back"));
}
