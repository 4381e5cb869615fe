using ContactCenter.Core.Configuration;
using ContactCenter.Core.Contacts.Customers;
using ContactCenter.Core.Contacts.Flows;
using Polly;
using Polly.CircuitBreaker;
using Polly.Hedging;
using Polly.Timeout;

namespace ContactCenter.Aws.Customers;

/// <summary>
/// Looks customers up over HTTPS, so that a broken system costs the caller nothing. From the outside to the inside: cache; limit for
/// everything; hedging, which sends a request beside a late one and repeats a failed one at once; circuit breaker; limit for one request.
/// </summary>
public sealed class CustomerLookup : ICustomerSystem
{
    /// <summary>Requests beside the first.</summary>
    private const int MoreAttempts = 2;

    /// <summary>A process serves one call after the other, so these are few.</summary>
    private const int BreakerAttempts = 5;

    /// <summary>
    /// Of the time for everything. A request that nobody overtakes ends by this limit, which the breaker counts; one that was overtaken
    /// ends without, or a system that is slow but works would be cut off.
    /// </summary>
    private const double ShareOfOneRequest = 0.9;

    private static readonly TimeSpan BreakerWindow = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan BreakerRest = TimeSpan.FromSeconds(15);

    private readonly CrmSettings _settings;
    private readonly CrmClient _client;
    private readonly TimeProvider _clock;
    private readonly CustomerCache _cache;
    private readonly ResiliencePipeline<CrmReply> _attempts;

    /// <summary>Looks up in one system.</summary>
    /// <param name="settings">The system.</param>
    /// <param name="client">Asks it.</param>
    /// <param name="clock">The clock.</param>
    public CustomerLookup(CrmSettings settings, CrmClient client, TimeProvider clock)
    {
        _settings = settings;
        _client = client;
        _clock = clock;
        _cache = new CustomerCache(settings.CacheFor, clock);
        _attempts = Build(settings, clock);
    }

    /// <inheritdoc/>
    public async ValueTask<CustomerAnswer> LookUpAsync(FlowRequest request, TimeSpan limit, CancellationToken cancellationToken)
    {
        if (CustomerAnswer.IsSkipped(_settings, request))
        {
            return CustomerAnswer.Without(CustomerStatus.Skipped);
        }

        if (CrmAddress.Of(_settings.Url, request) is not { } address)
        {
            return CustomerAnswer.Without(CustomerStatus.NoKey);
        }

        if (_cache.Fresh(address) is { } known)
        {
            return known;
        }

        var start = _clock.GetTimestamp();
        string why;
        try
        {
            var reply = await AskAsync(address, limit, cancellationToken);
            var answer = Read(reply) with { Took = _clock.GetElapsedTime(start) };
            _cache.Keep(address, answer);
            return answer;
        }
        catch (CrmException failure)
        {
            why = failure.Message;
        }
        catch (BrokenCircuitException)
        {
            why = "it failed again and again and rests for a while";
        }
        catch (Exception late) when (late is TimeoutRejectedException or OperationCanceledException
            && !cancellationToken.IsCancellationRequested)
        {
            why = "it did not answer in time";
        }

        return (_cache.Usable(address) ?? CustomerAnswer.Without(CustomerStatus.Failed)) with
        {
            Took = _clock.GetElapsedTime(start),
            Failure = $"{_settings.Api}: {why}"
        };
    }

    private async ValueTask<CrmReply> AskAsync(Uri address, TimeSpan limit, CancellationToken cancellationToken)
    {
        var budget = TimeSpan.FromMilliseconds(_settings.BudgetMilliseconds);
        using var time = new CancellationTokenSource(limit < budget ? limit : budget, _clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(time.Token, cancellationToken);

        // not every wait ends by its token, such as that for a name server
        return await _attempts.ExecuteAsync(
            static (asked, token) => asked.Client.GetAsync(asked.Address, token), (Client: _client, Address: address), either.Token)
            .AsTask().WaitAsync(either.Token);
    }

    private CustomerAnswer Read(CrmReply reply) =>
        !reply.IsFound ? CustomerAnswer.Without(CustomerStatus.NotFound) with
        {
            Remark = reply.Remark is { } remark ? $"{_settings.Api}: {remark}" : null,
        }
        : CustomerRecord.Read(reply.Body, _settings.Attributes) is { } attributes ? new CustomerAnswer(CustomerStatus.Ok, attributes)
        : throw new CrmException("its reply is no JSON object", isPassing: false);

    private static ResiliencePipeline<CrmReply> Build(
        CrmSettings settings, TimeProvider clock) => new ResiliencePipelineBuilder<CrmReply> { TimeProvider = clock }
        .AddHedging(new HedgingStrategyOptions<CrmReply>
        {
            ShouldHandle = static arguments => ValueTask.FromResult(arguments.Outcome.Exception is CrmException { IsPassing: true }),
            MaxHedgedAttempts = MoreAttempts,
            Delay = TimeSpan.FromMilliseconds(settings.HedgeAfterMilliseconds),
        })
        .AddCircuitBreaker(new CircuitBreakerStrategyOptions<CrmReply>
        {
            ShouldHandle = static arguments =>
                ValueTask.FromResult(arguments.Outcome.Exception is CrmException or TimeoutRejectedException),
            FailureRatio = 0.5,
            MinimumThroughput = BreakerAttempts,
            SamplingDuration = BreakerWindow,
            BreakDuration = BreakerRest,
        })
        .AddTimeout(TimeSpan.FromMilliseconds(ShareOfOneRequest * settings.BudgetMilliseconds))
        .Build();
}
