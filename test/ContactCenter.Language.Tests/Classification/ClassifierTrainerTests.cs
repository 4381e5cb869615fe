using ContactCenter.Language.Classification.Evaluation;
using ContactCenter.Language.Classification.Hearing;
using ContactCenter.Language.Classification.Model;
using ContactCenter.Language.Classification.Text;
using ContactCenter.Language.Classification.Training;

namespace ContactCenter.Language.Tests.Classification;

public class ClassifierTrainerTests
{
    [Fact]
    public void Same_texts_and_seed_give_the_same_file_whatever_the_number_of_threads()
    {
        var alone = TinyModel.Train(TinyModel.Examples(), TinyModel.Fast with { Parallelism = 1 });
        Assert.True(alone.Model.Span.SequenceEqual(TinyModel.Trained.Model.Span));
    }

    [Fact]
    public void Another_seed_gives_another_model()
    {
        var other = TinyModel.Train(TinyModel.Examples(), TinyModel.Fast with { Seed = 2 });
        Assert.False(other.Model.Span.SequenceEqual(TinyModel.Trained.Model.Span));
    }

    [Fact]
    public void Texts_of_few_phrases_are_recognised_when_held_out()
    {
        var report = TinyModel.Trained.Report;
        Assert.True(report.HeldOut.Accuracy > 0.9);
        Assert.Equal(72, report.HeldOut.Texts);
        Assert.Equal(24, report.HeldOut.OutOfScope.Texts);
        Assert.True(report.HeldOut.OutOfScope.Recall > 0.5);
        Assert.True(report.UrgencyAccuracy > 0.9);
    }

    [Fact]
    public void Dearer_mistakes_make_the_classifier_ask_back_more_often()
    {
        var examples = Ambiguous();
        var cheap = TinyModel.Train(examples, TinyModel.Fast with { CostOfWrongTopic = 1.1 }).Report.Card.UnsureBelow;
        var dear = TinyModel.Train(examples, TinyModel.Fast with { CostOfWrongTopic = 50 }).Report.Card.UnsureBelow;
        Assert.True(dear > cheap, $"{dear} should be above {cheap}");
    }

    [Fact]
    public void Topic_that_was_never_learned_is_refused_without_any_example_out_of_scope()
    {
        var classifier = ContactClassifier.Read(TinyModel.Train(
            [.. Shop.Where(example => example.Topic != "weather")], TinyModel.Fast).Model);
        var quality = ClassifierEvaluator.Evaluate(
            classifier, [.. Shop.Select(example => example.Topic == "weather" ? example with { Topic = "oos" } : example)],
            cancellation: TestContext.Current.CancellationToken).Quality;
        Assert.True(quality.OutOfScope.Recall > 0.9, $"recall {quality.OutOfScope.Recall}");
        Assert.True(quality.OutOfScope.AccuracyInScope > 0.9, $"accuracy {quality.OutOfScope.AccuracyInScope}");
    }

    [Fact]
    public void More_expected_out_of_scope_refuses_more()
    {
        var examples = Ambiguous();
        examples.AddRange(Shop);
        var few = TinyModel.Train(examples, TinyModel.Fast with { ExpectedOutOfScopeShare = 0.01 }).Report.HeldOut.OutOfScope.RefusedShare;
        var many = TinyModel.Train(examples, TinyModel.Fast with { ExpectedOutOfScopeShare = 0.9 }).Report.HeldOut.OutOfScope.RefusedShare;
        Assert.True(many > few, $"{many} should be above {few}");
    }

    [Fact]
    public void Two_topics_alone_refuse_few_of_their_own_texts()
    {
        var outOfScope = TinyModel.Train(Ambiguous(), TinyModel.Fast).Report.HeldOut.OutOfScope;
        Assert.InRange(outOfScope.RefusedShare, 0, new TrainingOptions().RefusedShareWithoutExamples);
    }

    [Fact]
    public void Progress_reaches_its_total()
    {
        var seen = new List<TrainingProgress>();
        _ = TinyModel.Train(TinyModel.Examples(), TinyModel.Fast with { Parallelism = 1 }, new Collector(seen));
        Assert.Equal(seen[^1].Total, seen.Count);
        Assert.Equal(Enumerable.Range(1, seen.Count), seen.Select(progress => progress.Done));
    }

    [Fact]
    public void Cancelled_training_ends_early()
    {
        using var cancellation = new CancellationTokenSource();
        cancellation.Cancel();
        _ = Assert.ThrowsAny<OperationCanceledException>(() =>
            ClassifierTrainer.Train(TinyModel.Examples(), TinyModel.Fast, null, cancellation.Token));
    }

    [Fact]
    public void One_topic_is_not_enough()
    {
        TrainingExample[] examples = [.. Enumerable.Repeat(new TrainingExample("text", "only"), 20)];
        var error = Assert.Throws<ArgumentException>(() => TinyModel.Train(examples, TinyModel.Fast));
        Assert.Contains("found topics: 1, texts: 20", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Texts_without_words_and_topics_with_one_text_are_survived()
    {
        List<TrainingExample> examples =
        [
            .. TinyModel.Examples(),
            new("", "billing"),
            new("...", "fraud"),
            new("only one of its kind", "rare")
        ];
        Assert.Contains("rare", ContactClassifier.Read(TinyModel.Train(examples, TinyModel.Fast).Model).Topics);
    }

    [Fact]
    public void More_topics_than_a_byte_can_number_are_kept_apart()
    {
        const int Topics = 260;
        List<TrainingExample> examples =
        [
            .. Enumerable.Range(
                0, Topics * 2).Select(i => new TrainingExample($"{Name(i % Topics)}{Name(i % Topics)}", $"topic {i % Topics}")),
        ];
        var classifier = ContactClassifier.Read(TinyModel.Train(examples, TinyModel.Fast with { Passes = 1 }).Model);
        Assert.Equal("topic 259", classifier.Classify($"{Name(259)}{Name(259)}").Topic);

        static string Name(int number) => $"{(char)('a' + (number % 20))}{(char)('a' + (number / 20))}";
    }

    [Fact]
    public void Number_of_folds_is_bounded() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => TinyModel.Train(TinyModel.Examples(), TinyModel.Fast with { Folds = 1 }));

    private static List<TrainingExample> Shop =>
    [
        .. from topic in new[]
            {
                ("bill", new[] { "invoice", "bill", "charge", "amount" }),
                ("parcel", ["parcel", "courier", "package", "delivery"]),
                ("login", ["password", "login", "account", "user"]),
                ("repair", ["broken", "screen", "battery", "defect"]),
                ("weather", ["sunshine", "drizzle", "thunder", "fog"]),
            }
            from word in topic.Item2
            from frame in new[]
            {
                "I have a question about {0}", "please help with {0}", "tell me about {0}", "my {0} again", "{0} since yesterday"
            }
            select new TrainingExample(frame.Replace("{0}", word, StringComparison.Ordinal), topic.Item1),
    ];

    // The words do not tell the topics apart well: a third of the texts of either topic use the other one's words.
    private static List<TrainingExample> Ambiguous()
    {
        string[] words = ["red", "green", "blue", "small", "large"];
        return [.. Enumerable.Range(0, 120).Select(i =>
        {
            var isFirst = i % 2 == 0;
            var usesFirst = i % 6 < 2 ? !isFirst : isFirst;
            return new TrainingExample($"{(usesFirst ? "apple" : "stone")} {words[i % 5]} {words[i / 5 % 5]}", isFirst ? "fruit" : "rock");
        })];
    }

    private sealed class Collector(List<TrainingProgress> seen) : IProgress<TrainingProgress>
    {
        public void Report(TrainingProgress value) => seen.Add(value);
    }
}
