namespace ContactCenter.Language.Classification.Training;

/// <summary>How far a training is.</summary>
/// <param name="Done">Learners trained.</param>
/// <param name="Total">Learners to train.</param>
/// <param name="Step">What was finished last, in words.</param>
public sealed record TrainingProgress(int Done, int Total, string Step);
