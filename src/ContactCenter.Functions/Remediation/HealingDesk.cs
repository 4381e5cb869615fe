using ContactCenter.Core.Configuration;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Remediation.Runs;

namespace ContactCenter.Functions.Remediation;

/// <summary>What looking after resources stands on, whatever the remediation.</summary>
/// <param name="Cases">The cases of a remediation, by its name.</param>
/// <param name="Pipeline">Where reports go.</param>
/// <param name="Mode">How far repairs may go.</param>
/// <param name="Clock">The time.</param>
public sealed record HealingDesk(Func<string, IHealingCases> Cases, IncidentPipeline Pipeline, HealingMode Mode, TimeProvider Clock)
{
    /// <summary>The looking after of a remediation.</summary>
    public ResourceHealing For(IHealer healer)
    {
        ArgumentNullException.ThrowIfNull(healer);
        return new ResourceHealing(healer, Cases(healer.Entry.Name), Pipeline, Mode, Clock);
    }
}
