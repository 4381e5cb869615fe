using ContactCenter.Core.Settings;
using ContactCenter.Core.Tests.Incidents;
using ContactCenter.Simulation.Stores;

namespace ContactCenter.Core.Tests.Settings;

/// <summary>Acts: who did what, from which to which, and the way back.</summary>
public sealed class SettingsDeskTests
{
    private readonly SettingsRoom _room = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_saved_has_an_id_a_version_and_its_act_in_the_audit()
    {
        var act = _room.Save(SettingsRoom.Mute());

        var saved = Assert.Single(_room.Current());
        Assert.Equal(("mutes-1", 1, "Ada"), (saved.Id, saved.Version, saved.Author));
        Assert.Equal((SettingVerb.Made, "Ada", "move of the office"), (act.Verb, act.Author, act.Reason));
        Assert.Null(act.Before);
        Assert.Equal(saved, act.After);
        Assert.Equal(act, Assert.Single(await _room.Store.ActsAsync(null, 10, Stop)));
    }

    [Fact]
    public async Task All_of_a_kind_say_no_more_than_hooks_can_read_and_one_that_is_ended_makes_room()
    {
        var work = new PlannedWork
        {
            Author = "Ada",
            Reason = "move of the office",
            From = Desk.At(0),
            Until = Desk.At(60),
            Resources = [.. Enumerable.Range(0, 50).Select(static number => $"{number:D2}{new string('x', 180)}")],
        };
        var outcomes = new List<SettingOutcome>();
        for (var i = 0; i < 10; i++)
        {
            outcomes.Add(await _room.Settings.SaveAsync(work, Desk.At(0), Stop));
        }

        var saved = outcomes.OfType<SettingSaved>().ToArray();
        Assert.InRange(saved.Length, 5, 8);
        Assert.Contains(
            "characters of all of this kind together; expected 65536 at most",
            Assert.Single(Assert.IsType<SettingRefused>(outcomes[^1]).Problems).ToString(),
            StringComparison.Ordinal);
        _ = await _room.Settings.EndAsync(saved[0].Act.After!.Id, new SettingAuthor("Ada", "over"), Desk.At(1), Stop);
        Assert.IsType<SettingSaved>(await _room.Settings.SaveAsync(work, Desk.At(1), Stop));
        Assert.IsType<SettingRefused>(await _room.Settings.UndoAsync(
            (await _room.Store.ActsAsync(null, 10, Stop)).Single(static act => act.Verb == SettingVerb.Ended).Id,
            new SettingAuthor("Ada", "back"), Desk.At(1), Stop));
    }

    [Fact]
    public void A_change_tells_from_which_to_which()
    {
        _room.Save(SettingsRoom.Mute());

        var act = _room.Save(SettingsRoom.Mute(until: 90) with { Id = "mutes-1", Version = 1 });

        Assert.Equal(SettingVerb.Changed, act.Verb);
        Assert.Equal((Desk.At(60), Desk.At(90)), (act.Before!.Until, act.After!.Until));
        Assert.Equal(2, Assert.Single(_room.Current()).Version);
    }

    [Fact]
    public async Task Who_has_seen_an_older_version_changes_nothing_and_is_shown_the_newer_one()
    {
        _room.Save(SettingsRoom.Mute());
        _room.Save(SettingsRoom.Mute(until: 90) with { Id = "mutes-1", Version = 1 });

        var outcome = await _room.Settings.SaveAsync(SettingsRoom.Mute(until: 120) with { Id = "mutes-1", Version = 1 }, Desk.At(0), Stop);
        var end = await _room.Settings.EndAsync("mutes-1", new SettingAuthor("Grace", "over", Seen: 1), Desk.At(0), Stop);

        Assert.Equal(2, Assert.IsType<SettingOutdated>(outcome).Current?.Version);
        Assert.Equal(2, Assert.IsType<SettingOutdated>(end).Current?.Version);
        Assert.Equal(Desk.At(90), Assert.Single(_room.Current()).Until);
    }

    [Fact]
    public async Task Each_act_is_undone_by_one_act_with_an_author_of_its_own()
    {
        var made = _room.Save(SettingsRoom.Mute());
        var changed = _room.Save(SettingsRoom.Mute(until: 90) with { Id = "mutes-1", Version = 1 });

        var back = await UndoAsync(changed.Id);
        Assert.Equal((SettingVerb.Undone, "Lin", changed.Id), (back.Verb, back.Author, back.Undoes));
        Assert.Equal(Desk.At(60), Assert.Single(_room.Current()).Until);

        var ended = _room.End("mutes-1");
        Assert.Empty(_room.Current());
        await UndoAsync(ended.Id);
        Assert.Equal("Ada", Assert.Single(_room.Current()).Author);

        Assert.IsType<SettingOutdated>(await _room.Settings.UndoAsync(made.Id, new("Lin", "no"), Desk.At(0), Stop));
    }

    [Fact]
    public async Task What_was_made_is_ended_by_its_undo_once()
    {
        var made = _room.Save(SettingsRoom.Mute());

        await UndoAsync(made.Id);

        Assert.Empty(_room.Current());
        Assert.IsType<SettingOutdated>(await _room.Settings.UndoAsync(made.Id, new("Lin", "no"), Desk.At(0), Stop));
    }

    [Fact]
    public void What_would_begin_in_the_past_begins_now()
    {
        _room.PassTo(30);

        Assert.Equal(Desk.At(30), _room.Save(SettingsRoom.Mute(from: 0)).After!.From);
    }

    [Fact]
    public async Task What_is_over_leaves_with_the_next_act_and_stays_in_the_audit()
    {
        _room.Save(SettingsRoom.Mute(until: 10));
        _room.PassTo(20);

        _room.Save(SettingsRoom.Mute());

        Assert.Equal("mutes-2", Assert.Single(_room.Current()).Id);
        Assert.Equal(2, (await _room.Store.ActsAsync(null, 10, Stop)).Count);
    }

    [Fact]
    public async Task Neither_an_unknown_setting_nor_an_unknown_act_is_an_error()
    {
        Assert.IsType<SettingMissing>(await _room.Settings.EndAsync("mutes-9", new("Ada", "over"), Desk.At(0), Stop));
        Assert.IsType<SettingMissing>(await _room.Settings.EndAsync("nonsense", new("Ada", "over"), Desk.At(0), Stop));
        Assert.IsType<SettingMissing>(await _room.Settings.UndoAsync("000-mutes-9", new("Ada", "over"), Desk.At(0), Stop));
    }

    [Fact]
    public async Task Two_people_who_save_at_once_both_have_their_setting()
    {
        var racing = new RacingStore(_room.Store, () => _room.Save(SettingsRoom.Mute() with { Reason = "faster" }));
        var outcome = await new SettingsDesk(racing, _room.Configuration).SaveAsync(SettingsRoom.Mute(), Desk.At(0), Stop);

        Assert.IsType<SettingSaved>(outcome);
        Assert.Equal(["faster", "move of the office"], _room.Current().Select(static one => one.Reason));
    }

    private async Task<SettingAct> UndoAsync(string act) =>
        Assert.IsType<SettingSaved>(await _room.Settings.UndoAsync(act, new SettingAuthor("Lin", "a mistake"), _room.Clock.GetUtcNow(),
            Stop)).Act;

    /// <summary>Somebody else is faster once.</summary>
    private sealed class RacingStore(InMemorySettings store, Action first) : ISettingsStore
    {
        private bool _isOver;

        public ValueTask<RuntimeSettings> ReadAsync(CancellationToken cancellationToken) => store.ReadAsync(cancellationToken);

        public ValueTask<bool> CommitAsync(SettingsCommit commit, CancellationToken cancellationToken)
        {
            if (!_isOver)
            {
                _isOver = true;
                first();
            }

            return store.CommitAsync(commit, cancellationToken);
        }

        public ValueTask<IReadOnlyList<SettingAct>> ActsAsync(string? before, int limit, CancellationToken cancellationToken) =>
            store.ActsAsync(before, limit, cancellationToken);

        public ValueTask<SettingAct?> FindActAsync(string id, CancellationToken cancellationToken) => store.FindActAsync(id,
            cancellationToken);
    }
}
