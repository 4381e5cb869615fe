namespace ContactCenter.Language.Knowledge;

/// <summary>A question that an article names.</summary>
/// <param name="Article">Position of the article in its <see cref="LanguageIndex"/>.</param>
/// <param name="Terms">Its terms, each once.</param>
internal sealed record IndexedQuestion(int Article, int[] Terms);
