using ContactCenter.Language.Classification.Evaluation;

namespace ContactCenter.Cli.Classification;

/// <summary>What <c>evaluate --json</c> prints. Shares are 0 to 1.</summary>
internal sealed record EvaluationSummary
{
    public required int Texts { get; init; }

    public required double Accuracy { get; init; }

    public required double MacroF1 { get; init; }

    public required double CalibrationError { get; init; }

    public required IReadOnlyList<CoveragePoint> Coverage { get; init; }

    public required double SureAccuracy { get; init; }

    public required double UnsureShare { get; init; }

    public required OutOfScopeQuality OutOfScope { get; init; }

    public double? UrgencyAccuracy { get; init; }

    public required IReadOnlyList<string> UnknownTopics { get; init; }

    public required double MicrosecondsPerText { get; init; }

    /// <summary>Id of the encoder that helped; null: none did.</summary>
    public string? Encoder { get; init; }

    public static EvaluationSummary Of(EvaluationResult result, double microsecondsPerText) => new()
    {
        Texts = result.Quality.Texts,
        Accuracy = result.Quality.Accuracy,
        MacroF1 = result.Quality.MacroF1,
        CalibrationError = result.Quality.CalibrationError,
        Coverage = result.Quality.Coverage,
        SureAccuracy = result.Quality.SureAccuracy,
        UnsureShare = result.Quality.UnsureShare,
        OutOfScope = result.Quality.OutOfScope,
        UrgencyAccuracy = result.UrgencyAccuracy,
        UnknownTopics = result.UnknownTopics,
        MicrosecondsPerText = microsecondsPerText,
    };
}
