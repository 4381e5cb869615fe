using ContactCenter.Core.Configuration;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Remediation.Runs;
using ContactCenter.Core.Settings;

namespace ContactCenter.Functions.Remediation;

/// <summary>What looking after resources stands on, whatever the remediation.</summary>
/// <param name="Cases">The cases of a remediation, by its name.</param>
/// <param name="Pipeline">Where reports go.</param>
/// <param name="Mode">How far the deployment lets repairs go.</param>
/// <param name="Clock">The time.</param>
/// <param name="Settings">What people have decided over that; null: nothing.</param>
/// <param name="IsShadow">True in shadow, where nothing is changed.</param>
public sealed record RemediationDesk(
    Func<string, IRemediationCases> Cases, IncidentPipeline Pipeline, RemediationMode Mode, TimeProvider Clock,
    SettingsView? Settings = null, bool IsShadow = false)
{
    /// <summary>The looking after of a remediation.</summary>
    public ResourceRemediation For(IRemediator remediator)
    {
        ArgumentNullException.ThrowIfNull(remediator);
        return new ResourceRemediation(remediator, Cases(remediator.Entry.Name), Pipeline, ModeAsync, Clock, IsShadow);
    }

    private async ValueTask<RemediationMode> ModeAsync() =>
        Settings is null ? Mode : (await Settings.GetAsync()).Repairs(Mode, Clock.GetUtcNow());
}
