namespace ContactCenter.Core.Contacts.Serving;

/// <summary>What a look for a new model found that is worth a line in the log.</summary>
/// <param name="IsProblem">True when the model that should serve cannot; the one before it goes on.</param>
/// <param name="Text">A sentence.</param>
public sealed record ModelNews(bool IsProblem, string Text);
