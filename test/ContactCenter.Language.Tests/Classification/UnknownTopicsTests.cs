using ContactCenter.Language.Classification.Scope;
using ContactCenter.Language.Classification.Training;

namespace ContactCenter.Language.Tests.Classification;

public class UnknownTopicsTests
{
    [Fact]
    public void No_topic_is_learned_while_it_is_asked_about_as_unknown()
    {
        foreach (var (topics, unknown) in Deals())
        {
            for (var group = 0; group < unknown.Groups; group++)
            {
                var learned = unknown.LearnedWithout(group).Select(row => topics[row]).ToHashSet();
                var strange = unknown.AskedAbout(group).Where(row => unknown.IsUnknown(row, group)).Select(row => topics[row]).ToHashSet();

                Assert.Empty(learned.Intersect(strange));
                Assert.NotEmpty(strange);
                Assert.DoesNotContain(-1, strange);
            }
        }
    }

    [Fact]
    public void Every_text_is_either_learned_or_asked_about()
    {
        foreach (var (topics, unknown) in Deals())
        {
            for (var group = 0; group < unknown.Groups; group++)
            {
                Assert.Equal(Enumerable.Range(0, topics.Length), unknown.LearnedWithout(group).Concat(unknown.AskedAbout(group)).Order());
            }
        }
    }

    [Fact]
    public void Every_topic_is_unknown_once()
    {
        foreach (var (topics, unknown) in Deals())
        {
            Assert.All(Enumerable.Range(0, topics.Length).Where(row => topics[row] >= 0), row =>
                Assert.Equal(1, Enumerable.Range(0, unknown.Groups).Count(group => unknown.IsUnknown(row, group))));
        }
    }

    [Fact]
    public void Two_topics_are_too_few_to_keep_one_back() => Assert.Equal(0, new UnknownTopics([0, 1, 0, 1], [0, 1, 1, 0], 2, 1).Groups);

    private static IEnumerable<(int[] Topics, UnknownTopics Unknown)> Deals()
    {
        for (var seed = 0; seed < 30; seed++)
        {
            var random = new Random(seed);
            var count = random.Next(3, 12);
            int[] topics =
            [
                .. Enumerable.Range(0, count * random.Next(4, 20)).Select(i => i % (count + 1) == count ? -1 : i % (count + 1))
            ];
            yield return (topics, new UnknownTopics(topics, StratifiedFolds.Deal(topics, random.Next(2, 5), seed), count, seed));
        }
    }
}
