using ContactCenter.Core.Configuration;
using ContactCenter.Core.Monitoring.Triage;
using ContactCenter.Core.Settings;

namespace ContactCenter.Core.Incidents;

/// <summary>By what one decision is made: the rules of a file with what people have decided over it.</summary>
internal sealed class IncidentRules(EffectiveSettings settings)
{
    // most decisions need no triage, and every act about settings asks for rules anew
    private readonly Lazy<AlarmTriage> _triage = new(() => new AlarmTriage(settings.Configuration, settings.Switches));

    /// <summary>What holds about incidents.</summary>
    public IncidentPolicy Policy { get; } = new(settings);

    /// <summary>Rates messages.</summary>
    public AlarmTriage Triage => _triage.Value;
}

/// <summary>The rules that are in force: those of the file, and what people have decided over it.</summary>
internal sealed class RulesInForce(ContactCenterConfiguration file, SettingsView? settings)
{
    private volatile Made? _last;

    /// <summary>The rules of the file alone.</summary>
    public IncidentRules OfFile { get; } = new(EffectiveSettings.Of(file));

    /// <summary>The rules now. They are asked for once for each decision, so that it is made by one of them.</summary>
    public async ValueTask<IncidentRules> NowAsync()
    {
        if (settings is null)
        {
            return OfFile;
        }

        var effective = await settings.GetAsync();
        if (_last is { } last && ReferenceEquals(last.By, effective))
        {
            return last.Rules;
        }

        // most of the time nobody has decided anything
        var rules = effective.Settings.All.Any() ? new IncidentRules(effective) : OfFile;
        _last = new Made(effective, rules);
        return rules;
    }

    private sealed record Made(EffectiveSettings By, IncidentRules Rules);
}
