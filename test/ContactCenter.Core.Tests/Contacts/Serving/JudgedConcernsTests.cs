using System.Collections.Frozen;
using ContactCenter.Core.Contacts.Flows;
using ContactCenter.Core.Contacts.Serving;
using ContactCenter.Core.Tests.Architecture;
using ContactCenter.Language.Classification.Hearing;
using ContactCenter.Language.Retraining;
using ContactCenter.Language.Sentiment;

namespace ContactCenter.Core.Tests.Contacts.Serving;

/// <summary>What customers would say, and all that it is about (judged-concerns.txt).</summary>
public sealed class JudgedConcernsTests
{
    /// <summary>Sentences of which everything is heard, and nothing else.</summary>
    private const int MinimumWhole = 40;

    private static readonly FrozenSet<string> Emergencies = FrozenSet.Create(StringComparer.Ordinal, "card_lost", "fraud");

    [Fact]
    public void No_concern_is_told_that_a_person_does_not_hear() => Assert.Empty(
        Judged().Where(static one => !one.Heard.All(heard => one.Expected.Any(topics => topics.Contains(heard)))).Select(Told));

    [Fact]
    public void Most_sentences_are_heard_whole() =>
        Assert.True(Judged().Count(IsWhole) >= MinimumWhole, string.Join('\n', Judged().Where(static one => !IsWhole(one)).Select(Told)));

    [Fact]
    public void An_emergency_goes_first() => Assert.All(
        Judged().Where(static one => one.Heard.Any(Emergencies.Contains)),
        static one => Assert.True(Emergencies.Contains(one.Heard[0]), Told(one)));

    private static bool IsWhole((string Text, string[][] Expected, IReadOnlyList<string> Heard) one) =>
        one.Heard.Count == one.Expected.Length && one.Expected.All(topics => topics.Any(one.Heard.Contains));

    private static string Told((string Text, string[][] Expected, IReadOnlyList<string> Heard) one) =>
        $"{one.Text}: expected {string.Join(", ", one.Expected.Select(static topics => string.Join(" or ", topics)))}, "
        + $"heard {string.Join(", ", one.Heard)}";

    private static IEnumerable<(string Text, string[][] Expected, IReadOnlyList<string> Heard)> Judged() => File
        .ReadLines(Repository.File("test", "ContactCenter.Core.Tests", "Contacts", "Serving", "judged-concerns.txt"))
        .Where(static line => line.Length > 0 && line[0] != '#')
        .Select(static line => line.Split('|', StringSplitOptions.TrimEntries))
        .Select(static line => (line[1], Topics(line[2]), Hear(line[1])));

    private static string[][] Topics(string text) =>
    [
        .. text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(static topics => topics.Split(" or ", StringSplitOptions.TrimEntries)),
    ];

    private static IReadOnlyList<string> Hear(string text)
    {
        var answer = TopicAnswer.To(
            new FlowRequest { Attributes = new Dictionary<string, string> { ["text"] = text } }, ServedModel.Packaged,
            SentimentScorer.Default, Emergencies);
        return ServedModel.Packaged.Classifier.Concerns(text, answer.Status == TopicStatus.Ok ? answer.Topic : null, Emergencies);
    }
}
