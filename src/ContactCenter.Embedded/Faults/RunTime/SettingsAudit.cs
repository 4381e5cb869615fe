using System.Globalization;
using ContactCenter.Core.Settings;
using ContactCenter.Embedded.Texts;

namespace ContactCenter.Embedded.Faults.RunTime;

/// <summary>
/// The promises about the audit: every act that was answered stands there once with its author, the acts of a kind lead from nothing to
/// what is stored, and what an undone act had changed is as it was before.
/// </summary>
internal sealed class SettingsAudit(ISettingsStore kept)
{
    private readonly HashSet<string> _saved = new(StringComparer.Ordinal);
    private readonly HashSet<string> _refused = new(StringComparer.Ordinal);
    private readonly List<string> _violations = [];

    /// <summary>Acts that were answered.</summary>
    public int Done => _saved.Count;

    /// <summary>An author, who acts once, was told that it is done; gives the act, or null where the audit does not have it.</summary>
    public async ValueTask<SettingAct?> SavedAsync(string author)
    {
        _saved.Add(author);
        return (await AllAsync()).FirstOrDefault(act => act.Author == author);
    }

    /// <summary>An author was told that it is not done.</summary>
    public void Refused(string author) => _refused.Add(author);

    /// <summary>Something was stored.</summary>
    public void Stored(SettingsCommit commit, RuntimeSettings after)
    {
        var act = commit.Act;
        if (act is { Verb: SettingVerb.Undone, After: { } restored } && after[act.Kind].Find(restored.Id)?.Version != restored.Version)
        {
            _violations.Add(Promises.UndoneOtherwise(act.Id, $"{act.Undoes}", restored.Id));
        }
    }

    /// <summary>What was promised and not kept.</summary>
    public async ValueTask<IReadOnlyList<string>> ViolationsAsync(RuntimeSettings settings, DateTimeOffset end)
    {
        var acts = await AllAsync();
        var violations = new List<string>(_violations);
        foreach (var author in _saved)
        {
            var times = acts.Count(act => act.Author == author);
            if (times != 1)
            {
                violations.Add(Promises.ActInAudit(author, $"{times}"));
            }
        }

        violations.AddRange(acts.Where(act => _refused.Contains(act.Author))
            .Select(static act => Promises.RefusedAndStored(act.Author, act.Id)));
        foreach (var kind in SettingKinds.All)
        {
            violations.AddRange(Told(kind, [.. acts.Where(act => act.Kind == kind).OrderBy(VersionOf)], settings[kind], end));
        }

        var byId = acts.ToDictionary(static act => act.Id, StringComparer.Ordinal);
        foreach (var act in acts.Where(static act => act.Undoes is not null))
        {
            if (!byId.TryGetValue(act.Undoes!, out var undone) || Told(act.After) != Told(undone.Before))
            {
                violations.Add(Promises.BeforeIsAnother(act.Id, $"{act.Undoes}"));
            }
        }

        return violations;
    }

    /// <summary>Act by act from nothing to what is stored.</summary>
    private static IEnumerable<string> Told(SettingKind kind, SettingAct[] acts, SettingsBook book, DateTimeOffset end)
    {
        var known = new Dictionary<string, Setting>(StringComparer.Ordinal);
        foreach (var act in acts)
        {
            var id = (act.After ?? act.Before)!.Id;
            if (known.GetValueOrDefault(id)?.Version != act.Before?.Version)
            {
                yield return Promises.ChangedAnother(act.Id, id);
            }

            known.Remove(id);
            if (act.After is { } after)
            {
                known[id] = after;
            }
        }

        if (book.Version != acts.Length)
        {
            yield return Promises.AuditCounts(SettingKinds.NameOf(kind), $"{book.Version}", $"{acts.Length}");
        }

        var stored = book.Settings.Where(setting => !setting.IsOver(end)).Select(static setting => (setting.Id, setting.Version));
        var told = known.Values.Where(setting => !setting.IsOver(end)).Select(static setting => (setting.Id, setting.Version));
        if (!stored.Order().SequenceEqual(told.Order()))
        {
            yield return Promises.ActsLeadElsewhere(SettingKinds.NameOf(kind));
        }
    }

    /// <summary>What a setting says, whichever version of it.</summary>
    private static (Type?, string?, string?, string?, DateTimeOffset?) Told(Setting? setting) =>
        (setting?.GetType(), setting?.Id, setting?.Subject, setting?.Author, setting?.Until);

    /// <summary>An act is called by its time, the kind and the version of the book.</summary>
    private static long VersionOf(SettingAct act) =>
        long.Parse(act.Id.AsSpan(act.Id.LastIndexOf('-') + 1), CultureInfo.InvariantCulture);

    private ValueTask<IReadOnlyList<SettingAct>> AllAsync() => kept.ActsAsync(null, int.MaxValue, CancellationToken.None);
}
