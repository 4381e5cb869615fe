using System.Collections.Immutable;
using System.Globalization;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Remediation.Failover;

/// <summary>
/// How calls, agents and sign-ins are distributed over two Regions, in percent; of sign-ins 100 is on and 0 is off. What a group does not
/// distribute has no Regions: sign-ins are the default group's alone.
/// </summary>
/// <param name="Calls">Calls by Region.</param>
/// <param name="Agents">Agents by Region.</param>
/// <param name="SignIns">Sign-ins by Region.</param>
public sealed record TrafficShares(
    ImmutableSortedDictionary<string, int> Calls,
    ImmutableSortedDictionary<string, int> Agents,
    ImmutableSortedDictionary<string, int> SignIns)
{
    private const int All = 100;

    /// <summary>For people: calls alone, because the others follow them.</summary>
    public string Words => string.Join(", ", Calls.Select(static share => Sentences.WordsShare($"{share.Value}", share.Key)));

    /// <summary>
    /// Everything in one Region. Agents go with the calls: calls that are shifted alone wait where nobody is (administrator guide).
    /// </summary>
    public TrafficShares AllIn(string region) => new(Only(Calls, region), Only(Agents, region), Only(SignIns, region));

    /// <summary>The Region that has all calls, or the most: the service is to be asked there.</summary>
    public string Serving => Calls.MaxBy(static share => share.Value).Key;

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    /// <exception cref="FormatException">It is something else.</exception>
    public static TrafficShares Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Split(';') is [var calls, var agents, var signIns]
            ? new(Read(calls), Read(agents), Read(signIns))
            : throw new FormatException($"no shares of Regions: {text}");
    }

    /// <summary><c>eu-central-1=100,eu-west-1=0;eu-central-1=100,eu-west-1=0;</c>: calls, agents, sign-ins.</summary>
    public override string ToString() => $"{Write(Calls)};{Write(Agents)};{Write(SignIns)}";

    private static ImmutableSortedDictionary<string, int> Only(ImmutableSortedDictionary<string, int> shares, string region) =>
        shares.ToImmutableSortedDictionary(static share => share.Key, share => share.Key == region ? All : 0, StringComparer.Ordinal);

    private static string Write(ImmutableSortedDictionary<string, int> shares) =>
        string.Join(',', shares.Select(static share => string.Create(CultureInfo.InvariantCulture, $"{share.Key}={share.Value}")));

    private static ImmutableSortedDictionary<string, int> Read(string text) => text
        .Split(',', StringSplitOptions.RemoveEmptyEntries)
        .Select(static share => share.Split('='))
        .ToImmutableSortedDictionary(
            static share => share[0], static share => int.Parse(share[1], CultureInfo.InvariantCulture), StringComparer.Ordinal);
}
