namespace ContactCenter.Classification;

/// <summary>What the threshold that training chose does, as the mean of all draws. Shares are 0 to 1.</summary>
/// <param name="Examples">Whether the training had examples out of scope.</param>
/// <param name="AccuracyWithoutRefusals">Share of texts in scope with the right topic.</param>
/// <param name="Accuracy">The same, refused texts counted as wrong.</param>
/// <param name="UnknownTopicsRecall">Share of the texts of unknown topics that was refused.</param>
/// <param name="GeneralRecall">Share of the general texts that was refused.</param>
/// <param name="UnknownTopicsNotActedOn">Share of the texts of unknown topics that was refused or called unsure.</param>
/// <param name="CalibrationError">Expected calibration error in scope.</param>
internal sealed record OutOfScopeDefault(
    string Examples, double AccuracyWithoutRefusals, double Accuracy, double UnknownTopicsRecall, double GeneralRecall,
    double UnknownTopicsNotActedOn,
    double CalibrationError);
