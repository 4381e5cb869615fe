namespace ContactCenter.Language.Knowledge;

/// <summary>Something that is wrong in the articles.</summary>
/// <param name="File">The file, and the entry in it if it has several.</param>
/// <param name="Text">What was found, and what would be right.</param>
public sealed record KnowledgeProblem(string File, string Text)
{
    /// <inheritdoc/>
    public override string ToString() => $"{File}: {Text}";
}
