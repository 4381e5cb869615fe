using ContactCenter.Core.Incidents;
using ContactCenter.Core.Incidents.Delivery;

namespace ContactCenter.Cli.Invoke;

/// <summary>Says who would be told and what would be repaired, in the place of doing it.</summary>
/// <param name="output">Where it is said.</param>
internal sealed class PrintedEffects(TextWriter output) : IEffectHandler
{
    private readonly Lock _gate = new();

    /// <summary>How many were said.</summary>
    public int Count { get; private set; }

    public ValueTask<DeliveryResult> HandleAsync(Effect effect, int attempt, CancellationToken cancellationToken)
    {
        var line = effect switch
        {
            NotifyEffect tell => $"would tell {tell.Audience} by {tell.Channel} ({tell.To}): {tell.Message.Severity} {tell.Message.Subject}: {tell.Message.Symptom}",
            RemediateEffect repair => $"would ask {repair.Remediation} to repair {repair.Target}",
            _ => $"would carry out {effect.Id}",
        };
        lock (_gate)
        {
            Count++;
            output.WriteLine(string.Concat(line.Select(static letter => char.IsControl(letter) ? ' ' : letter)));
        }

        return new(new Delivered());
    }
}
