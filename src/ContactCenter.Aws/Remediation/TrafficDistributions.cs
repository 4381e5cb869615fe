using System.Collections.Immutable;
using Amazon.Connect;
using Amazon.Connect.Model;
using Amazon.Runtime;
using ContactCenter.Core.Remediation.Failover;
using ContactCenter.Core.Remediation.Runs;
using ContactCenter.Core.Texts;

namespace ContactCenter.Aws.Remediation;

/// <summary>
/// The traffic distribution group of an instance and its replica. It is always named by its ARN: the bare id is known only in the Region
/// where the group was made.
/// </summary>
/// <param name="connect">The client of a Region. A change is asked for in the Region that is to serve (API reference).</param>
/// <param name="here">The Region in which it is read: that of whoever asks, which is there.</param>
/// <param name="group">ARN of the group.</param>
/// <param name="standby">The Region to shift to.</param>
public sealed class TrafficDistributions(Func<string, IAmazonConnect> connect, string here, string? group, string? standby)
    : IRemediable<FailoverState, FailoverChange>
{
    private const int On = 100;

    /// <inheritdoc/>
    /// <exception cref="AmazonServiceException">The service refused or could not answer.</exception>
    public async Task<FailoverState> ReadAsync(string resource, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (group is null || standby is null)
        {
            return Gap(Sentences.GapNoGroup, Sentences.GapGiveGroup);
        }

        GetTrafficDistributionResponse found;
        try
        {
            found = await connect(here).GetTrafficDistributionAsync(new GetTrafficDistributionRequest { Id = group }, cancellationToken);
        }
        catch (ResourceNotFoundException)
        {
            return Gap(Sentences.GapUnknownGroup(group), Sentences.GapGiveActiveGroup);
        }

        var shares = new TrafficShares(
            Percentages(found.TelephonyConfig?.Distributions),
            Percentages(found.AgentConfig?.Distributions),
            (found.SignInConfig?.Distributions ?? []).ToImmutableSortedDictionary(
                static each => each.Region, static each => each.Enabled == true ? On : 0, StringComparer.Ordinal));
        if (!shares.Calls.ContainsKey(standby))
        {
            return Gap(Sentences.GapOtherRegions(string.Join(", ", shares.Calls.Keys)), Sentences.GapReplicate(standby));
        }

        var over = shares.AllIn(standby);
        return new FailoverState
        {
            Resource = resource,
            Now = shares.ToString(),
            NowWords = shares.Words,
            Fallback = over.ToString(),
            FallbackWords = over.Words,
            IsOver = shares.ToString() == over.ToString(),
        };

        FailoverState Gap(string what, string right) => new() { Resource = resource, Missing = new FailoverGap(what, right) };
    }

    /// <inheritdoc/>
    /// <exception cref="AmazonServiceException">The change was refused for a reason that no later try cures, such as a missing
    /// permission.</exception>
    public async Task<ChangeOutcome> ApplyAsync(string resource, FailoverChange change, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(change);
        var shares = TrafficShares.Parse(change.To);
        try
        {
            await connect(shares.Serving).UpdateTrafficDistributionAsync(
                new UpdateTrafficDistributionRequest
                {
                    Id = group,
                    TelephonyConfig = new TelephonyConfig { Distributions = Distributions(shares.Calls) },
                    AgentConfig = shares.Agents.IsEmpty ? null : new AgentConfig { Distributions = Distributions(shares.Agents) },
                    SignInConfig = shares.SignIns.IsEmpty
                        ? null
                        : new SignInConfig
                        {
                            Distributions =
                            [
                                .. shares.SignIns.Select(static each =>
                                    new SignInDistribution { Region = each.Key, Enabled = each.Value == On })
                            ],
                        },
                },
                cancellationToken);
            return ChangeOutcome.Done;
        }
        catch (AmazonServiceException refused) when (ConnectRefusal.Outcome(refused) is { } outcome)
        {
            return outcome;
        }
    }

    private static ImmutableSortedDictionary<string, int> Percentages(IEnumerable<Distribution>? distributions) =>
        (distributions ?? []).ToImmutableSortedDictionary(
            static each => each.Region, static each => each.Percentage ?? 0, StringComparer.Ordinal);

    private static List<Distribution> Distributions(ImmutableSortedDictionary<string, int> shares) =>
        [.. shares.Select(static each => new Distribution { Region = each.Key, Percentage = each.Value })];
}
