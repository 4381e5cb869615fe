using Amazon.CloudWatch;
using Amazon.CloudWatch.Model;
using Amazon.Connect;
using Amazon.ConnectParticipant;
using Amazon.Runtime;
using ContactCenter.Core.Contacts.Synthetic;
using ContactCenter.Core.Deployment.Synthetic;

namespace ContactCenter.Aws.Contacts.Synthetic;

/// <summary>Synthetic contacts in Amazon Connect.</summary>
public sealed class ConnectSynthetic : ISyntheticCenter
{
    /// <summary>The newest minutes may still be missing.</summary>
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(5);

    private readonly IAmazonCloudWatch _cloudWatch;
    private readonly string _instanceId;
    private readonly ConnectTestCases _testCases;
    private readonly ConnectChats _chats;
    private readonly ConnectDialler _dialler;

    /// <summary>Synthetic contacts of a deployment.</summary>
    /// <param name="connect">Client of Amazon Connect.</param>
    /// <param name="participants">Client of its participants.</param>
    /// <param name="cloudWatch">Client of CloudWatch.</param>
    /// <param name="instanceId">Id of the instance.</param>
    /// <param name="deployed">Ids of test cases and flows.</param>
    /// <param name="mark">Gives the mark of synthetic contacts; null: it cannot be had.</param>
    /// <param name="clock">Says what time it is.</param>
    public ConnectSynthetic(
        IAmazonConnect connect,
        IAmazonConnectParticipant participants,
        IAmazonCloudWatch cloudWatch,
        string instanceId,
        SyntheticIds deployed,
        Func<CancellationToken, ValueTask<string?>> mark,
        TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(deployed);
        (_cloudWatch, _instanceId) = (cloudWatch, instanceId);
        _testCases = new ConnectTestCases(connect, instanceId, deployed.TestCases);
        _dialler = new ConnectDialler(connect, instanceId, deployed.Flows);
        _chats = new ConnectChats(connect, participants, instanceId, deployed.Flows, mark, clock);
    }

    /// <inheritdoc/>
    public async ValueTask<double?> CallsPercentAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        try
        {
            var read = await _cloudWatch.GetMetricDataAsync(
                new GetMetricDataRequest
                {
                    StartTime = (now - Window).UtcDateTime,
                    EndTime = now.UtcDateTime,
                    MetricDataQueries =
                    [
                        new MetricDataQuery
                        {
                            Id = "calls",
                            MetricStat = new MetricStat
                            {
                                Period = 60,
                                Stat = "Maximum",
                                Metric = new Amazon.CloudWatch.Model.Metric
                                {
                                    Namespace = "AWS/Connect",
                                    MetricName = "ConcurrentCallsPercentage",
                                    Dimensions =
                                    [
                                        new Dimension { Name = "InstanceId", Value = _instanceId },
                                        new Dimension { Name = "MetricGroup", Value = "VoiceCalls" },
                                    ],
                                },
                            },
                        },
                    ],
                },
                cancellationToken);

            // published as a share of one, and not at all while nobody calls
            return (read.MetricDataResults ?? []).SelectMany(static result => result.Values ?? []).DefaultIfEmpty(0).Max() * 100;
        }
        catch (AmazonServiceException)
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public ValueTask<SyntheticBegin> BeginAsync(SyntheticContact contact, string token, CancellationToken cancellationToken) =>
        _testCases.BeginAsync(contact, token, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<SyntheticOutcome?> ReadAsync(
        SyntheticContact contact, string execution, DateTimeOffset now, CancellationToken cancellationToken) =>
        _testCases.ReadAsync(contact, execution, now, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<string?> DialAsync(SyntheticContact contact, string token, CancellationToken cancellationToken) =>
        _dialler.DialAsync(contact, token, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<SyntheticOutcome> ChatAsync(SyntheticContact contact, string token, CancellationToken cancellationToken) =>
        _chats.TryAsync(contact, token, cancellationToken);
}

/// <summary>What a deployment knows of synthetic contacts.</summary>
/// <param name="TestCases">Ids of test cases by the contact's id.</param>
/// <param name="Flows">Ids of flows by their names.</param>
public sealed record SyntheticIds(IReadOnlyDictionary<string, string> TestCases, IReadOnlyDictionary<string, string> Flows);
