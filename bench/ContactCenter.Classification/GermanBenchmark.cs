using ContactCenter.Language.Classification.Hearing;
using ContactCenter.Language.Classification.Model;
using ContactCenter.Language.Classification.Text;
using ContactCenter.Language.Classification.Training;

namespace ContactCenter.Classification;

/// <summary>
/// What German texts lose or gain where the encoder, which knows English, labels others: half of the German texts are tested on, some
/// texts of each topic are learned with it in either language, and all others without.
/// </summary>
/// <param name="texts">Texts in any language.</param>
/// <param name="german">German texts about the same topics.</param>
/// <param name="options">How to train; with an encoder.</param>
/// <param name="log">Is told of each draw.</param>
internal sealed class GermanBenchmark(
    IReadOnlyList<TrainingExample> texts, IReadOnlyList<TrainingExample> german, TrainingOptions options, TextWriter log)
{
    /// <summary>Draws texts, and compares training with and without those that have no topic.</summary>
    /// <param name="perTopic">Texts of each topic that are learned with it.</param>
    /// <param name="germanPerTopic">German ones beside them.</param>
    /// <param name="draws">How often they are drawn.</param>
    public IEnumerable<NamedAccuracy> Run(int perTopic, int germanPerTopic, int draws)
    {
        var (without, with, tried) = (0.0, 0.0, 0.0);
        for (var draw = 0; draw < draws; draw++)
        {
            var random = new Random(draw);
            var (mixed, ours) = (texts.ToArray(), german.ToArray());
            random.Shuffle(mixed);
            random.Shuffle(ours);
            TrainingExample[] test = ours[..(ours.Length / 2)];
            TrainingExample[] few =
            [
                .. mixed.GroupBy(static one => one.Topic)
                    .SelectMany(topic => topic.Take(topic.First().IsOutOfScope ? 4 * perTopic : perTopic)),
                .. ours.Except(test).GroupBy(static one => one.Topic).SelectMany(topic => topic.Take(germanPerTopic)),
            ];
            string[] unlabelled = [.. mixed.Concat(ours).Except(test).Except(few).Select(static one => one.Text)];
            var plain = ClassifierTrainer.Train(few, options);
            var fed = plain;
            var (counts, outcome) = UnlabelledTrial.Run(
                few, options with { Unlabelled = unlabelled, Tested = test }, plain.Unseen, (model, _) => (fed = model).Unseen, []);
            var (before, after) = (Accuracy(plain, test), Accuracy(fed, test));
            (without, with, tried) = (without + before, with + after, tried + (counts is null ? before : after));
            log.WriteLine(
                $"draw {draw + 1}: {few.Length} texts with a topic, {fed.Report.Card.UnlabelledTexts} of {unlabelled.Length} without; "
                    + $"{before:P1} and {after:P1} of {test.Length} German texts; {outcome}");
        }

        yield return new NamedAccuracy($"German, {germanPerTopic} German texts of each topic", without / draws);
        yield return new NamedAccuracy("German, and the others unlabelled", with / draws);
        yield return new NamedAccuracy("German, and those where nothing gets worse", tried / draws);
    }

    private static double Accuracy(TrainingResult trained, TrainingExample[] test)
    {
        var classifier = ContactClassifier.Read(trained.Model);
        return test.Average(one => classifier.Classify(one.Text).Topic == one.Topic ? 1.0 : 0);
    }
}
