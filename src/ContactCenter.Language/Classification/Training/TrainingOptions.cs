using ContactCenter.Language.Classification.Text;
using ContactCenter.Language.Embedding;

namespace ContactCenter.Language.Classification.Training;

/// <summary>How a classifier is trained. The defaults were chosen by cross-validation and are meant for any data.</summary>
public sealed record TrainingOptions
{
    /// <summary>Seed of everything random: the same seed and texts give the same model on the same kind of machine.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Parts of the cross-validation from which probabilities, thresholds and the report come; 2 to 20.</summary>
    public int Folds { get; init; } = 4;

    /// <summary>Times that the networks visit each text; 1 to 1000.</summary>
    public int Passes { get; init; } = 40;

    /// <summary>Threads; 1 or more.</summary>
    public int Parallelism { get; init; } = Environment.ProcessorCount;

    /// <summary>
    /// What a contact sent to the wrong topic costs, in units of <see cref="CostOfAskingBack"/>: a second wait and a transfer.
    /// </summary>
    public double CostOfWrongTopic { get; init; } = 4;

    /// <summary>What asking the customer or a person costs instead of acting on the topic.</summary>
    public double CostOfAskingBack { get; init; } = 1;

    /// <summary>Share of contacts that are expected to be about none of the topics; 0 to 1.</summary>
    public double ExpectedOutOfScopeShare { get; init; } = 0.1;

    /// <summary>
    /// Share of contacts in scope that may be refused when the training texts have no example out of scope and too few topics to keep
    /// some back. 0 to 1. The last twentieth is mostly wrong or unsure anyway.
    /// </summary>
    public double RefusedShareWithoutExamples { get; init; } = 0.05;

    /// <summary>Knows what English words mean; null: the model learns from its texts alone.</summary>
    public SentenceEncoder? Encoder { get; init; }

    /// <summary>
    /// Texts of which nobody has said what they are about, such as a center's own transcripts: <see cref="Encoder"/> says it, as far as
    /// it knows, and the learners that need no encoder learn it from that.
    /// </summary>
    public IReadOnlyList<string> Unlabelled { get; init; } = [];

    /// <summary>Texts that the model will be tested on: none of <see cref="Unlabelled"/> that is one of them is learned from.</summary>
    public IReadOnlyList<TrainingExample> Tested { get; init; } = [];

    /// <summary>Unlabelled texts that are learned from; of more so many are drawn: the time of a training grows with them.</summary>
    public const int MaximumUnlabelled = 20_000;

    /// <summary>Throws unless every value is in its range.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A value is out of its range.</exception>
    internal void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Folds, 2);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Folds, 20);
        ArgumentOutOfRangeException.ThrowIfLessThan(Passes, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Passes, 1000);
        ArgumentOutOfRangeException.ThrowIfLessThan(Parallelism, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(CostOfWrongTopic);
        ArgumentOutOfRangeException.ThrowIfNegative(CostOfAskingBack);
        ArgumentOutOfRangeException.ThrowIfNegative(ExpectedOutOfScopeShare);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(ExpectedOutOfScopeShare, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(RefusedShareWithoutExamples);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(RefusedShareWithoutExamples, 1);
    }
}
