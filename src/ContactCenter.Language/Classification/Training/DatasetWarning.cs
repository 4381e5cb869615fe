namespace ContactCenter.Language.Classification.Training;

/// <summary>One suspicion about labelled texts.</summary>
/// <param name="Kind">What is suspicious.</param>
/// <param name="Message">What was found and what to do, for a person; personal data is masked.</param>
public sealed record DatasetWarning(DatasetWarningKind Kind, string Message);
