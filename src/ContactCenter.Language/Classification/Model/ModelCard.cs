using System.Text.Json.Serialization;

namespace ContactCenter.Language.Classification.Model;

/// <summary>What a model knows about itself; stored in its file as JSON.</summary>
public sealed record ModelCard
{
    /// <summary>The topics, in ordinal order; a topic's place is its number.</summary>
    public required IReadOnlyList<string> Topics { get; init; }

    /// <summary>The levels of urgency, in ordinal order; empty when the training texts had none.</summary>
    public IReadOnlyList<string> UrgencyLevels { get; init; } = [];

    /// <summary>Weight of the scores of the linear model, the bag network and the phrase network in the probability of a topic.</summary>
    public required IReadOnlyList<float> StackWeights { get; init; }

    /// <summary>Factor on the scores of urgency before they become probabilities.</summary>
    public float UrgencyScale { get; init; } = 1;

    /// <summary>Weights of the signals of scope, which sum up to the scope score, and a constant at the end.</summary>
    public required IReadOnlyList<float> ScopeWeights { get; init; }

    /// <summary>A text whose scope score is below this belongs to no topic.</summary>
    public required float OutOfScopeBelow { get; init; }

    /// <summary>An answer whose probability is below this is unsure, 0 to 1.</summary>
    public required float UnsureBelow { get; init; }

    /// <summary>Number of training texts, without those out of scope.</summary>
    public required int TrainingTexts { get; init; }

    /// <summary>Number of training texts out of scope.</summary>
    public int OutOfScopeTexts { get; init; }

    /// <summary>Texts without a topic that were learned from as well.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int UnlabelledTexts { get; init; }

    /// <summary>Seed of the training.</summary>
    public required int Seed { get; init; }

    /// <summary>Share of right topics on texts held out in cross-validation, 0 to 1.</summary>
    public required double HeldOutAccuracy { get; init; }

    /// <summary>Expected calibration error on texts held out in cross-validation, 0 to 1.</summary>
    public required double HeldOutCalibrationError { get; init; }

    /// <summary>Share of each topic among the training texts: what drift is measured against.</summary>
    public required IReadOnlyList<double> TopicShares { get; init; }

    /// <summary>Share of held-out texts in each tenth of confidence: what drift is measured against.</summary>
    public required IReadOnlyList<double> ConfidenceShares { get; init; }

    /// <summary>How the model answers English texts with the encoder that it was trained with; null: it was trained without one.</summary>
    public EncoderCard? Encoder { get; init; }
}

/// <summary>
/// What holds in the place of the model's own figures where the encoder is at hand. Fitted apart, so that a model whose encoder is absent
/// or late answers as one that was trained without.
/// </summary>
public sealed record EncoderCard
{
    /// <summary>Id of the encoder; with another one the model answers as without.</summary>
    public required string Id { get; init; }

    /// <summary>Weights of the scores of the three learners and of that over the encoder.</summary>
    public required IReadOnlyList<float> StackWeights { get; init; }

    /// <summary>Weights of the signals of scope, that of the encoder among them, and a constant at the end.</summary>
    public required IReadOnlyList<float> ScopeWeights { get; init; }

    /// <summary>A text whose scope score is below this belongs to no topic.</summary>
    public required float OutOfScopeBelow { get; init; }

    /// <summary>An answer whose probability is below this is unsure, 0 to 1.</summary>
    public required float UnsureBelow { get; init; }

    /// <summary>Texts in scope that are in the language of the encoder; what follows is measured on these.</summary>
    public required int Texts { get; init; }

    /// <summary>Share of right topics on texts held out in cross-validation, 0 to 1.</summary>
    public required double HeldOutAccuracy { get; init; }

    /// <summary>The same of the same texts without the encoder.</summary>
    public required double HeldOutAccuracyWithout { get; init; }

    /// <summary>Expected calibration error on texts held out in cross-validation, 0 to 1.</summary>
    public required double HeldOutCalibrationError { get; init; }

    /// <summary>
    /// Share of all held-out texts, whatever their language, in each tenth of confidence: what drift is measured against where the encoder
    /// is at hand.
    /// </summary>
    public required IReadOnlyList<double> ConfidenceShares { get; init; }
}

[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ModelCard))]
internal sealed partial class ModelCardJson : JsonSerializerContext;
