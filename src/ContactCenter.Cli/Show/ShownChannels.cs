using System.Collections.Concurrent;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Incidents.Delivery;

namespace ContactCenter.Cli.Show;

/// <summary>
/// The deployed channels, which send to a handler that keeps what they send. Tasks and cases are not shown, and not sent.
/// </summary>
internal sealed class ShownChannels(IMessageChannel deployed, CapturedHttp http) : IMessageChannel, IEffectHandler
{
    private readonly ConcurrentQueue<ShownMessage> _messages = new();

    public async ValueTask<ChannelAnswer> SendAsync(NotifyEffect effect, Endpoint endpoint, CancellationToken cancellationToken)
    {
        if (endpoint.Channel is Channel.Task or Channel.Support)
        {
            _messages.Enqueue(new ShownMessage(effect, endpoint, [], null));
            return new Taken();
        }

        var (answer, requests) = await http.DuringAsync(() => deployed.SendAsync(effect, endpoint, cancellationToken));
        _messages.Enqueue(new ShownMessage(effect, endpoint, requests, (answer as Refused)?.Reason));

        // a refusal would tell others in its place, and the question was what this one is told
        return new Taken();
    }

    public ValueTask<DeliveryResult> HandleAsync(Effect effect, int attempt, CancellationToken cancellationToken) => new(new Delivered());

    /// <summary>What was sent since the last time, in order of the decisions.</summary>
    public IReadOnlyList<ShownMessage> Take()
    {
        var taken = new List<ShownMessage>();
        while (_messages.TryDequeue(out var message))
        {
            taken.Add(message);
        }

        return [.. taken.OrderBy(static message => message.Effect.At)];
    }
}
