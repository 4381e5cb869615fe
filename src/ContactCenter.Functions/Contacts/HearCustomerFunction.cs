using Amazon.Lambda.Annotations;
using Amazon.Lambda.Core;
using ContactCenter.Core.Contacts.Serving;
using ContactCenter.Core.Deployment;

namespace ContactCenter.Functions.Contacts;

/// <summary>
/// The code hook of the deployed bot: keeps what was heard where the flow reads it, and counts what was not understood, which Amazon Lex V2
/// does not. A caller waits, so it asks nobody, and never throws. The log has how it was heard and never what.
/// </summary>
public sealed class HearCustomerFunction(MetricLine metrics, FunctionEnvironment environment, TimeProvider clock)
{
    /// <summary>Answers one turn of a conversation.</summary>
    [LambdaFunction]
    public async Task<Stream> HearCustomer(Stream input, ILambdaContext context)
    {
        var start = clock.GetTimestamp();
        var turn = BotTurn.Read(await ReadAsync(input));
        var answer = turn.Answer();
        Report(turn, clock.GetElapsedTime(start), context.Logger);
        return new MemoryStream(answer, writable: false);
    }

    private static async Task<ReadOnlyMemory<byte>> ReadAsync(Stream input)
    {
        try
        {
            return await Reply.ReadAsync(input);
        }
        catch (IOException)
        {
            return ReadOnlyMemory<byte>.Empty;
        }
    }

    private void Report(BotTurn turn, TimeSpan elapsed, ILambdaLogger logger)
    {
        logger.LogInformation(
            "{Kind} {Contact} on {Channel}: {Hook} decided {Decision} in {Milliseconds:0.0} ms: {Reasons}",
            turn.IsSynthetic ? "Synthetic contact" : "Contact",
            turn.ContactId ?? "unknown",
            turn.Mode,
            nameof(HearCustomer),
            turn.Status,
            elapsed.TotalMilliseconds,
            $"intent {turn.Intent}");

        if (turn.IsSynthetic)
        {
            return;
        }

        var (instance, now) = (environment.Configuration.Instance.Id, clock.GetUtcNow());
        metrics.Tell(
            now,
            [("InstanceId", instance), ("Hook", nameof(HearCustomer))],
            ("HookLatency", "Milliseconds", elapsed.TotalMilliseconds),
            (OwnMetricNames.HookDefaults, "Count", turn.IsReadable ? 0 : 1));
        metrics.Tell(
            now, [("InstanceId", instance), ("Hook", nameof(HearCustomer)), ("Decision", turn.Status)], ("HookDecisions", "Count", 1));
        if (turn.BotId is { } bot)
        {
            metrics.Tell(
                now,
                [("InstanceId", instance), (BotUtterance.Dimension, bot)],
                (OwnMetricNames.BotUtterances, "Count", 1),
                (OwnMetricNames.BotUtterancesMissed, "Count", turn.IsMissed ? 1 : 0));
        }
    }
}
