namespace ContactCenter.Language.Knowledge;

/// <summary>A short article that answers one question of customers.</summary>
public sealed record Article
{
    /// <summary>Characters of an answer: what a caller listens to in a minute.</summary>
    public const int MaximumAnswer = 1000;

    /// <summary>Characters of a title or of a question.</summary>
    public const int MaximumLine = 200;

    /// <summary>Questions of one article.</summary>
    public const int MaximumQuestions = 30;

    /// <summary>Short name: lower-case letters, digits and <c>-</c>; metrics name the article by it.</summary>
    public required string Id { get; init; }

    /// <summary>Two-letter code of the language that it is written in.</summary>
    public required string Language { get; init; }

    /// <summary>What it is about, in the words of a customer.</summary>
    public required string Title { get; init; }

    /// <summary>How customers ask for it.</summary>
    public IReadOnlyList<string> Questions { get; init; } = [];

    /// <summary>Topic of the classifier that it belongs to, or null.</summary>
    public string? Topic { get; init; }

    /// <summary>The answer as it is written in a chat.</summary>
    public required string Answer { get; init; }

    /// <summary>The answer as it is spoken; null when it is the same.</summary>
    public string? Spoken { get; init; }
}
