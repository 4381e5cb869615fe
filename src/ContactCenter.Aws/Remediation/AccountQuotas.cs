using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;
using ContactCenter.Core.Remediation;

namespace ContactCenter.Aws.Remediation;

/// <summary>
/// What the account's quotas leave. <c>DescribeLimits</c> may be called about once a minute (Amazon DynamoDB API reference), so its answer
/// is kept for that long, also when it is a refusal.
/// </summary>
internal sealed class AccountQuotas(IAmazonDynamoDB dynamoDb, MetricReader reader)
{
    private static readonly TimeSpan FreshFor = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan MetricPeriod = TimeSpan.FromMinutes(5);
    private static readonly MetricSeries ReadsUsed = new("AccountProvisionedReadCapacityUtilization", "Maximum", null, null);
    private static readonly MetricSeries WritesUsed = new("AccountProvisionedWriteCapacityUtilization", "Maximum", null, null);

    private Answer? _known;

    /// <summary>The quota of one table, and what is left of the account's; null where it cannot be known.</summary>
    public async Task<(Throughput? Table, Throughput? Left)> ReadAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (_known is not { } known || now - known.At >= FreshFor)
        {
            var (table, left) = await AskAsync(now, cancellationToken);
            known = new Answer(now, table, left);
            _known = known;
        }

        return (known.Table, known.Left);
    }

    private async Task<(Throughput? Table, Throughput? Left)> AskAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        DescribeLimitsResponse limits;
        try
        {
            limits = await dynamoDb.DescribeLimitsAsync(new DescribeLimitsRequest(), cancellationToken);
        }
        catch (AmazonServiceException)
        {
            // repairs go on with the service's default quotas; a change that is too large is then refused by the service itself
            return (null, null);
        }

        var table = Both(limits.TableMaxReadCapacityUnits, limits.TableMaxWriteCapacityUnits);
        if (Both(limits.AccountMaxReadCapacityUnits, limits.AccountMaxWriteCapacityUnits) is not { } account)
        {
            return (table, null);
        }

        var points = await reader.ReadAsync([ReadsUsed, WritesUsed], MetricPeriod, now - (3 * MetricPeriod), now, cancellationToken);
        return Newest(points[ReadsUsed]) is { } reads && Newest(points[WritesUsed]) is { } writes
            ? (table, new Throughput(Left(account.Reads, reads), Left(account.Writes, writes)))
            : (table, null);
    }

    private static Throughput? Both(long? reads, long? writes) => reads is > 0 and { } r && writes is > 0 and { } w ? new Throughput(r, w) : null;

    private static double? Newest(IReadOnlyDictionary<DateTimeOffset, double> points) => points.Count == 0 ? null : points.MaxBy(point => point.Key).Value;

    private static long Left(long quota, double percent) => Math.Max(0, (long)Math.Floor(quota * (100 - percent) / 100));

    private sealed record Answer(DateTimeOffset At, Throughput? Table, Throughput? Left);
}
