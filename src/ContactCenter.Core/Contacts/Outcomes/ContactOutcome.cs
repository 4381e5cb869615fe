using ContactCenter.Core.Contacts.Complexity;
using ContactCenter.Core.Contacts.NextTopics;

namespace ContactCenter.Core.Contacts.Outcomes;

/// <summary>How a contact ended that an agent had, with its transfers.</summary>
/// <param name="ContactId">The contact that it began as.</param>
/// <param name="Topic">What it was about.</param>
/// <param name="Queue">Queue that it was sent to.</param>
/// <param name="Level">
/// Level of the topic's skill that the file asked for; what a difficult contact is asked more is not in it, so that levels compare the
/// same contacts.
/// </param>
/// <param name="IsTransferred">Whether it was transferred.</param>
/// <param name="Seconds">Seconds from when an agent had it until it was over.</param>
public sealed record ContactOutcome(string ContactId, string Topic, string Queue, int? Level, bool IsTransferred, long Seconds)
{
    /// <summary>How long it is kept by contact: until it is known who came again, and some days on which nobody may count.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(13);

    /// <summary>What else was known when it was routed; null: it was not kept.</summary>
    public ContactTraits? Traits { get; init; }

    /// <summary>How difficult the rule calls it by what was known then, see <see cref="ContactComplexity"/>.</summary>
    public string? Rule { get; init; }

    /// <summary>
    /// Level of the skill that the agent had at least who took it, 0 for any agent; null: it is not known, or another level was looked for
    /// than that of the file.
    /// </summary>
    public int? Met { get; init; }

    /// <summary>See <see cref="TakenBy.Slot"/>.</summary>
    public int? Slot { get; init; }

    /// <summary>The skill that <see cref="Met"/> is a level of; null: it was not kept.</summary>
    public string? Skill { get; init; }
}

/// <summary>How contacts of a topic ended that were sent to a queue with a level.</summary>
/// <param name="Topic">What they were about.</param>
/// <param name="Queue">Queue that they were sent to.</param>
/// <param name="Level">Level of the topic's skill that the file asked for; null: the topic had no route.</param>
public sealed record RouteCount(string Topic, string Queue, int? Level)
{
    /// <summary>Contacts that an agent had.</summary>
    public long Contacts { get; init; }

    /// <summary>Those that were transferred.</summary>
    public long Transferred { get; init; }

    /// <summary>Seconds from an agent to the end, together.</summary>
    public long Seconds { get; init; }

    /// <summary>Those of which it is known whether the customer came again.</summary>
    public long Known { get; init; }

    /// <summary>Those of the known after which the customer came again about the same topic.</summary>
    public long Again { get; init; }

    /// <summary>Those of the known with neither a transfer nor another contact.</summary>
    public long Solved { get; init; }

    /// <summary>See <see cref="ContactOutcome.Met"/>.</summary>
    public int? Met { get; init; }

    /// <summary>
    /// The skill that <see cref="Met"/> is a level of: another one may have stood in the file then. Null: it was not kept.
    /// </summary>
    public string? Skill { get; init; }

    /// <summary>How many agents took them on one day, at least.</summary>
    public int Agents { get; init; }

    /// <summary>These and others of the same topic, queue and level.</summary>
    public RouteCount Plus(RouteCount other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return this with
        {
            Contacts = Contacts + other.Contacts,
            Transferred = Transferred + other.Transferred,
            Seconds = Seconds + other.Seconds,
            Known = Known + other.Known,
            Again = Again + other.Again,
            Solved = Solved + other.Solved,
            Agents = Math.Max(Agents, other.Agents),
        };
    }

    /// <summary>Counts put together by topic, queue, level, the level that was met and its skill, in this order.</summary>
    public static IReadOnlyList<RouteCount> Sum(IEnumerable<RouteCount> counts) =>
    [
        .. counts.GroupBy(static one => (one.Topic, one.Queue, one.Level, one.Met, one.Skill))
            .Select(static group => group.Aggregate(static (sum, one) => sum.Plus(one)))
            .OrderBy(static one => one.Topic, StringComparer.Ordinal)
            .ThenBy(static one => one.Queue, StringComparer.Ordinal)
            .ThenBy(static one => one.Level)
            .ThenBy(static one => one.Met)
            .ThenBy(static one => one.Skill, StringComparer.Ordinal),
    ];
}

/// <summary>How the contacts ended that were over on a day: counts, of nobody.</summary>
/// <param name="Day">The day, UTC.</param>
/// <param name="Counts">By topic, queue and level.</param>
public sealed record OutcomeDay(DateOnly Day, IReadOnlyList<RouteCount> Counts)
{
    /// <summary>The same by kind; null: it was not counted yet.</summary>
    public IReadOnlyList<KindCount>? Kinds { get; init; }

    /// <summary>Who is in touch about the same topic again within this was not helped.</summary>
    public static readonly TimeSpan AgainWithin = TimeSpan.FromDays(7);

    /// <summary>How long days are kept: a quarter of a year, and some days.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(100);

    /// <summary>After so many days it is known of every contact of a day whether the customer came again.</summary>
    private const int KnownAfter = 8;

    /// <summary>Days that are made up for where nobody counted.</summary>
    private const int MadeUp = 3;

    /// <summary>Counts a day.</summary>
    /// <param name="day">The day.</param>
    /// <param name="outcomes">The contacts that were over then.</param>
    /// <param name="histories">What customers were in touch about, each in the order of time.</param>
    public static OutcomeDay Of(
        DateOnly day, IEnumerable<ContactOutcome> outcomes, IEnumerable<IReadOnlyList<TopicVisit>> histories)
    {
        ArgumentNullException.ThrowIfNull(outcomes);
        ArgumentNullException.ThrowIfNull(histories);
        var again = new Dictionary<string, bool>(StringComparer.Ordinal);
        foreach (var history in histories)
        {
            foreach (var (i, visit) in history.Index())
            {
                again[visit.ContactId] = history.Skip(i + 1).Any(later =>
                    later.Topic == visit.Topic && later.ContactId != visit.ContactId && later.At - visit.At <= AgainWithin);
            }
        }

        ContactOutcome[] over = [.. outcomes];
        return new OutcomeDay(
            day,
            [
                .. over.GroupBy(static one => (one.Topic, one.Queue, one.Level, one.Met, one.Skill))
                    .SelectMany(group => RouteCount.Sum(group.Select(CountOf)), static (group, count) => count with
                    {
                        Agents = group.Select(static one => one.Slot).OfType<int>().Distinct().Count(),
                    })
                    .OrderBy(static one => one.Topic, StringComparer.Ordinal)
                    .ThenBy(static one => one.Queue, StringComparer.Ordinal)
                    .ThenBy(static one => one.Level)
                    .ThenBy(static one => one.Met)
                    .ThenBy(static one => one.Skill, StringComparer.Ordinal),
            ])
        {
            Kinds =
            [
                .. KindCount.Sum(over
                    .Select(outcome => again.TryGetValue(outcome.ContactId, out var came) ? KindCount.Of(outcome, came) : null)
                    .OfType<KindCount>())
                .Take(KindCount.MaximumKinds),
            ],
        };

        RouteCount CountOf(ContactOutcome outcome)
        {
            var isKnown = again.TryGetValue(outcome.ContactId, out var cameAgain);
            return new RouteCount(outcome.Topic, outcome.Queue, outcome.Level)
            {
                Met = outcome.Met,
                Skill = outcome.Skill,
                Contacts = 1,
                Transferred = outcome.IsTransferred ? 1 : 0,
                Seconds = outcome.Seconds,
                Known = isKnown ? 1 : 0,
                Again = cameAgain ? 1 : 0,
                Solved = isKnown && !cameAgain && !outcome.IsTransferred ? 1 : 0,
            };
        }
    }

    /// <summary>Counts the days that can be and are not yet; a day that is counted again comes to the same.</summary>
    /// <param name="book">Where outcomes and days are.</param>
    /// <param name="histories">What customers were in touch about, each in the order of time.</param>
    /// <param name="now">The time.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>How many contacts were counted.</returns>
    public static async ValueTask<long> CountAsync(
        IContactOutcomes book, IReadOnlyList<IReadOnlyList<TopicVisit>> histories, DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(book);
        var last = DateOnly.FromDateTime(now.UtcDateTime).AddDays(-KnownAfter);
        var counted = (await book.SinceAsync(last.AddDays(-MadeUp), cancellationToken)).Select(static one => one.Day).ToHashSet();
        var contacts = 0L;
        for (var day = last.AddDays(-MadeUp); day <= last; day = day.AddDays(1))
        {
            if (counted.Contains(day))
            {
                continue;
            }

            var made = Of(day, await book.OfDayAsync(day, cancellationToken), histories);
            await book.WriteAsync(made, cancellationToken);
            contacts += made.Counts.Sum(static one => one.Contacts);
        }

        return contacts;
    }
}

/// <summary>Keeps how contacts ended: for some days by contact, and then as counts of the day.</summary>
public interface IContactOutcomes
{
    /// <summary>Keeps how a contact ended on a day; the same contact again changes nothing.</summary>
    ValueTask KeepAsync(DateOnly day, ContactOutcome outcome, CancellationToken cancellationToken);

    /// <summary>The contacts that were over on a day.</summary>
    ValueTask<IReadOnlyList<ContactOutcome>> OfDayAsync(DateOnly day, CancellationToken cancellationToken);

    /// <summary>Keeps the counts of a day, in the place of what was there.</summary>
    ValueTask WriteAsync(OutcomeDay day, CancellationToken cancellationToken);

    /// <summary>Days with counts since a day, the oldest first.</summary>
    ValueTask<IReadOnlyList<OutcomeDay>> SinceAsync(DateOnly day, CancellationToken cancellationToken);

    /// <summary>How difficult contacts are, as it was learned last, or null.</summary>
    ValueTask<LearnedComplexity?> ReadComplexityAsync(CancellationToken cancellationToken);

    /// <summary>Keeps what was learned, in the place of what was there.</summary>
    ValueTask WriteComplexityAsync(LearnedComplexity learned, CancellationToken cancellationToken);
}
