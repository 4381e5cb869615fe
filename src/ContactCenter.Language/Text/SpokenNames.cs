using System.Text.RegularExpressions;

namespace ContactCenter.Language.Text;

/// <summary>Names after words that announce one. A transcript has no capitals: any word is a name unless it is a common one.</summary>
internal static partial class SpokenNames
{
    // "my name is wrong on the card" says no name, and a name ends where the sentence goes on
    private static readonly HashSet<string> NoNames = (
        "a about and am again also address account an are as at because but by call called calling can card changed correct different do "
        + "does for from go got had has have help here his her how i if im in incorrect is it its ive just like lost me missing misspelled "
        + "misspelt mistyped my name need no not now of on only or our out please printed shown since so spelled spelt still that the there "
        + "they this to too uh um unknown very want was we were what when where which who why will with without wrong wrongly you your "
        + "aber als am an auch auf aus bei bin bitte da das dass der die ein eine er es falsch fehlt für geändert habe hat hier ich ihr im "
        + "in ist jetzt kann mein meine mich mir mit möchte nach nicht noch nur oder rufe sehr sie sind steht und unbekannt unter von war "
        + "was weil wir wurde zu y e et con mais pero mi me es").Split(' ').ToHashSet(StringComparer.OrdinalIgnoreCase);

    private static readonly HashSet<string> Particles =
        "van von de der den di da del della la le al el bin ibn mac mc ter zu zur dos".Split(' ').ToHashSet(StringComparer.OrdinalIgnoreCase);

    // Words of a name without capitals; more would be the sentence that goes on.
    private const int MaximumPlain = 3;

    /// <summary>The text with such names hidden.</summary>
    public static string Mask(string text) => Announced().Replace(text, static match =>
    {
        var (words, plain, end, hasCapitals) = (match.Groups["word"].Captures, 0, -1, false);
        for (var i = 0; i < words.Count; i++)
        {
            var word = words[i].Value;
            var isParticle = i > 0 && i + 1 < words.Count && Particles.Contains(word);
            var isCapital = char.IsUpper(word[0]) && !(word is "I");
            var goesOn = !isCapital && (hasCapitals || ++plain > MaximumPlain);
            if (!isParticle && (NoNames.Contains(word) || goesOn))
            {
                break;
            }

            hasCapitals |= isCapital;
            end = isParticle ? end : words[i].Index + words[i].Length;
        }

        return end < 0 ? match.Value : string.Concat(
            match.Groups["lead"].Value, PersonalDataMask.MaskedName, match.Value.AsSpan(end - match.Index));
    });

    [GeneratedRegex(
        @"(?<lead>\b(?:my (?:full |first |last )?name is|my name's|name on (?:the|my) card is|card ?holder(?: name)?(?: is)?:?"
        + @"|mein(?: voller)? name ist|ich hei(?:ß|ss)e|mi nombre es|me llamo|je m'appelle)\s+)"
        + @"(?:(?<word>\p{L}[\p{L}\p{M}'’\-]{0,40})(?:\s(?=\p{L})|(?![\p{L}\s])|\s|$)){1,6}",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Announced();
}
