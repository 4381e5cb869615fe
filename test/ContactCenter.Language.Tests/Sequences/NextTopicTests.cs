using ContactCenter.Language.Sequences;

namespace ContactCenter.Language.Tests.Sequences;

public sealed class NextTopicTests
{
    private static readonly string[] Topics = ["billing", "delivery", "login", "returns", "card"];

    [Fact]
    public void After_what_always_follows_it_follows()
    {
        var model = NextTopic.Learn(Enumerable.Repeat<IReadOnlyList<string>>(["delivery", "returns", "billing"], 20));

        Assert.Equal(("returns", "billing"), (model.After(["delivery"])!.Topic, model.After(["delivery", "returns"])!.Topic));
    }

    [Fact]
    public void What_was_never_seen_leans_on_what_is_shorter()
    {
        var model = NextTopic.Learn(Enumerable.Repeat<IReadOnlyList<string>>(["delivery", "returns"], 20));

        Assert.Equal(("returns", "returns"), (model.After(["card", "delivery"])!.Topic, model.After(["login"])!.Topic));
    }

    [Fact]
    public void The_likeliest_topic_is_at_least_as_likely_as_any()
    {
        var model = NextTopic.Learn(Histories(1, 200, keeps: 0.5));
        IReadOnlyList<string>[] befores = [[], ["billing"], ["billing", "card"], ["unknown"]];

        Assert.All(befores, before => Assert.InRange(model.After(before)!.Probability, 1.0 / Topics.Length, 1));
    }

    [Fact]
    public void Without_any_history_nothing_is_guessed()
    {
        var model = NextTopic.Learn([["billing"], []]);

        Assert.Equal((null, null), (model.Frequent, model.After(["billing"])));
        Assert.False(NextTopicJudgement.Of([["billing"], []]).IsBetter);
    }

    [Fact]
    public void Where_topics_follow_each_other_it_beats_the_most_frequent_one()
    {
        var judged = NextTopicJudgement.Of(Histories(7, 500, keeps: 0.6));

        Assert.True(judged.IsBetter, $"{judged}");
        Assert.True(judged.RightByHistory > 1.3 * judged.RightByFrequency, $"{judged}");
    }

    [Fact]
    public void Where_nothing_follows_from_anything_it_is_hardly_ever_shown()
    {
        var shown = Enumerable.Range(0, 200).Count(static seed => NextTopicJudgement.Of(Histories(seed, 300, keeps: 0)).IsBetter);

        // one in twenty by the sign test; steps of one customer hang together a little
        Assert.InRange(shown, 0, 16);
    }

    [Fact]
    public void A_few_customers_prove_nothing() => Assert.False(NextTopicJudgement.Of(Histories(3, 30, keeps: 1)).IsBetter);

    /// <summary>Two to eight contacts of each customer; some of them follow from the one before, the others from nothing.</summary>
    private static List<IReadOnlyList<string>> Histories(int seed, int customers, double keeps)
    {
        var random = new Random(seed);
        var histories = new List<IReadOnlyList<string>>();
        for (var i = 0; i < customers; i++)
        {
            var topics = new List<string> { Any(random) };
            for (var left = random.Next(1, 8); left > 0; left--)
            {
                var follows = Topics[(Array.IndexOf(Topics, topics[^1]) + 1) % Topics.Length];
                topics.Add(random.NextDouble() < keeps ? follows : Any(random));
            }

            histories.Add(topics);
        }

        return histories;
    }

    /// <summary>The first topics come more often.</summary>
    private static string Any(Random random) => Topics[(int)(Topics.Length * random.NextDouble() * random.NextDouble())];
}
