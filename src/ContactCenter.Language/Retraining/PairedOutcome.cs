namespace ContactCenter.Language.Retraining;

/// <summary>One text that neither model was trained on, answered by both.</summary>
/// <param name="Topic">The right topic.</param>
/// <param name="ChampionIsRight">Whether the model in service answered it.</param>
/// <param name="ChallengerIsRight">Whether the new model answered it.</param>
/// <param name="IsCorrection">Whether it is one of the newest corrections by agents, and not of the held-back set.</param>
public readonly record struct PairedOutcome(string Topic, bool ChampionIsRight, bool ChallengerIsRight, bool IsCorrection);
