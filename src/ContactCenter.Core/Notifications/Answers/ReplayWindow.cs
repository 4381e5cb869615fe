using System.Security.Cryptography;
using System.Text;

namespace ContactCenter.Core.Notifications.Answers;

/// <summary>A signed request counts for a few minutes, and in them once: who records one cannot play it again.</summary>
public static class ReplayWindow
{
    /// <summary>How far the time of a request may be from ours, both ways (docs.slack.dev, "Verifying requests from Slack").</summary>
    public static readonly TimeSpan Length = TimeSpan.FromMinutes(5);

    /// <summary>How long a request is remembered: the window before our time, and the one behind it.</summary>
    public static readonly TimeSpan RememberFor = 2 * Length;

    /// <summary>Whether a request of this time counts now.</summary>
    /// <param name="seconds">When it was signed, in unix seconds.</param>
    /// <param name="now">The time.</param>
    internal static bool Holds(long seconds, DateTimeOffset now) => Math.Abs(now.ToUnixTimeSeconds() - seconds) <= Length.TotalSeconds;

    /// <summary>A short name under which a signed request is remembered; says nothing about its signature.</summary>
    internal static string Key(string source, string signature) =>
        $"{source}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(signature)).AsSpan(0, 16))}";
}
