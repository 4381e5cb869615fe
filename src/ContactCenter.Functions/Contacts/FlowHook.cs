using Amazon.Lambda.Core;
using ContactCenter.Core.Contacts.Flows;
using ContactCenter.Core.Contacts.Synthetic;
using ContactCenter.Core.Deployment;

namespace ContactCenter.Functions.Contacts;

/// <summary>
/// What every hook of a contact flow does. A caller is waiting: the answer comes before the flow's time is over, is complete whatever
/// happens, and is the same when Amazon Connect asks again. The log names the contact and the reasons and never what a customer said.
/// </summary>
public sealed class FlowHook(
    MetricLine metrics, FunctionEnvironment environment, TimeProvider clock, SyntheticCheck? synthetic = null)
{
    /// <summary>
    /// After this the prepared answer is given. Amazon Connect's limit is 8 seconds, and 3 in a block whose designer left it alone.
    /// </summary>
    public static readonly TimeSpan Deadline = TimeSpan.FromMilliseconds(FlowWait.HookMilliseconds);

    private static readonly TimeSpan Margin = TimeSpan.FromMilliseconds(250);

    private readonly RecentAnswers _recent = new(clock);

    /// <summary>Answers one request. It never throws.</summary>
    /// <param name="hook">Name of the hook, as metrics know it.</param>
    /// <param name="input">The event of the flow.</param>
    /// <param name="context">The invocation.</param>
    /// <param name="prepared">What is answered when there is no time or nothing else; it says which attributes there are.</param>
    /// <param name="answer">Makes the answer. It may throw, and may not come back.</param>
    /// <param name="arrivals">Knows calls of this system's own that were dialled; null: the hook meets none.</param>
    public async Task<Stream> AnswerAsync(
        string hook, Stream input, ILambdaContext context, HookAnswer prepared, Func<HookCall, Task<HookAnswer>> answer,
        SyntheticArrivals? arrivals = null)
    {
        var start = clock.GetTimestamp();
        var request = FlowRequest.Empty;
        var bytes = ReadOnlyMemory<byte>.Empty;
        var given = prepared;
        var isSynthetic = false;
        byte[]? written = null;
        using var stop = new CancellationTokenSource();
        try
        {
            bytes = await Reply.ReadAsync(input);
            request = FlowRequestReader.Read(bytes);
            if (request.ContactId is { } again && _recent.Find(again, bytes.Span) is { } earlier)
            {
                return new MemoryStream(earlier, writable: false);
            }

            var isDialled = arrivals is not null && await arrivals.IsAsync(request);
            isSynthetic = isDialled || (synthetic is not null && await synthetic.IsAsync(request));
            var left = TimeLeft(context);
            var call = new HookCall(request, left, stop.Token) { IsSynthetic = isSynthetic, IsDialled = isDialled };

            // on another thread, so that the time limit holds even where the answer would not come back
            given = await Task.Run(() => answer(call), CancellationToken.None).WaitAsync(left, clock);
            written = HookAnswerWriter.Write(given, prepared, request);
            if (request.ContactId is { } contact && !given.IsDefault)
            {
                _recent.Keep(contact, bytes.Span, written);
            }
        }
        catch (TimeoutException)
        {
            await stop.CancelAsync();
            context.Logger.LogWarning(
                "Contact {Contact} got the prepared answer of {Hook}: the time was over", request.ContactId ?? "unknown", hook);
        }
#pragma warning disable CA1031 // a caller is waiting, and any answer is better than the error branch
        catch (Exception failure)
#pragma warning restore CA1031
        {
            // its message may hold what the customer said
            context.Logger.LogError(
                "Contact {Contact} got the prepared answer of {Hook}: {Failure}",
                request.ContactId ?? "unknown",
                hook,
                failure.GetType().Name);
        }

        Report(hook, request, written is null ? prepared : given, isSynthetic, clock.GetElapsedTime(start), context.Logger);
        return new MemoryStream(written ?? HookAnswerWriter.Write(prepared, prepared, request), writable: false);
    }

    // Less than nothing is left where nobody counts the time.
    private static TimeSpan TimeLeft(ILambdaContext context)
    {
        var remaining = context.RemainingTime;
        return remaining < TimeSpan.Zero || remaining > Deadline + Margin ? Deadline
            : remaining > Margin ? remaining - Margin
            : throw new TimeoutException();
    }

    private void Report(string hook, FlowRequest request, HookAnswer given, bool isSynthetic, TimeSpan elapsed, ILambdaLogger logger)
    {
        logger.LogInformation(
            "{Kind} {Contact} on {Channel}: {Hook} decided {Decision} in {Milliseconds:0.0} ms: {Reasons}",
            isSynthetic ? "Synthetic contact" : "Contact",
            request.ContactId ?? "unknown",
            FlowValue.Of(request.Channel),
            hook,
            given.Decision,
            elapsed.TotalMilliseconds,
            string.Join("; ", given.Reasons));

        if (isSynthetic)
        {
            return;
        }

        var instance = environment.Configuration.Instance.Id;
        var now = clock.GetUtcNow();
        metrics.Tell(
            now,
            [("InstanceId", instance), ("Hook", hook)],
            ("HookLatency", "Milliseconds", elapsed.TotalMilliseconds),
            (OwnMetricNames.HookDefaults, "Count", given.IsDefault ? 1 : 0));
        metrics.Tell(now, [("InstanceId", instance), ("Hook", hook), ("Decision", given.Decision)], ("HookDecisions", "Count", 1));
        foreach (var metric in given.Metrics)
        {
            metrics.Tell(
                now, [("InstanceId", instance), (metric.Dimension, metric.DimensionValue)], (metric.Name, metric.Unit, metric.Value));
        }
    }
}
