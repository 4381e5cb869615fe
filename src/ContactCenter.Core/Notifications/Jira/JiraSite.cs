using System.Collections.Frozen;

namespace ContactCenter.Core.Notifications.Jira;

/// <summary>
/// Where alerts go. Jira Service Management has one address for all sites, because the key tells which; Opsgenie, from which its alerts
/// come, has the same requests at its own until 5 April 2027.
/// </summary>
public static class JiraSite
{
    private static readonly FrozenDictionary<string, Uri> Addresses = new Dictionary<string, Uri>
    {
        ["jsm"] = new("https://api.atlassian.com/jsm/ops/integration/v2/alerts"),
        ["opsgenie-us"] = new("https://api.opsgenie.com/v2/alerts"),
        ["opsgenie-eu"] = new("https://api.eu.opsgenie.com/v2/alerts"),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>What an endpoint may name.</summary>
    public static IReadOnlyList<string> All { get; } = ["jsm", "opsgenie-us", "opsgenie-eu"];

    /// <summary>Where alerts of a site go (developer.atlassian.com, "Integration events"); null where there is no such site.</summary>
    /// <param name="site"><c>jsm</c>, <c>opsgenie-us</c> or <c>opsgenie-eu</c>.</param>
    public static Uri? Alerts(string site) => Addresses.GetValueOrDefault(site);
}
