using System.Collections.Concurrent;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Texts;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using Polly.Timeout;

namespace ContactCenter.Aws.Notifications;

/// <summary>
/// Time limits, retries and a circuit breaker for each endpoint: one broken webhook does not rest the others. From the outside to the
/// inside: limit for all attempts, retries, breaker, limit for one attempt.
/// </summary>
internal sealed class ChannelPipelines(ChannelLimits limits, TimeProvider clock)
{
    private readonly ConcurrentDictionary<(Channel, string), (ResiliencePipeline Repeated, ResiliencePipeline Once)> _pipelines = new();

    /// <summary>Runs an attempt under the limits of an endpoint.</summary>
    /// <param name="endpoint">The endpoint.</param>
    /// <param name="attempt">The attempt.</param>
    /// <param name="isWanted">Whether it is to be made once more, asked after each pause.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="ChannelException">Every attempt failed, or none was made because the channel rests.</exception>
    public async ValueTask<T> RunAsync<T>(
        Endpoint endpoint,
        Func<CancellationToken, ValueTask<T>> attempt,
        Func<CancellationToken, ValueTask<bool>> isWanted,
        CancellationToken cancellationToken)
    {
        var (repeated, once) = _pipelines.GetOrAdd(
            (endpoint.Channel, endpoint.To), _ => (BuildRepeated(ChannelTraits.CanBeAsked(endpoint.Channel)), BuildOnce()));
        var isRepetition = false;
        var isUnderWay = false;
        try
        {
            return await repeated.ExecuteAsync(static (run, token) => run(token), RunWantedAsync, cancellationToken);
        }
        catch (TimeoutRejectedException exception)
        {
            throw new ChannelException(Sentences.NotInTime, isPassing: true, innerException: exception)
            {
                MayHaveArrived = isUnderWay,
            };
        }
        catch (BrokenCircuitException exception)
        {
            throw new ChannelException(Sentences.RestsForAWhile, isPassing: true, exception.RetryAfter, exception);
        }

        async ValueTask<T> RunWantedAsync(CancellationToken token)
        {
            if (isRepetition && !await isWanted(token))
            {
                throw new ChannelException(Sentences.TriedAndChanged, isPassing: false);
            }

            isRepetition = true;
            return await once.ExecuteAsync(static (run, token) => run(token), RunAsync, token);
        }

        async ValueTask<T> RunAsync(CancellationToken token)
        {
            isUnderWay = true;
            try
            {
                return await attempt(token);
            }
            catch (ChannelException)
            {
                isUnderWay = false;
                throw;
            }
        }
    }

    private ResiliencePipeline BuildRepeated(bool canBeAsked) => new ResiliencePipelineBuilder { TimeProvider = clock }
        .AddTimeout(limits.Total)
        .AddRetry(new RetryStrategyOptions
        {
            ShouldHandle = arguments => ValueTask.FromResult(IsWorthRepeating(arguments.Outcome.Exception, canBeAsked)),
            MaxRetryAttempts = limits.Retries,
            BackoffType = DelayBackoffType.Exponential,
            Delay = limits.Pause,
            UseJitter = true,
            DelayGenerator = arguments => ValueTask.FromResult((arguments.Outcome.Exception as ChannelException)?.RetryAfter),
        })
        .Build();

    private ResiliencePipeline BuildOnce() => new ResiliencePipelineBuilder { TimeProvider = clock }
        .AddCircuitBreaker(new CircuitBreakerStrategyOptions
        {
            ShouldHandle = arguments => ValueTask.FromResult(arguments.Outcome.Exception is TimeoutRejectedException or ChannelException),
            FailureRatio = 0.5,
            MinimumThroughput = limits.BreakerAttempts,
            SamplingDuration = limits.BreakerWindow,
            BreakDuration = limits.BreakerRest,
        })
        .AddTimeout(limits.Attempt)
        .Build();

    private bool IsWorthRepeating(Exception? exception, bool canBeAsked) => exception switch
    {
        // who cannot be asked may have it: a repetition within seconds would be the same message again
        TimeoutRejectedException or ChannelException { MayHaveArrived: true } when !canBeAsked => false,
        TimeoutRejectedException => true,
        ChannelException { IsPassing: true } failure => failure.RetryAfter is not { } wait || wait <= limits.MaximumWait,
        _ => false,
    };
}
