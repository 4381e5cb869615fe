using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace ContactCenter.Core.Notifications.Answers;

/// <summary>
/// Signs and checks bodies as Slack does (docs.slack.dev, "Verifying requests from Slack"): HMAC-SHA256 over version, time in unix
/// seconds and raw body, in lower-case hex. The generic webhook and callbacks of ServiceNow use the same form with another version.
/// </summary>
public static class BodySignature
{
    /// <summary>The version of Slack's signatures.</summary>
    public const string SlackVersion = "v0";

    /// <summary>The version of our own.</summary>
    public const string OwnVersion = "v1";

    /// <summary>The signature of a body, with its version.</summary>
    public static string Make(string version, ReadOnlySpan<byte> key, string timestamp, ReadOnlySpan<byte> body)
    {
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);
        hash.AppendData(Encoding.UTF8.GetBytes($"{version}:{timestamp}:"));
        hash.AppendData(body);
        return $"{version}={Convert.ToHexStringLower(hash.GetHashAndReset())}";
    }

    /// <summary>What is wrong with a signed body, for the log; null when it is genuine and fresh.</summary>
    public static string? Problem(
        string version, ReadOnlySpan<byte> key, string? timestamp, string? signature, ReadOnlySpan<byte> body, DateTimeOffset now)
    {
        if (timestamp is null || signature is null)
        {
            return "the request is not signed";
        }

        if (timestamp.Length > 12 || !long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds))
        {
            return "the request's time is not in unix seconds";
        }

        if (!ReplayWindow.Holds(seconds, now))
        {
            return "the request's time is more than 5 minutes from ours";
        }

        var expected = Encoding.UTF8.GetBytes(Make(version, key, timestamp, body));
        return CryptographicOperations.FixedTimeEquals(expected, Encoding.UTF8.GetBytes(signature))
            ? null
            : "the request's signature is wrong";
    }
}
