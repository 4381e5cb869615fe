using System.Collections.Frozen;

namespace ContactCenter.Language.Text;

/// <summary>Languages as two-letter codes (ISO 639-1).</summary>
public static class Languages
{
    // the codes of ISO 639-1: "xx" or a typing error is no language that an agent could speak
    private static readonly FrozenSet<string> Known = """
        aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en eo es et eu fa ff fi fj
        fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la
        lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa
        sc sd se sg si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu
        """.Split([' ', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>The code in a language tag such as <c>en-US</c>; null when it is none of ISO 639-1.</summary>
    public static string? Code(string? tag)
    {
        var code = tag?.Split('-', '_')[0].Trim();
        return code is not null && Known.TryGetValue(code, out var known) ? known : null;
    }

    /// <summary>Whether a word of a text is one of German grammar that English does not have.</summary>
    internal static bool HasGermanWord(string text) => TermReader.Read(text, "").Exists(static word =>
        StopWords.Of("de").Contains(word) && !StopWords.Of("en").Contains(word));

    /// <summary>The language of a text by its commonest words; null when they do not tell.</summary>
    public static string? Guess(string text) => LanguageGuess.Of(text);
}
