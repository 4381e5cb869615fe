namespace ContactCenter.Language.Sentiment;

/// <summary>A word, phrase or sign that decided.</summary>
/// <param name="Text">As it is written in the text.</param>
/// <param name="Weight">What it added: positive, negative; about as many as its valence of -4 to 4, changed by what stands around it.</param>
public sealed record SentimentWord(string Text, double Weight);
