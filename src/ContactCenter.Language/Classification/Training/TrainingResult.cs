namespace ContactCenter.Language.Classification.Training;

/// <summary>A trained model and what is known about it.</summary>
/// <param name="Model">The model in the <c>.ccm</c> format, ready to be stored.</param>
/// <param name="Report">Quality on texts held out in cross-validation, and warnings about the texts.</param>
public sealed record TrainingResult(ReadOnlyMemory<byte> Model, TrainingReport Report);
