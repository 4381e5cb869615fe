namespace ContactCenter.Functions.Contacts;

/// <summary>What became of the events of one invocation.</summary>
/// <param name="Signals">Events that say something about a contact.</param>
/// <param name="Duplicates">Those of them that had come before.</param>
/// <param name="Scores">Scores that were new.</param>
public sealed record TrackReply(int Signals, int Duplicates, int Scores);
