using ContactCenter.Core.Configuration;
using ContactCenter.Core.Contacts.Complexity;
using ContactCenter.Core.Contacts.NextTopics;
using ContactCenter.Core.Contacts.Outcomes;
using ContactCenter.Core.Learning.Complexity;

namespace ContactCenter.Simulation.Learning;

/// <summary>
/// Weeks of contacts of which it is known how difficult they are: by their topic, and a level more where the customer came before. Lengths,
/// transfers and further contacts follow from it, with chance; the file names a part of it and some of it wrongly, as people do. What is
/// learned of all but the last two weeks can be compared there, contact by contact.
/// </summary>
public static class PlantedComplexity
{
    /// <summary>Weeks that are planted.</summary>
    public const int Weeks = 8;

    private const int Topics = 12;
    private static readonly DateOnly Begin = new(2026, 10, 5);
    private static readonly string[] Levels = [ContactComplexity.Simple, ContactComplexity.Usual, ContactComplexity.Difficult];

    /// <summary>By level: seconds in the middle, and of a hundred how many are transferred, and how many come again.</summary>
    private static readonly (double Seconds, double Transferred, double Again)[] Plants =
        [(150, 0.03, 0.04), (300, 0.10, 0.10), (560, 0.25, 0.22)];

    /// <summary>What was found of the contacts of the last weeks.</summary>
    /// <param name="Counts">Whether history counts, or the rule stays.</param>
    /// <param name="Contacts">Contacts.</param>
    /// <param name="ByRule">Those whose level the rule has as it was planted.</param>
    /// <param name="ByHistory">Those whose level they are told with what was learned.</param>
    public readonly record struct Held(bool Counts, int Contacts, int ByRule, int ByHistory);

    /// <summary>Plants, learns, and counts in the weeks that were held out.</summary>
    /// <param name="seed">Seed of chance.</param>
    /// <param name="perDay">Contacts a day.</param>
    /// <param name="isPlanted">False: all contacts are usual, and whatever is found is found by chance.</param>
    public static Held Try(long seed, int perDay, bool isPlanted = true)
    {
        var random = new SeededRandom(seed, "planted complexity");
        var (levels, settings) = World(random, isPlanted);
        var weights = Enumerable.Range(1, Topics).Select(static rank => 1.0 / rank).ToArray();
        var days = new List<OutcomeDay>();
        var last = new List<(string Topic, ContactTraits Traits, string Rule, string Planted)>();
        for (var day = Begin; day < Begin.AddDays(7 * Weeks); day = day.AddDays(1))
        {
            var (outcomes, histories) = (new List<ContactOutcome>(), new List<IReadOnlyList<TopicVisit>>());
            for (var i = 0; i < perDay; i++)
            {
                var topic = Drawn(weights, random);
                var (cameBefore, several) = (random.Next() < 0.2, random.Next() < 0.15);
                var planted = Math.Min(levels[topic] + (cameBefore && isPlanted ? 1 : 0), Levels.Length - 1);
                var known = new KnownContact(
                    several ? [Name(topic), Name((topic + 1) % Topics)] : [Name(topic)], false, 0, null, cameBefore ? 1 : 0);
                var traits = new ContactTraits("VOICE", random.Next() < 0.3 ? "de" : "en", several, cameBefore);
                var rule = ContactComplexity.Of(known, settings).Level;
                var plant = Plants[planted];
                var contact = new ContactOutcome(
                    $"{day:yyyyMMdd}-{i}", Name(topic), "Service", null, random.Next() < plant.Transferred,
                    (long)(plant.Seconds * Math.Exp(0.7 * Normal(random))))
                {
                    Traits = traits,
                    Rule = rule,
                };
                outcomes.Add(contact);
                if (random.Next() < 0.8)
                {
                    histories.Add(History(contact, day, random.Next() < plant.Again));
                }

                if (day >= Begin.AddDays((7 * Weeks) - ComplexityLearner.JudgingDays))
                {
                    last.Add((Name(topic), traits, rule, Levels[planted]));
                }
            }

            days.Add(OutcomeDay.Of(day, outcomes, histories));
        }

        var learned = ComplexityLearner.Learn(days, new DateTimeOffset(Begin.AddDays(7 * Weeks), TimeOnly.MinValue, TimeSpan.Zero));
        return new Held(
            learned?.Judged.IsBetter == true,
            last.Count,
            last.Count(static one => one.Rule == one.Planted),
            last.Count(one => (learned?.Level(one.Topic, one.Traits) ?? one.Rule) == one.Planted));
    }

    /// <summary>
    /// A quarter of the topics is simple and a quarter difficult, whichever; the file has two of three of both, and two that are usual.
    /// </summary>
    private static (int[] Levels, ComplexitySettings Settings) World(SeededRandom random, bool isPlanted)
    {
        int[] order = [.. Enumerable.Range(0, Topics).OrderBy(_ => random.Next())];
        var levels = new int[Topics];
        for (var i = 0; i < Topics; i++)
        {
            levels[order[i]] = !isPlanted ? 1 : i < Topics / 4 ? 0 : i < Topics / 2 ? 2 : 1;
        }

        return (
            levels,
            new ComplexitySettings
            {
                Simple = [Name(order[0]), Name(order[1]), Name(order[6])],
                Difficult = [Name(order[3]), Name(order[4]), Name(order[7])],
            });
    }

    private static IReadOnlyList<TopicVisit> History(ContactOutcome contact, DateOnly day, bool cameAgain)
    {
        var at = new DateTimeOffset(day, new TimeOnly(12, 0), TimeSpan.Zero);
        var visit = new TopicVisit(at, contact.ContactId, contact.Topic);
        return cameAgain ? [visit, visit with { At = at.AddDays(2), ContactId = $"{contact.ContactId}-again" }] : [visit];
    }

    private static int Drawn(double[] weights, SeededRandom random)
    {
        var left = random.Next() * weights.Sum();
        for (var i = 0; i < weights.Length; i++)
        {
            left -= weights[i];
            if (left < 0)
            {
                return i;
            }
        }

        return weights.Length - 1;
    }

    private static double Normal(SeededRandom random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.Next())) * Math.Cos(2 * Math.PI * random.Next());

    private static string Name(int topic) => $"topic_{topic}";
}
