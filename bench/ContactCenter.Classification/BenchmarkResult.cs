using ContactCenter.Language.Classification.Evaluation;

namespace ContactCenter.Classification;

/// <summary>What one run of the benchmark measured. Shares are 0 to 1.</summary>
internal sealed record BenchmarkResult
{
    public required int TrainingTexts { get; init; }

    public required int TestTexts { get; init; }

    public required int Topics { get; init; }

    public required IReadOnlyList<NamedAccuracy> Accuracy { get; init; }

    public required double MacroF1 { get; init; }

    public required double CalibrationError { get; init; }

    public required IReadOnlyList<CoveragePoint> Coverage { get; init; }

    public required double HeldOutAccuracy { get; init; }

    public required double TrainingSeconds { get; init; }

    public required double ModelMegabytes { get; init; }

    public required double LoadMilliseconds { get; init; }

    public required double MicrosecondsMedian { get; init; }

    public required double Microseconds99 { get; init; }

    public double? EncodedCalibrationError { get; init; }

    public double? EncodedHeldOutAccuracy { get; init; }

    public double EncodedMicrosecondsMedian { get; init; }

    public double EncodedMicroseconds99 { get; init; }

    public required double BytesPerScore { get; init; }

    public required double BytesPerClassification { get; init; }

    public required IReadOnlyList<NamedAccuracy> TypingErrors { get; init; }

    public required IReadOnlyList<NamedAccuracy> LearningCurve { get; init; }
}
