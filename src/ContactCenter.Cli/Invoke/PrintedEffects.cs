using ContactCenter.Core.Configuration;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Incidents.Delivery;

namespace ContactCenter.Cli.Invoke;

/// <summary>Says who would be told and what would be repaired, in the place of doing it.</summary>
/// <param name="output">Where it is said.</param>
internal sealed class PrintedEffects(TextWriter output) : IMessageChannel, IEffectHandler
{
    private readonly Lock _gate = new();

    /// <summary>How many were said.</summary>
    public int Count { get; private set; }

    public ValueTask<ChannelAnswer> SendAsync(NotifyEffect effect, Endpoint endpoint, CancellationToken cancellationToken)
    {
        var message = effect.Message;
        Write(Say.WouldTell(
            effect.Audience, $"{endpoint.Channel}", endpoint.To, $"{message.Severity}",
            Spoken.Now.Of(message.Subject), Spoken.Now.Of(message.Symptom)));
        return new(new Taken());
    }

    public ValueTask<DeliveryResult> HandleAsync(Effect effect, int attempt, CancellationToken cancellationToken)
    {
        Write(effect is RemediateEffect repair
            ? Say.WouldRepair(repair.Remediation, repair.Target)
            : Say.WouldCarryOut(effect.Id));
        return new(new Delivered());
    }

    private void Write(string line)
    {
        lock (_gate)
        {
            Count++;
            output.WriteLine(string.Concat(line.Select(static letter => char.IsControl(letter) ? ' ' : letter)));
        }
    }
}
