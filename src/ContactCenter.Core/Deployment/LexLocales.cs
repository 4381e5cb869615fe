using ContactCenter.Core.Configuration;

namespace ContactCenter.Core.Deployment;

/// <summary>
/// The locales in which Amazon Lex V2 listens, each with a neural voice of Amazon Polly. Both lists are recorded with their sources
/// (<c>test/Recorded/lex</c>); locales that the documentation has with a mark, for conditions of their own, are not among them.
/// </summary>
public static class LexLocales
{
    private static readonly Dictionary<string, LexLocale> ById = new[]
    {
        new LexLocale("ar_AE", "Hala"), new LexLocale("ca_ES", "Arlet"), new LexLocale("de_AT", "Hannah"), new LexLocale("de_DE", "Vicki"),
        new LexLocale("en_AU", "Olivia"), new LexLocale("en_GB", "Amy"), new LexLocale("en_IN", "Kajal"), new LexLocale("en_US", "Joanna"),
        new LexLocale("en_ZA", "Ayanda"), new LexLocale("es_419", "Mia"), new LexLocale("es_ES", "Lucia"), new LexLocale("es_US", "Lupe"),
        new LexLocale("fi_FI", "Suvi"), new LexLocale("fr_CA", "Gabrielle"), new LexLocale("fr_FR", "Lea"), new LexLocale("hi_IN", "Kajal"),
        new LexLocale("it_IT", "Bianca"), new LexLocale("ja_JP", "Takumi"), new LexLocale("ko_KR", "Seoyeon"),
        new LexLocale("nl_NL", "Laura"), new LexLocale("no_NO", "Ida"), new LexLocale("pl_PL", "Ola"), new LexLocale("pt_BR", "Camila"),
        new LexLocale("pt_PT", "Ines"), new LexLocale("sv_SE", "Elin"), new LexLocale("zh_CN", "Zhiyu"), new LexLocale("zh_HK", "Hiujin"),
    }.ToDictionary(static locale => locale.Id, StringComparer.Ordinal);

    /// <summary>All of them, by id.</summary>
    public static IEnumerable<LexLocale> All => ById.Values;

    /// <summary>The locale in which Lex listens to a language of the flows; null: it does not, and customers choose by keys.</summary>
    public static LexLocale? Of(FlowLanguage language) =>
        FlowSentences.Locale(language) is { } locale ? ById.GetValueOrDefault(locale.Replace('-', '_')) : null;

    /// <summary>Locales of the same language, as the configuration writes them: all but that of a part of the world.</summary>
    public static IReadOnlyList<string> Near(FlowLanguage language)
    {
        ArgumentNullException.ThrowIfNull(language);
        return
        [
            .. ById.Keys.Where(id => id.StartsWith($"{language.Code}_", StringComparison.Ordinal) && id.Length == "en_US".Length)
                .Select(static id => id.Replace('_', '-'))
        ];
    }
}

/// <summary>A locale of Amazon Lex V2.</summary>
/// <param name="Id">Its id, such as <c>en_US</c>.</param>
/// <param name="Voice">A neural voice of Amazon Polly that speaks it.</param>
public sealed record LexLocale(string Id, string Voice);
