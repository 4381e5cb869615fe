using ContactCenter.Core.Settings;
using ContactCenter.Simulation;
using ContactCenter.Simulation.Stores;

namespace ContactCenter.Embedded.Faults.RunTime;

/// <summary>
/// Settings in memory, whose store does not answer for a while now and then, with processes that die before and after an act is stored and
/// acts that lose their race.
/// </summary>
internal sealed class FaultySettings(VirtualClock clock, FaultDice dice, SettingsTruth truth, Sabotage sabotage) : ISettingsStore
{
    private readonly InMemorySettings _memory = new();

    /// <summary>Lets others act between what is read and what is stored.</summary>
    public Func<ValueTask>? Overtake { get; set; }

    /// <summary>Told of every act that was stored.</summary>
    public Action<SettingsCommit>? Committed { get; set; }

    /// <summary>The settings and the audit, without anything that goes wrong.</summary>
    public ISettingsStore Kept => _memory;

    public async ValueTask<RuntimeSettings> ReadAsync(CancellationToken cancellationToken)
    {
        if (sabotage == Sabotage.ServesOutdatedSettings && truth.IsOut(clock.Now))
        {
            return truth.Newest;
        }

        ThrowWhileOut();
        return Spoil(await _memory.ReadAsync(cancellationToken));
    }

    public async ValueTask<bool> CommitAsync(SettingsCommit commit, CancellationToken cancellationToken)
    {
        ThrowWhileOut();
        dice.MayCrash("before storing an act");
        if (dice.LosesRace() && Overtake is not null)
        {
            await Overtake();
        }

        if (sabotage == Sabotage.LosesMutes && commit.Act.After is Mute)
        {
            return true;
        }

        var spoilt = await SpoilAsync(commit);
        var stored = await _memory.CommitAsync(spoilt, cancellationToken);
        if (stored)
        {
            truth.Committed(clock.Now, await _memory.ReadAsync(cancellationToken));
            Committed?.Invoke(commit);
            dice.MayCrash("after storing an act");
        }

        return stored;
    }

    public ValueTask<IReadOnlyList<SettingAct>> ActsAsync(string? before, int limit, CancellationToken cancellationToken)
    {
        ThrowWhileOut();
        return _memory.ActsAsync(before, limit, cancellationToken);
    }

    public ValueTask<SettingAct?> FindActAsync(string id, CancellationToken cancellationToken)
    {
        ThrowWhileOut();
        return _memory.FindActAsync(id, cancellationToken);
    }

    private void ThrowWhileOut()
    {
        if (truth.IsOut(clock.Now))
        {
            throw new SimulatedCrashException("because settings do not answer");
        }
    }

    private RuntimeSettings Spoil(RuntimeSettings settings) => sabotage switch
    {
        Sabotage.ForgetsTakeovers => settings.With(settings[SettingKind.OnCall] with { Settings = [] }),
        Sabotage.KeepsTakeovers => settings.With(Longer(settings[SettingKind.OnCall])),
        Sabotage.ForgetsMutes => settings
            .With(settings[SettingKind.Mutes] with { Settings = [] })
            .With(settings[SettingKind.Maintenance] with { Settings = [] }),
        Sabotage.KeepsMutes => settings.With(EverMade(SettingKind.Mutes)).With(EverMade(SettingKind.Maintenance)),
        Sabotage.MutesMore => settings.With(Everything(settings[SettingKind.Mutes])),
        _ => settings,
    };

    private static SettingsBook Longer(SettingsBook book) => book with
    {
        Settings = [.. book.Settings.Select(static setting => setting with { Until = setting.Until + TimeSpan.FromHours(1) })],
    };

    private static SettingsBook Everything(SettingsBook book) => book with
    {
        Settings = [.. book.Settings.OfType<Mute>().Select(static mute => mute with { Alarm = null, Resource = null })],
    };

    /// <summary>Also what was ended before its time.</summary>
    private SettingsBook EverMade(SettingKind kind) => new(
        kind,
        truth.Newest[kind].Version,
        [.. truth.States.SelectMany(state => state[kind].Settings).DistinctBy(static setting => setting.Id)]);

    private async ValueTask<SettingsCommit> SpoilAsync(SettingsCommit commit)
    {
        var book = commit.Book;
        switch (sabotage)
        {
            case Sabotage.NoVersionConditionOfSettings:
                var now = (await _memory.ReadAsync(CancellationToken.None))[book.Kind];
                return commit with { Book = book with { Version = now.Version + 1 } };
            case Sabotage.LosesAudit when dice.Chance(0.3):
                return commit with { Act = commit.Act with { Id = "lost-0" } };
            case Sabotage.UndoesTooMuch when commit.Act is { Verb: SettingVerb.Undone, After: { } restored }:
                return commit with { Book = book with { Settings = book.Settings.RemoveAll(setting => setting.Id == restored.Id) } };
            default:
                return commit;
        }
    }
}
