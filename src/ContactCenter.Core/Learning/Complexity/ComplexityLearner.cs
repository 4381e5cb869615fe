using System.Collections.Immutable;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Contacts.Complexity;
using ContactCenter.Core.Contacts.Outcomes;
using ContactCenter.Core.Learning.Reports;

namespace ContactCenter.Core.Learning.Complexity;

/// <summary>How contacts of a topic went, and how difficult they are by rule and by history.</summary>
/// <param name="Topic">The topic.</param>
/// <param name="Contacts">Contacts of which it is known whether the customer came again.</param>
/// <param name="Minutes">Minutes from an agent to the end, on average; an hour at most counts.</param>
/// <param name="Transferred">Those that were transferred.</param>
/// <param name="Again">Those after which the customer came again about the same.</param>
/// <param name="Rule">The level that the file gives the topic.</param>
public sealed record TopicComplexity(string Topic, long Contacts, double Minutes, Share Transferred, Share Again, string Rule)
{
    /// <summary>The effort by history; null: there are too few contacts.</summary>
    public LearnedEffort? Effort { get; init; }

    /// <summary>The level by history, whether it counts or not; null: there are too few contacts.</summary>
    public string? Learned { get; init; }
}

/// <summary>What history says of how difficult contacts are.</summary>
/// <param name="Learned">What was learned; null: there are too few weeks or contacts.</param>
/// <param name="Topics">By topic, the most difficult first.</param>
public sealed record ComplexityAdvice(LearnedComplexity? Learned, ImmutableArray<TopicComplexity> Topics);

/// <summary>
/// Learns how difficult contacts are from how they ended. Pure. Efforts of topics are drawn towards the average, the more the fewer
/// contacts tell them apart (empirical Bayes, with the variance between topics by R. DerSimonian and N. Laird, 1986); traits are compared
/// within topics (N. Mantel and W. Haenszel, 1959) and drawn towards nothing (W. James and C. Stein, 1961). The two cuts are where three
/// groups differ most (W. D. Fisher, 1958).
/// </summary>
public static class ComplexityLearner
{
    /// <summary>Days that are looked at: a quarter.</summary>
    public const int Days = 91;

    /// <summary>The last of them judge, and nothing is learned from them.</summary>
    public const int JudgingDays = 14;

    /// <summary>Days to learn from at least.</summary>
    public const int MinimumDays = 21;

    /// <summary>Contacts of a topic, or of a trait on either side, at least.</summary>
    public const int MinimumContacts = 50;

    /// <summary>No more than this share of contacts is simple, and no more is difficult: else that is what is usual here.</summary>
    private const double MaximumShare = 0.5;

    /// <summary>Learns what can be learned, and says how topics went.</summary>
    /// <param name="days">How contacts ended, the oldest day first.</param>
    /// <param name="settings">The rule; null: all are usual.</param>
    /// <param name="now">The time.</param>
    public static ComplexityAdvice Advise(IReadOnlyList<OutcomeDay> days, ComplexitySettings? settings, DateTimeOffset now)
    {
        var learned = Learn(days, now);
        return new ComplexityAdvice(
            learned,
            [
                .. days.SelectMany(static day => day.Kinds ?? []).GroupBy(static kind => kind.Topic, StringComparer.Ordinal)
                    .Select(topic =>
                    {
                        var all = topic.Aggregate(static (sum, one) => sum.Plus(one));
                        var effort = learned?.Topics.GetValueOrDefault(topic.Key);
                        return new TopicComplexity(
                            topic.Key, all.Contacts, all.Seconds / 60.0 / all.Contacts, new Share(all.Transferred, all.Contacts),
                            new Share(all.Again, all.Contacts), RuleOf(topic.Key, settings))
                        {
                            Effort = effort,
                            Learned = effort is null ? null : learned!.LevelOf(effort),
                        };
                    })
                    .OrderByDescending(static topic => topic.Effort?.Value ?? double.MinValue)
                    .ThenBy(static topic => topic.Topic, StringComparer.Ordinal),
            ]);
    }

    /// <summary>Learns; null: there are too few weeks or contacts.</summary>
    /// <param name="days">How contacts ended.</param>
    /// <param name="now">The time.</param>
    public static LearnedComplexity? Learn(IReadOnlyList<OutcomeDay> days, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(days);
        OutcomeDay[] known = [.. days.Where(static day => day.Kinds is { Count: > 0 }).OrderBy(static day => day.Day)];
        if (known.Length == 0)
        {
            return null;
        }

        var judging = known[^1].Day.AddDays(1 - JudgingDays);
        KindCount[] earlier =
            [.. KindCount.Sum(known.Where(day => day.Day < judging).SelectMany(static day => day.Kinds!))];
        var contacts = earlier.Sum(static kind => kind.Contacts);
        var seconds = contacts == 0 ? 0 : (double)earlier.Sum(static kind => kind.Seconds) / contacts;
        if (known.Count(day => day.Day < judging) < MinimumDays || seconds == 0)
        {
            return null;
        }

        var topics = Topics(earlier, seconds);
        if (topics.Count == 0)
        {
            return null;
        }

        var average = EffortSum.Of(earlier, seconds).Mean;
        var learned = new LearnedComplexity(
            now, average, double.MinValue, double.MaxValue, topics, Traits(earlier, seconds),
            new ComplexityJudgement(0, 0, 0, null, null));
        var (low, high) = Cuts(earlier, learned);
        learned = learned with { SimpleBelow = low, DifficultFrom = high };
        return learned with { Judged = Judge([.. known.Where(day => day.Day >= judging)], earlier, learned, seconds) };
    }

    private static string RuleOf(string topic, ComplexitySettings? settings) => settings is null
        ? ContactComplexity.Usual
        : ContactComplexity.Of(new KnownContact([topic], false, 0, null, 0), settings).Level;

    private static Dictionary<string, LearnedEffort> Topics(KindCount[] kinds, double seconds)
    {
        (string Topic, EffortSum Effort)[] topics =
        [
            .. kinds.GroupBy(static kind => kind.Topic, StringComparer.Ordinal)
                .Select(topic => (topic.Key, EffortSum.Of(topic, seconds)))
                .Where(static topic => topic.Item2 is { Contacts: >= MinimumContacts, VarianceOfMean: > 0 }),
        ];
        if (topics.Length < 2)
        {
            return [];
        }

        var weights = topics.Sum(static one => 1 / one.Effort.VarianceOfMean);
        var middle = topics.Sum(static one => one.Effort.Mean / one.Effort.VarianceOfMean) / weights;
        var spread = topics.Sum(one => Math.Pow(one.Effort.Mean - middle, 2) / one.Effort.VarianceOfMean);
        var squared = topics.Sum(static one => Math.Pow(1 / one.Effort.VarianceOfMean, 2));
        var between = Math.Max(0, (spread - (topics.Length - 1)) / (weights - (squared / weights)));
        var towards = topics.Sum(one => one.Effort.Mean / (one.Effort.VarianceOfMean + between))
            / topics.Sum(one => 1 / (one.Effort.VarianceOfMean + between));
        return topics.ToDictionary(
            static one => one.Topic,
            one =>
            {
                var own = between / (between + one.Effort.VarianceOfMean);
                return new LearnedEffort(
                    (own * one.Effort.Mean) + ((1 - own) * towards), Math.Sqrt(own * one.Effort.VarianceOfMean), one.Effort.Contacts);
            },
            StringComparer.Ordinal);
    }

    /// <summary>
    /// What a trait changes of the effort of its topic, as far as the contacts of the topic that have it are not the topic itself already.
    /// </summary>
    private static Dictionary<string, LearnedEffort> Traits(KindCount[] kinds, double seconds)
    {
        var traits = new Dictionary<string, LearnedEffort>(StringComparer.Ordinal);
        foreach (var name in kinds.SelectMany(static kind => kind.Traits.Names()).Distinct(StringComparer.Ordinal))
        {
            var (with, without, weight, sum, variance) = (0L, 0L, 0.0, 0.0, 0.0);
            foreach (var topic in kinds.Where(kind => IsTold(kind.Traits, name)).GroupBy(static kind => kind.Topic, StringComparer.Ordinal))
            {
                var has = EffortSum.Of(topic.Where(kind => kind.Traits.Names().Contains(name)), seconds);
                var lacks = EffortSum.Of(topic.Where(kind => !kind.Traits.Names().Contains(name)), seconds);
                if (has.Contacts < 2 || lacks.Contacts < 2)
                {
                    continue;
                }

                var counts = (double)has.Contacts * lacks.Contacts / (has.Contacts + lacks.Contacts);
                (with, without, weight) = (with + has.Contacts, without + lacks.Contacts, weight + counts);
                sum += counts * (has.Mean - lacks.Mean);
                variance += counts * counts * (has.VarianceOfMean + lacks.VarianceOfMean);
            }

            if (with < MinimumContacts || without < MinimumContacts)
            {
                continue;
            }

            var change = new LearnedEffort(sum / weight, Math.Sqrt(variance) / weight, with);
            if (change.Interval is not ( <= 0, >= 0))
            {
                var kept = (1 - (change.Error * change.Error / (change.Value * change.Value))) * without / (with + without);
                traits[name] = change with { Value = change.Value * kept, Error = change.Error * kept };
            }
        }

        return traits;
    }

    /// <summary>Whether it is known of a contact whether it has a trait.</summary>
    private static bool IsTold(ContactTraits traits, string name) => name.Split(' ')[0] switch
    {
        "channel" => traits.Channel is not null,
        "language" => traits.Language is not null,
        "several" or "one" => traits.IsSeveral is not null,
        _ => traits.CameBefore is not null,
    };

    /// <summary>The two cuts between which groups of contacts differ most by what was learned of them.</summary>
    private static (double Low, double High) Cuts(KindCount[] kinds, LearnedComplexity learned)
    {
        (double Effort, long Contacts)[] efforts =
        [
            .. kinds.Select(kind => (Effort: learned.Effort(kind.Topic, kind.Traits)?.Value, kind.Contacts))
                .Where(static one => one.Effort is not null)
                .GroupBy(static one => one.Effort!.Value, static one => one.Contacts)
                .Select(static group => (group.Key, group.Sum()))
                .OrderBy(static one => one.Key),
        ];
        var (contacts, sums) = (new double[efforts.Length + 1], new double[efforts.Length + 1]);
        for (var i = 0; i < efforts.Length; i++)
        {
            contacts[i + 1] = contacts[i] + efforts[i].Contacts;
            sums[i + 1] = sums[i] + (efforts[i].Effort * efforts[i].Contacts);
        }

        var (best, low, high) = (double.MinValue, double.MinValue, double.MaxValue);
        var most = MaximumShare * contacts[^1];
        for (var i = 0; i <= efforts.Length && contacts[i] <= most; i++)
        {
            for (var j = efforts.Length; j > i && contacts[^1] - contacts[j] <= most; j--)
            {
                var between = Between(0, i) + Between(i, j) + Between(j, efforts.Length);
                if (between > best)
                {
                    (best, low, high) = (
                        between, i == 0 ? double.MinValue : Middle(i), j == efforts.Length ? double.MaxValue : Middle(j));
                }
            }
        }

        return (low, high);

        double Between(int from, int to) => to <= from ? 0 : Math.Pow(sums[to] - sums[from], 2) / (contacts[to] - contacts[from]);

        double Middle(int at) => (efforts[at - 1].Effort + efforts[at].Effort) / 2;
    }

    /// <summary>
    /// Each level is taken for what contacts of it asked in the earlier weeks, by rule and by what was learned; a topic that was not
    /// learned goes by the rule in both.
    /// </summary>
    private static ComplexityJudgement Judge(OutcomeDay[] days, KindCount[] earlier, LearnedComplexity learned, double seconds)
    {
        var (byRule, byHistory) = (Means(static kind => kind.Rule), Means(LevelOf));
        (double Rule, double Learned, long Contacts)[] errors =
        [
            .. days.Select(day => (
                day.Kinds!.Sum(kind => Error(kind, byRule, kind.Rule)), day.Kinds!.Sum(kind => Error(kind, byHistory, LevelOf(kind))),
                day.Kinds!.Sum(static kind => kind.Contacts))),
        ];
        var contacts = errors.Sum(static day => day.Contacts);
        var gain = Estimate.OfDays([.. errors.Select(static day => (day.Rule - day.Learned, day.Contacts))]);
        return contacts == 0 ? new ComplexityJudgement(0, 0, 0, null, null) : new ComplexityJudgement(
            contacts, errors.Sum(static day => day.Rule) / contacts, errors.Sum(static day => day.Learned) / contacts,
            gain?.Low, gain?.High);

        double Error(KindCount kind, Dictionary<string, double> means, string level) =>
            EffortSum.Of(kind, seconds).ErrorAround(means.GetValueOrDefault(level, learned.Average));

        string LevelOf(KindCount kind) => learned.Effort(kind.Topic, kind.Traits) is { } effort ? learned.LevelOf(effort) : kind.Rule;

        Dictionary<string, double> Means(Func<KindCount, string> level) => earlier.GroupBy(level, StringComparer.Ordinal)
            .ToDictionary(static group => group.Key, group => EffortSum.Of(group, seconds).Mean, StringComparer.Ordinal);
    }
}
