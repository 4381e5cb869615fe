using ContactCenter.Language.Classification.Model;
using ContactCenter.Language.Classification.Text;
using ContactCenter.Language.Classification.Training;

namespace ContactCenter.Language.Tests.Classification;

/// <summary>A small generated corpus and a model trained on it once, for tests that only need some model.</summary>
internal static class TinyModel
{
    private static readonly string[] Openings = ["hello", "please", "uh", "excuse me", "good morning", "hi there"];

    private static readonly (string Topic, string Urgency, string[] Phrases)[] Topics =
    [
        ("billing", "low", ["my invoice is wrong", "why is the bill so high", "explain this charge on my invoice", "I was billed twice"]),
        ("delivery",
            "normal",
            ["my parcel has not arrived", "where is the courier", "the package is late", "delivery of my parcel failed"]),
        ("fraud", "high", ["someone stole my identity", "I see a scam payment", "there is fraud on my account", "a scammer called me"]),
    ];

    private static readonly string[] Outside = ["sing me a song", "what a sunny day", "penguins swim well", "do you dream of sheep"];

    /// <summary>Options under which a training takes a fraction of a second.</summary>
    public static TrainingOptions Fast { get; } = new() { Folds = 2, Passes = 8, Parallelism = 2 };

    private static readonly Lazy<TrainingResult> Result = new(static () => Train(Examples(), Fast));

    public static TrainingResult Trained => Result.Value;

    public static ContactClassifier Classifier { get; } = ContactClassifier.Read(Result.Value.Model);

    /// <summary>Trains until the test ends.</summary>
    public static TrainingResult Train(
        IReadOnlyList<TrainingExample> examples, TrainingOptions options, IProgress<TrainingProgress>? progress = null) =>
        ClassifierTrainer.Train(examples, options, progress, TestContext.Current.CancellationToken);

    /// <summary>Every phrase after every opening, with urgency, and texts out of scope.</summary>
    public static List<TrainingExample> Examples() =>
    [
        .. from topic in Topics from phrase in topic.Phrases from opening in Openings select new TrainingExample(
            $"{opening} {phrase}", topic.Topic, topic.Urgency),
        .. from phrase in Outside from opening in Openings select new TrainingExample($"{opening} {phrase}", TrainingExample.OutOfScope),
    ];
}
