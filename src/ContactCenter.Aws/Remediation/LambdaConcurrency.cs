using Amazon.CloudWatch;
using Amazon.Lambda;
using Amazon.Lambda.Model;
using Amazon.Runtime;
using ContactCenter.Core.Remediation.Concurrency;
using ContactCenter.Core.Remediation.Runs;

namespace ContactCenter.Aws.Remediation;

/// <summary>The reserved concurrency of Lambda functions, and how they fare, as Lambda and CloudWatch know it.</summary>
public sealed class LambdaConcurrency(
    IAmazonLambda lambda, IAmazonCloudWatch cloudWatch) : IRemediable<ReservedConcurrencyState, ReservedConcurrencyChange>
{
    private const int Minutes = 30;

    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly MetricReader _reader = new(cloudWatch);

    /// <inheritdoc/>
    /// <exception cref="AmazonServiceException">A service refused or could not answer.</exception>
    public async Task<ReservedConcurrencyState> ReadAsync(string resource, DateTimeOffset now, CancellationToken cancellationToken)
    {
        GetFunctionConcurrencyResponse reserved;
        try
        {
            reserved = await lambda.GetFunctionConcurrencyAsync(
                new GetFunctionConcurrencyRequest { FunctionName = resource }, cancellationToken);
        }
        catch (ResourceNotFoundException)
        {
            return new ReservedConcurrencyState { Function = resource, Exists = false, Unreserved = 0 };
        }

        var account = (await lambda.GetAccountSettingsAsync(new GetAccountSettingsRequest(), cancellationToken)).AccountLimit;
        var end = new DateTimeOffset(now.UtcTicks - (now.UtcTicks % Minute.Ticks), TimeSpan.Zero);
        var start = end.AddMinutes(-Minutes);
        var throttles = MetricSeries.OfFunction("Throttles", "Sum", resource);
        var concurrent = MetricSeries.OfFunction("ConcurrentExecutions", "Maximum", resource);
        var points = await _reader.ReadAsync([throttles, concurrent], Minute, start, end, cancellationToken);

        // a minute without calls has no datapoint; one that has not arrived yet looks the same, and makes a return a little later only
        return new ReservedConcurrencyState
        {
            Function = resource,
            Reserved = reserved.ReservedConcurrentExecutions,
            AccountLimit = account?.ConcurrentExecutions,
            Unreserved = account?.UnreservedConcurrentExecutions ?? 0,
            Throttles = [.. Each(points[throttles], start)],
            Concurrent = [.. Each(points[concurrent], start).Select(value => (int)value)],
        };
    }

    /// <inheritdoc/>
    /// <exception cref="AmazonServiceException">The change was refused for a reason that no later try cures, such as a missing
    /// permission.</exception>
    public async Task<ChangeOutcome> ApplyAsync(string resource, ReservedConcurrencyChange change, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(change);
        try
        {
            await lambda.PutFunctionConcurrencyAsync(
                new PutFunctionConcurrencyRequest { FunctionName = resource, ReservedConcurrentExecutions = change.Reserved },
                cancellationToken);
            return ChangeOutcome.Done;
        }
        catch (AmazonServiceException refused) when (LambdaRefusal.Outcome(refused) is { } outcome)
        {
            return outcome;
        }
    }

    private static IEnumerable<long> Each(IReadOnlyDictionary<DateTimeOffset, double> points, DateTimeOffset start) =>
        Enumerable.Range(0, Minutes).Select(i => points.TryGetValue(start.AddMinutes(i), out var value) ? (long)value : 0);
}
