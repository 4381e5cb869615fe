using ContactCenter.Core.Configuration;
using ContactCenter.Core.Contacts.Numbers;
using ContactCenter.Core.Contacts.Outcomes;
using ContactCenter.Core.Forecasting;
using ContactCenter.Core.Learning.Reports;

namespace ContactCenter.Core.Learning.Routes;

/// <summary>What the level of a skill does for contacts of a topic.</summary>
public enum LevelVerdict
{
    /// <summary>Too few contacts or agents, or a difference that chance could make: nobody can tell.</summary>
    Unknown,

    /// <summary>Who has the level solves more than who has the next one.</summary>
    Helps,

    /// <summary>Who has the next one solves as many, within some points.</summary>
    IsNotNeeded,
}

/// <summary>How contacts ended by the level that the agent had who took them.</summary>
/// <param name="From">The least level: that of the file, 1 for less of the skill, 0 for none of it.</param>
/// <param name="Count">The counts; agents as on the day with the most.</param>
public sealed record LevelStanding(int From, RouteCount Count)
{
    /// <summary>Those solved without a transfer and without another contact about the same, of those of which it is known.</summary>
    public Share Solved => new(Count.Solved, Count.Known);

    /// <summary>Between what the share of the solved lies, 95 times of 100 (E. B. Wilson, 1927); null: of nothing.</summary>
    public ShareInterval? Interval => ShareInterval.Of(Solved);

    /// <summary>Whether there are contacts enough, and agents enough that no person is judged.</summary>
    public bool IsEnough => Count.Known >= RouteAdviser.MinimumContacts && Count.Agents >= CoachingSection.MinimumPeople;
}

/// <summary>What a level does for a topic, against the next one below. A person takes it, or does not.</summary>
/// <param name="Topic">The topic.</param>
/// <param name="Skill">The skill that its route asks for.</param>
/// <param name="Has">Contacts of agents with the level.</param>
/// <param name="Next">Contacts of agents with the next one below.</param>
/// <param name="Difference">How much more are solved, between what it lies (R. G. Newcombe, 1998); null: one of both is empty.</param>
/// <param name="Verdict">What that says.</param>
public sealed record LevelAdvice(
    string Topic, string Skill, LevelStanding Has, LevelStanding Next, Spread? Difference, LevelVerdict Verdict)
{
    /// <summary>
    /// Where the level helps: agents with it who are to be there in the busiest half hours of the topic; null: the numbers of the queue
    /// are not known.
    /// </summary>
    public int? Agents { get; init; }

    /// <summary>Where it is not needed: the line of <c>routing.topics</c>, ready to paste.</summary>
    public string? Change { get; init; }
}

/// <summary>
/// Which level of a skill helps with a topic, and how many agents with it are needed. Pure. It is compared among contacts that asked for
/// the level of the file and got it, or waited too long for it; so those who got it came at quieter times, and what it finds is a reason to
/// try, and no proof. Agents are counted and never told apart.
/// </summary>
public static class LevelAdviser
{
    /// <summary>A share that is no more than this lower is as good: less than what routes lose by a step more.</summary>
    public const double Margin = 0.05;

    /// <summary>One of twenty half hours of the opened ones may be busier than what agents are counted for.</summary>
    private const double Busy = 0.95;

    /// <summary>Share of contacts that are to find an agent with the level before they are content with less.</summary>
    private const double Served = 0.8;

    private const double MaximumOccupancy = 0.85;

    /// <summary>What levels do, for each topic whose route asks for one.</summary>
    /// <param name="days">How contacts ended.</param>
    /// <param name="queues">Half hours of the queues, each by its name.</param>
    /// <param name="routing">The routes as they are.</param>
    public static IEnumerable<LevelAdvice> Of(
        IEnumerable<OutcomeDay> days, IReadOnlyDictionary<string, IReadOnlyList<QueueNumbers>> queues, RoutingSettings routing)
    {
        ArgumentNullException.ThrowIfNull(days);
        ArgumentNullException.ThrowIfNull(queues);
        ArgumentNullException.ThrowIfNull(routing);
        var all = RouteCount.Sum(days.SelectMany(static day => day.Counts));
        foreach (var (topic, route) in routing.Topics.OrderBy(static one => one.Key, StringComparer.Ordinal))
        {
            if (route.Skill is not { } skill)
            {
                continue;
            }

            // of a skill that the file asked for before nobody can compare levels; what was counted without a skill may be of this one
            RouteCount[] own =
            [
                .. all.Where(one => (one.Topic, one.Queue, one.Level) == (topic, route.Queue, route.Level)
                    && (one.Skill is null || one.Skill == skill)),
            ];
            if (!own.Any(static one => one.Met is not null))
            {
                continue;
            }

            // a level of 1 is the skill itself
            var steps = route.Level > 1 ? new[] { route.Level, 1, 0 } : [1, 0];
            var isNeeded = false;
            for (var i = 0; i + 1 < steps.Length; i++)
            {
                var advice = Compared(
                    topic, skill, Standing(own, steps[i], i == 0 ? int.MaxValue : steps[i - 1]), Standing(own, steps[i + 1], steps[i]));

                // while a level may be needed, so is the skill that it is a level of
                if (isNeeded && advice.Verdict == LevelVerdict.IsNotNeeded)
                {
                    continue;
                }

                isNeeded |= advice.Verdict != LevelVerdict.IsNotNeeded;
                yield return advice.Verdict switch
                {
                    LevelVerdict.Helps => advice with
                    {
                        Agents = Needed(
                            own, all.Where(one => one.Queue == route.Queue), queues.GetValueOrDefault(route.Queue) ?? [], routing),
                    },
                    LevelVerdict.IsNotNeeded => advice with
                    {
                        Change = RouteAdviser.ChangeOf(topic, steps[i + 1] == 0 ? route with { Skill = null } : route with { Level = 1 }),
                    },
                    _ => advice,
                };
            }
        }
    }

    private static LevelStanding Standing(RouteCount[] counts, int from, int below) => new(
        from,
        counts.Where(one => one.Met >= from && one.Met < below)
            .Aggregate(new RouteCount("", "", null), static (sum, one) => sum.Plus(one)));

    private static LevelAdvice Compared(string topic, string skill, LevelStanding has, LevelStanding next)
    {
        var difference = EstimateOf(has) is { } more && EstimateOf(next) is { } less ? more.Minus(less) : null;
        return new LevelAdvice(
            topic, skill, has, next, difference,
            !has.IsEnough || !next.IsEnough || difference is not { } known ? LevelVerdict.Unknown
            : known.Low > 0 ? LevelVerdict.Helps
            : known.High <= Margin ? LevelVerdict.IsNotNeeded
            : LevelVerdict.Unknown);
    }

    private static Estimate? EstimateOf(LevelStanding standing) => standing is { Solved.Value: { } share, Interval: { } interval }
        ? new Estimate(share, standing.Count.Known, interval.Low, interval.High) : null;

    /// <summary>
    /// Agents that take the topic's share of a busy half hour, of whom four of five contacts find one before the criteria ask for less.
    /// </summary>
    private static int? Needed(
        RouteCount[] own, IEnumerable<RouteCount> ofQueue, IReadOnlyList<QueueNumbers> numbers, RoutingSettings routing)
    {
        long[] offered =
        [
            .. numbers.Select(static half => half.Channels.Values.Sum(static channel => channel.Offered ?? 0))
                .Where(static count => count > 0).Order(),
        ];
        var (mine, others) = (own.Sum(static one => one.Contacts), ofQueue.Sum(static one => one.Contacts));
        var seconds = mine == 0 ? 0 : (double)own.Sum(static one => one.Seconds) / mine;
        if (offered.Length == 0 || others == 0 || seconds <= 0)
        {
            return null;
        }

        var busy = offered[(int)(Busy * (offered.Length - 1))] * ((double)mine / others);
        return Staffing.RequiredAgents(
            busy * seconds / HalfHours.Length.TotalSeconds, seconds, routing.RelaxEvery.TotalSeconds, Served, MaximumOccupancy);
    }
}
