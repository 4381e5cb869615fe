using ContactCenter.Core.Configuration;
using ContactCenter.Simulation;

namespace ContactCenter.Embedded.Faults;

/// <summary>Audiences for runs under faults: none, one or two fallbacks each, and perhaps one more endpoint, by seed.</summary>
internal static class FaultyAudiences
{
    private const int MaximumFallbacks = 2;

    /// <summary>
    /// Beside what the sample has, so that every kind of channel is seen: those that can be asked, and one that shows the state.
    /// </summary>
    private static readonly Channel[] More = [Channel.Slack, Channel.ServiceNow, Channel.Task, Channel.Webhook];

    /// <summary>The configuration with fallbacks at the end of its audiences.</summary>
    public static ContactCenterConfiguration WithFallbacks(this ContactCenterConfiguration configuration, SeededRandom random) =>
        Change(
            configuration,
            (audience, endpoints) =>
            [
                .. endpoints,
                .. Another(audience, random),
                .. Fallbacks(audience, (int)(random.Next() * (MaximumFallbacks + 1))),
            ]);

    /// <summary>The configuration without any fallback.</summary>
    public static ContactCenterConfiguration WithoutFallbacks(this ContactCenterConfiguration configuration) =>
        Change(configuration, static (_, endpoints) => [.. endpoints.Where(endpoint => !endpoint.Fallback)]);

    private static ContactCenterConfiguration Change(
        ContactCenterConfiguration configuration, Func<string, IReadOnlyList<Endpoint>, IReadOnlyList<Endpoint>> change) =>
        configuration with
        {
            Audiences = configuration.Audiences.ToDictionary(audience => audience.Key, audience => change(audience.Key, audience.Value)),
        };

    private static IEnumerable<Endpoint> Another(string audience, SeededRandom random)
    {
        var channel = More[(int)(random.Next() * More.Length)];
        return random.Chance(0.5) ? [new Endpoint { Channel = channel, To = $"{channel} of {audience}" }] : [];
    }

    private static IEnumerable<Endpoint> Fallbacks(string audience, int count) => Enumerable.Range(1, count)
        .Select(number => new Endpoint { Channel = Channel.Teams, To = $"fallback {number} of {audience}", Fallback = true });
}
