using System.Collections.Immutable;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Settings;

/// <summary>The only way in which settings change: load, decide, commit; and when somebody else was faster, again.</summary>
/// <param name="store">Where they are.</param>
/// <param name="configuration">The file.</param>
public sealed class SettingsDesk(ISettingsStore store, ContactCenterConfiguration configuration)
{
    private const int MaximumAttempts = 10;

    /// <summary>Hooks read the book every few seconds: more marks than this are forgotten, the oldest first.</summary>
    private const int MaximumMarks = 20;

    private readonly SettingRules _rules = new(configuration);

    /// <summary>Saves a setting: a new one, or another version of one that has an id.</summary>
    /// <param name="wanted">
    /// The setting; its id is empty for a new one, and its version the one that its author has seen (0: whatever it is).
    /// </param>
    /// <param name="now">The time. What would begin in the past begins now.</param>
    /// <param name="cancellationToken">Stops the request.</param>
    /// <exception cref="SettingsConflictException">Every attempt lost its race.</exception>
    public ValueTask<SettingOutcome> SaveAsync(Setting wanted, DateTimeOffset now, CancellationToken cancellationToken) =>
        SaveAsync(wanted, mark: null, now, cancellationToken);

    /// <summary>The same for a request that may come twice, and counts once.</summary>
    /// <param name="wanted">The setting.</param>
    /// <param name="mark">By what a repetition of the request is recognised; null: it is not.</param>
    /// <param name="now">The time.</param>
    /// <param name="cancellationToken">Stops the request.</param>
    /// <exception cref="SettingsConflictException">Every attempt lost its race.</exception>
    public ValueTask<SettingOutcome> SaveAsync(
        Setting wanted, SettingMark? mark, DateTimeOffset now, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(wanted);
        return ActAsync(wanted.Kind, mark, now, book => SettingActs.Save(book, wanted, _rules, now), cancellationToken);
    }

    /// <summary>Ends a setting before its time.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="by">Who, why, and what they have seen.</param>
    /// <param name="now">The time.</param>
    /// <param name="cancellationToken">Stops the request.</param>
    /// <exception cref="SettingsConflictException">Every attempt lost its race.</exception>
    public async ValueTask<SettingOutcome> EndAsync(string id, SettingAuthor by, DateTimeOffset now, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(id);
        ArgumentNullException.ThrowIfNull(by);
        return KindOf(id) is { } kind
            ? await ActAsync(kind, by.Mark, now, book => SettingActs.End(book, id, by, now), cancellationToken)
            : new SettingMissing(id);
    }

    /// <summary>Undoes an act, unless the setting is another by now than the act has left it.</summary>
    /// <param name="actId">Id of the act.</param>
    /// <param name="by">Who, and why.</param>
    /// <param name="now">The time.</param>
    /// <param name="cancellationToken">Stops the request.</param>
    /// <exception cref="SettingsConflictException">Every attempt lost its race.</exception>
    public async ValueTask<SettingOutcome> UndoAsync(
        string actId, SettingAuthor by, DateTimeOffset now, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actId);
        ArgumentNullException.ThrowIfNull(by);
        return await store.FindActAsync(actId, cancellationToken) is { } act
            ? await ActAsync(act.Kind, by.Mark, now, book => SettingActs.Undo(book, act, by, _rules, now), cancellationToken)
            : new SettingMissing(actId);
    }

    /// <summary>What a request has done already that comes once more; null: nothing.</summary>
    /// <param name="id">Id of the setting that it is about, which may be ended by now.</param>
    /// <param name="mark">By what it is recognised; null: it is not.</param>
    /// <param name="now">The time.</param>
    /// <param name="cancellationToken">Stops the request.</param>
    public async ValueTask<SettingSaved?> FindDoneAsync(
        string id, SettingMark? mark, DateTimeOffset now, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(id);
        return mark is not null && KindOf(id) is { } kind
            ? await FindDoneAsync((await store.ReadAsync(cancellationToken))[kind], mark, now, cancellationToken)
            : null;
    }

    /// <summary>What a request that makes several settings of a kind has made of them already, when it comes once more.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="mark">How the marks of all of them begin; null: a repetition is not recognised.</param>
    /// <param name="now">The time.</param>
    /// <param name="cancellationToken">Stops the request.</param>
    public async ValueTask<IReadOnlyList<SettingAct>> FindDoneAsync(
        SettingKind kind, SettingMark? mark, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var done = new List<SettingAct>();
        if (mark is null)
        {
            return done;
        }

        foreach (var known in (await store.ReadAsync(cancellationToken))[kind].Marks.Where(known =>
            known.Until > now && known.Name.StartsWith($"{mark.Name}-", StringComparison.Ordinal)))
        {
            if (await store.FindActAsync(known.ActId, cancellationToken) is { } act)
            {
                done.Add(act);
            }
        }

        return done;
    }

    private async ValueTask<SettingSaved?> FindDoneAsync(
        SettingsBook book, SettingMark? mark, DateTimeOffset now, CancellationToken cancellationToken) =>
        mark is not null
            && book.Marks.FirstOrDefault(known => known.Name == mark.Name && known.Until > now) is { } done
            && await store.FindActAsync(done.ActId, cancellationToken) is { } act
                ? new SettingSaved(act)
                : null;

    private async ValueTask<SettingOutcome> ActAsync(
        SettingKind kind,
        SettingMark? mark,
        DateTimeOffset now,
        Func<SettingsBook, SettingDecision> decide,
        CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < MaximumAttempts; attempt++)
        {
            var book = (await store.ReadAsync(cancellationToken))[kind];
            if (await FindDoneAsync(book, mark, now, cancellationToken) is { } done)
            {
                return done;
            }

            var decision = decide(book);
            if (decision.Commit is not { } commit
                || await store.CommitAsync(Marked(commit, book, mark, now), cancellationToken))
            {
                return decision.Outcome;
            }
        }

        throw new SettingsConflictException(kind, MaximumAttempts);
    }

    private static SettingsCommit Marked(SettingsCommit commit, SettingsBook before, SettingMark? mark, DateTimeOffset now)
    {
        ImmutableArray<SettingMark> marks =
        [
            .. before.Marks.Where(known => known.Until > now),
            .. mark is null ? [] : new[] { mark with { ActId = commit.Act.Id } },
        ];
        return commit with { Book = commit.Book with { Marks = [.. marks.TakeLast(MaximumMarks)] } };
    }

    /// <summary>Every setting is known by an id that names its kind: <c>mutes-7</c> is one of the mutes.</summary>
    private static SettingKind? KindOf(string id) =>
        id.IndexOf('-', StringComparison.Ordinal) is > 0 and var dash ? SettingKinds.Find(id[..dash]) : null;
}

/// <summary>Who does something to a setting, and why.</summary>
/// <param name="Name">As messages name people.</param>
/// <param name="Reason">Why.</param>
/// <param name="Seen">Version of the setting that was seen; null: whatever it is now.</param>
public sealed record SettingAuthor(string Name, string Reason, int? Seen = null)
{
    /// <summary>By what a repetition of the request is recognised; null: it is not.</summary>
    public SettingMark? Mark { get; init; }
}

/// <summary>An act about settings lost the race every time; retrying later is safe.</summary>
public sealed class SettingsConflictException(SettingKind kind, int attempts)
    : Exception($"the act about {SettingKinds.NameOf(kind)} lost {attempts} races in a row; try again");

/// <summary>What was decided about an act.</summary>
/// <param name="Outcome">What becomes of it once <paramref name="Commit"/> is stored.</param>
/// <param name="Commit">What is stored; null: nothing.</param>
internal sealed record SettingDecision(SettingOutcome Outcome, SettingsCommit? Commit);

/// <summary>Decides what an act does to the settings of a kind. Pure.</summary>
internal static class SettingActs
{
    public static SettingDecision Save(SettingsBook book, Setting wanted, SettingRules rules, DateTimeOffset now)
    {
        var before = wanted.Id.Length > 0 ? book.Find(wanted.Id) : null;
        if (wanted.Id.Length > 0 && (before is null || before.IsOver(now)))
        {
            return Nothing(new SettingMissing(wanted.Id));
        }

        if (before is not null && wanted.Version != 0 && before.Version != wanted.Version)
        {
            return Nothing(new SettingOutdated(before));
        }

        // what was decided before now was decided by what held then
        var from = before is not null && before.From <= now && wanted.From <= now ? before.From : wanted.From > now ? wanted.From : now;
        var clean = wanted with { From = from, Author = wanted.Author?.Trim()!, Reason = wanted.Reason?.Trim()! };
        var problems = rules.Check(clean, now).ToList();
        if (before is not null && before.GetType() != wanted.GetType())
        {
            problems.Add(new("kind", wanted.GetType().Name, Replies.AsItWasMade(before.GetType().Name)));
        }

        if (before is null && book.Settings.Count(setting => !setting.IsOver(now)) >= SettingRules.MaximumOfKind)
        {
            problems.Add(new("", Replies.FoundOfKind($"{SettingRules.MaximumOfKind}"), Replies.EndOneFirst));
        }

        if (problems.Count > 0)
        {
            return Nothing(new SettingRefused(problems));
        }

        var after = clean with
        {
            Id = before?.Id ?? FormattableString.Invariant($"{SettingKinds.NameOf(book.Kind)}-{book.Version + 1}"),
            Version = (before?.Version ?? 0) + 1,
        };
        var act = Act(book, new(after.Author, after.Reason), before is null ? SettingVerb.Made : SettingVerb.Changed, now);
        return Stored(book, act with { Before = before, After = after }, now);
    }

    public static SettingDecision End(SettingsBook book, string id, SettingAuthor by, DateTimeOffset now)
    {
        if (book.Find(id) is not { } before || before.IsOver(now))
        {
            return Nothing(new SettingMissing(id));
        }

        if (by.Seen is { } seen && seen != before.Version)
        {
            return Nothing(new SettingOutdated(before));
        }

        var problems = new List<SettingProblem>();
        SettingRules.CheckPerson(by.Name, by.Reason, problems);
        return problems.Count > 0
            ? Nothing(new SettingRefused(problems))
            : Stored(book, Act(book, by, SettingVerb.Ended, now) with { Before = before }, now);
    }

    public static SettingDecision Undo(SettingsBook book, SettingAct undone, SettingAuthor by, SettingRules rules, DateTimeOffset now)
    {
        var id = (undone.After ?? undone.Before)!.Id;
        var current = book.Find(id);
        if (current?.Version != undone.After?.Version || current?.IsOver(now) == true)
        {
            return Nothing(new SettingOutdated(current?.IsOver(now) == true ? null : current));
        }

        // what is put back must be newer than what the act has left
        var version = Math.Max(undone.Before?.Version ?? 0, undone.After?.Version ?? 0) + 1;
        var after = undone.Before is { } before
            ? before with { Version = version, From = before.From > now || undone.After is not null ? before.From : now }
            : null;
        var problems = after is null ? [] : rules.Check(after, now).ToList();
        SettingRules.CheckPerson(by.Name, by.Reason, problems);
        return problems.Count > 0
            ? Nothing(new SettingRefused(problems))
            : Stored(book, Act(book, by, SettingVerb.Undone, now) with { Before = current, After = after, Undoes = undone.Id }, now);
    }

    private static SettingDecision Nothing(SettingOutcome outcome) => new(outcome, null);

    private static SettingAct Act(SettingsBook book, SettingAuthor by, SettingVerb verb, DateTimeOffset now) => new()
    {
        Id = SettingAct.IdOf(now, book.Kind, book.Version + 1),
        At = now,
        Author = by.Name?.Trim()!,
        Reason = by.Reason?.Trim()!,
        Kind = book.Kind,
        Verb = verb,
    };

    /// <summary>The book after an act. What is over leaves it: the audit has it.</summary>
    private static SettingDecision Stored(SettingsBook book, SettingAct act, DateTimeOffset now)
    {
        var id = (act.After ?? act.Before)!.Id;
        ImmutableArray<Setting> others = [.. book.Settings.Where(setting => setting.Id != id && !setting.IsOver(now))];
        var after = new SettingsBook(book.Kind, book.Version + 1, act.After is { } saved ? others.Add(saved) : others);
        if (act.After is not null && SettingSize.Of(after.Settings) is > SettingRules.MaximumCharacters and var size)
        {
            return Nothing(new SettingRefused(
            [
                new("", Replies.FoundCharacters($"{size}"),
                    Replies.CharactersAtMost($"{SettingRules.MaximumCharacters}")),
            ]));
        }

        return new(new SettingSaved(act), new SettingsCommit(after, act));
    }
}
