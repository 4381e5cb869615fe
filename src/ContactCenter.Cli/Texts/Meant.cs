using ContactCenter.Core.Validation;

namespace ContactCenter.Cli.Texts;

/// <summary>The name that somebody probably meant.</summary>
internal static class Meant
{
    /// <summary>A question that follows what is wrong, or nothing when no name is near.</summary>
    public static string Of(string name, IEnumerable<string> names) => Suggestion.Near(name, names) is { } near ? Say.DidYouMean(near) : "";
}
