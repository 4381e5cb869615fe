using ContactCenter.Core.Common;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Incidents.Delivery;

namespace ContactCenter.Aws.Notifications;

/// <summary>
/// Tells people. When an endpoint stays broken, the message goes out through what stands in for it in the audience, and the timeline
/// says so; without a stand-in it is tried again later.
/// </summary>
public sealed class NotificationHandler : IEffectHandler
{
    private static readonly TimeSpan RememberFallback = TimeSpan.FromDays(2);

    private readonly IReadOnlyDictionary<Channel, INotificationChannel> _channels;
    private readonly ChannelPipelines _pipelines;
    private readonly IncidentPolicy _policy;
    private readonly INotebook _notebook;
    private readonly TimeProvider _clock;

    internal NotificationHandler(
        IReadOnlyDictionary<Channel, INotificationChannel> channels, ChannelPipelines pipelines, IncidentPolicy policy, INotebook notebook, TimeProvider clock)
    {
        _channels = channels;
        _pipelines = pipelines;
        _policy = policy;
        _notebook = notebook;
        _clock = clock;
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The effect is not a <see cref="NotifyEffect"/>.</exception>
    public async ValueTask<DeliveryResult> HandleAsync(Effect effect, int attempt, CancellationToken cancellationToken)
    {
        var notify = effect as NotifyEffect ?? throw new ArgumentException("only messages are told to people", nameof(effect));
        if (_policy.Endpoint(notify.Audience, notify.Channel, notify.To, notify.At) is not { } endpoint)
        {
            return new DeliveryFailed("it does not stand in the configuration any more");
        }

        try
        {
            return new Delivered(await SendAsync(notify, endpoint, cancellationToken));
        }
        catch (ChannelException failure)
        {
            return await FallbackAsync(notify, endpoint, failure, attempt, cancellationToken);
        }
    }

    private ValueTask<string?> SendAsync(NotifyEffect effect, Endpoint endpoint, CancellationToken cancellationToken) =>
        _pipelines.RunAsync(endpoint, token => _channels[endpoint.Channel].SendAsync(effect, endpoint, token), cancellationToken);

    private async ValueTask<DeliveryResult> FallbackAsync(
        NotifyEffect effect, Endpoint broken, ChannelException failure, int attempt, CancellationToken cancellationToken)
    {
        var (reason, isPassing, wait) = (failure.Message, failure.IsPassing, failure.RetryAfter);
        foreach (var standIn in _policy.Fallbacks(effect.Audience, broken, effect.At))
        {
            try
            {
                await SendOnceAsync(effect, broken, standIn, failure.Message, cancellationToken);
                return new Delivered($"{effect.Audience} could not be told by {broken.Channel} ({broken.To}): {failure.Message}. The message went out by {standIn.Channel} ({standIn.To}) instead.");
            }
            catch (ChannelException another)
            {
                reason = $"{reason}; {standIn.Channel} ({standIn.To}): {another.Message}";
                isPassing |= another.IsPassing;
            }
        }

        var now = _clock.GetUtcNow();
        var pause = EffectDelivery.PauseAfter(attempt);
        return isPassing ? new RetryLater(now + (wait > pause ? wait.Value : pause), reason) : new DeliveryFailed(reason);
    }

    /// <summary>Tells a stand-in, unless it was told of this step already because another endpoint was broken too.</summary>
    private async ValueTask SendOnceAsync(NotifyEffect effect, Endpoint broken, Endpoint standIn, string reason, CancellationToken cancellationToken)
    {
        var note = $"stand-in-{effect.IncidentId}-{effect.At.ToUnixTimeMilliseconds()}-{Fingerprint.Of($"{standIn.Channel} {standIn.To}")}";
        if (await _notebook.FindAsync(note, cancellationToken) is not null)
        {
            return;
        }

        var explained = $"{effect.Message.Remark} You are told here because {broken.Channel} ({broken.To}) cannot be reached: {reason}.".TrimStart();
        _ = await SendAsync(effect with { Message = effect.Message with { Remark = explained } }, standIn, cancellationToken);
        _ = await _notebook.TryAddAsync(note, effect.Id, _clock.GetUtcNow() + RememberFallback, cancellationToken);
    }
}
