using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;
using ContactCenter.Core.Remediation.Capacity;

namespace ContactCenter.Aws.Remediation;

/// <summary>
/// What the account's quotas leave. <c>DescribeLimits</c> may be called about once a minute (Amazon DynamoDB API reference), so its answer
/// is kept for that long, also when it is a refusal.
/// </summary>
internal sealed class AccountQuotas(IAmazonDynamoDB dynamoDb, MetricReader reader)
{
    private static readonly TimeSpan FreshFor = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan MetricPeriod = TimeSpan.FromMinutes(5);
    private static readonly MetricSeries ReadsUsed = MetricSeries.OfTables("AccountProvisionedReadCapacityUtilization", "Maximum");
    private static readonly MetricSeries WritesUsed = MetricSeries.OfTables("AccountProvisionedWriteCapacityUtilization", "Maximum");

    private Answer? _known;

    /// <summary>The same state with the quotas of one table and of the account, as far as they can be known.</summary>
    public async Task<TableState> ReadAsync(TableState state, CancellationToken cancellationToken)
    {
        var now = state.ReadAt;
        if (_known is not { } known || now - known.At >= FreshFor)
        {
            known = await AskAsync(now, cancellationToken);
            _known = known;
        }

        return state with { TableQuota = known.Table ?? state.TableQuota, AccountQuota = known.Account, AccountLeft = known.Left };
    }

    private async Task<Answer> AskAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        DescribeLimitsResponse limits;
        try
        {
            limits = await dynamoDb.DescribeLimitsAsync(new DescribeLimitsRequest(), cancellationToken);
        }
        catch (AmazonServiceException)
        {
            // repairs go on with the service's default quotas; a change that is too large is then refused by the service itself
            return new Answer(now, null, null, null);
        }

        var table = Both(limits.TableMaxReadCapacityUnits, limits.TableMaxWriteCapacityUnits);
        if (Both(limits.AccountMaxReadCapacityUnits, limits.AccountMaxWriteCapacityUnits) is not { } account)
        {
            return new Answer(now, table, null, null);
        }

        var points = await reader.ReadAsync([ReadsUsed, WritesUsed], MetricPeriod, now - (3 * MetricPeriod), now, cancellationToken);
        return Newest(points[ReadsUsed]) is { } reads && Newest(points[WritesUsed]) is { } writes
            ? new Answer(now, table, account, new Throughput(Left(account.Reads, reads), Left(account.Writes, writes)))
            : new Answer(now, table, account, null);
    }

    private static Throughput? Both(long? reads, long? writes) =>
        reads is > 0 and { } r && writes is > 0 and { } w ? new Throughput(r, w) : null;

    private static double? Newest(IReadOnlyDictionary<DateTimeOffset, double> points) =>
        points.Count == 0 ? null : points.MaxBy(point => point.Key).Value;

    private static long Left(long quota, double percent) => Math.Max(0, (long)Math.Floor(quota * (100 - percent) / 100));

    private sealed record Answer(DateTimeOffset At, Throughput? Table, Throughput? Account, Throughput? Left);
}
