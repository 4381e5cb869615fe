using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace ContactCenter.Core.Learning.Reviews;

/// <summary>A word that stands in the way of learning.</summary>
/// <param name="Word">As it was written.</param>
/// <param name="IsCounterfactual">
/// True: it describes a world that did not happen, instead of what was seen and known then. False: it judges a person.
/// </param>
public sealed record BlamingWord(string Word, bool IsCounterfactual);

/// <summary>
/// Finds words that blame, or tell of what did not happen (Etsy's Debriefing Facilitation Guide, 2016), in English and German. It points at
/// them; nobody is kept from writing them.
/// </summary>
public static partial class BlamingWords
{
    private const int MaximumFound = 20;

    /// <summary>The words in texts, each once.</summary>
    public static ImmutableArray<BlamingWord> In(IEnumerable<string> texts) =>
    [
        .. texts.SelectMany(static text => Counterfactual().Matches(text).Select(static match => new BlamingWord(match.Value, true))
                .Concat(Blame().Matches(text).Select(static match => new BlamingWord(match.Value, false))))
            .DistinctBy(static word => word.Word.ToUpperInvariant())
            .Take(MaximumFound),
    ];

    [GeneratedRegex(
        @"\b((should|could|would|ought to) (not |never )?have|if only|failed to|didn't bother"
            + @"|h\u00e4tten? (\p{L}+ ){0,4}?(sollen|m\u00fcssen|k\u00f6nnen|d\u00fcrfen)|vers\u00e4umten?)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        1000)]
    private static partial Regex Counterfactual();

    [GeneratedRegex(
        @"\b(careless(ly|ness)?|negligen(t|ce)|neglected|human error|incompeten(t|ce)|obvious(ly)?|simply|fault of|to blame"
            + @"|fahrl\u00e4ssig\p{L}*|nachl\u00e4ssig\p{L}*|menschliches versagen|unf\u00e4hig\p{L}*|offensichtlich|schuld(ig)?|einfach nur)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        1000)]
    private static partial Regex Blame();
}
