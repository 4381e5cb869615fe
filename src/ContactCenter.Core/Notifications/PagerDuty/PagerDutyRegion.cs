using System.Collections.Frozen;

namespace ContactCenter.Core.Notifications.PagerDuty;

/// <summary>The service regions of PagerDuty. An account is in one of them, and a key of one is unknown in the other.</summary>
public static class PagerDutyRegion
{
    private static readonly FrozenDictionary<string, Uri> Addresses = new Dictionary<string, Uri>
    {
        ["us"] = new("https://events.pagerduty.com/v2/enqueue"),
        ["eu"] = new("https://events.eu.pagerduty.com/v2/enqueue"),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>What an endpoint may name.</summary>
    public static IReadOnlyList<string> All { get; } = ["us", "eu"];

    /// <summary>Where events of a region go (developer.pagerduty.com, "Events API v2"); null where there is no such region.</summary>
    /// <param name="region"><c>us</c> or <c>eu</c>.</param>
    public static Uri? Events(string region) => Addresses.GetValueOrDefault(region);
}
