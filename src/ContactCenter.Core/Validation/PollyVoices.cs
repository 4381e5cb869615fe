using System.Collections.Frozen;

namespace ContactCenter.Core.Validation;

/// <summary>
/// The voices of Amazon Polly and the languages that they speak: the ids and language codes of its service model (botocore 1.43.11, API
/// version 2016-06-10, <c>VoiceId</c> and <c>LanguageCode</c>), put together as by the page "Available voices" of its developer guide.
/// Hala and Zayd are fluent in English too (page "Bilingual voices").
/// </summary>
internal static class PollyVoices
{
    /// <summary>When it was put together: Amazon Polly gets new voices now and then.</summary>
    public const string AsOf = "May 2026";

    private static readonly Dictionary<string, string> ByLocale = new(StringComparer.Ordinal)
    {
        ["ar-AE"] = "Hala Zayd",
        ["arb"] = "Zeina",
        ["ca-ES"] = "Arlet",
        ["cmn-CN"] = "Zhiyu",
        ["cs-CZ"] = "Jitka",
        ["cy-GB"] = "Gwyneth",
        ["da-DK"] = "Naja Mads Sofie",
        ["de-AT"] = "Hannah",
        ["de-CH"] = "Sabrina",
        ["de-DE"] = "Marlene Vicki Hans Daniel Lennart",
        ["en-AU"] = "Nicole Olivia Russell",
        ["en-GB"] = "Amy Emma Brian Arthur",
        ["en-GB-WLS"] = "Geraint",
        ["en-IE"] = "Niamh",
        ["en-IN"] = "Aditi Raveena Kajal",
        ["en-NZ"] = "Aria",
        ["en-SG"] = "Jasmine",
        ["en-US"] = "Danielle Gregory Ivy Joanna Kendra Kimberly Salli Joey Justin Kevin Matthew Ruth Stephen Tiffany",
        ["en-ZA"] = "Ayanda",
        ["es-ES"] = "Conchita Enrique Lucia Sergio",
        ["es-MX"] = "Mia Andres",
        ["es-US"] = "Lupe Penelope Miguel Pedro",
        ["fi-FI"] = "Suvi",
        ["fr-BE"] = "Isabelle",
        ["fr-CA"] = "Chantal Gabrielle Liam",
        ["fr-FR"] = "Ambre Celine Florian Lea Mathieu Remi",
        ["hi-IN"] = "Aditi Kajal",
        ["is-IS"] = "Dora Karl",
        ["it-IT"] = "Beatrice Bianca Carla Giorgio Adriano Lorenzo",
        ["ja-JP"] = "Mizuki Takumi Kazuha Tomoko",
        ["ko-KR"] = "Seoyeon Jihye",
        ["nb-NO"] = "Liv Ida",
        ["nl-BE"] = "Lisa",
        ["nl-NL"] = "Laura Lotte Ruben",
        ["pl-PL"] = "Ewa Maja Jacek Jan Ola",
        ["pt-BR"] = "Camila Vitoria Ricardo Thiago",
        ["pt-PT"] = "Ines Cristiano",
        ["ro-RO"] = "Carmen",
        ["ru-RU"] = "Tatyana Maxim",
        ["sv-SE"] = "Astrid Elin",
        ["tr-TR"] = "Filiz Burcu",
        ["yue-CN"] = "Hiujin",
    };

    /// <summary>Two-letter codes of the languages whose codes at Amazon Polly have three letters.</summary>
    private static readonly Dictionary<string, string> Short = new(StringComparer.Ordinal)
    {
        ["arb"] = "ar",
        ["cmn"] = "zh",
        ["nb"] = "no",
        ["yue"] = "zh",
    };

    private static readonly FrozenDictionary<string, string[]> Languages = ByLocale
        .SelectMany(static locale => locale.Value.Split(' ').Select(voice => (Voice: voice, Language: locale.Key.Split('-')[0])))
        .Concat([(Voice: "Hala", Language: "en"), (Voice: "Zayd", Language: "en")])
        .GroupBy(static pair => pair.Voice, static pair => pair.Language, StringComparer.Ordinal)
        .ToFrozenDictionary(static voice => voice.Key, static voice => voice.Distinct().ToArray(), StringComparer.Ordinal);

    /// <summary>All voices.</summary>
    public static IReadOnlyCollection<string> All => Languages.Keys;

    /// <summary>True when the voice is known and does not speak the language.</summary>
    /// <param name="voice">Its id, such as Vicki.</param>
    /// <param name="language">Two-letter code.</param>
    public static bool IsForeign(string voice, string language) =>
        Languages.TryGetValue(voice, out var spoken) && !spoken.Any(code => Speaks(code, language));

    /// <summary>The voices that speak a language, by name.</summary>
    /// <param name="language">Two-letter code.</param>
    public static IEnumerable<string> Of(string language) => Languages
        .Where(voice => voice.Value.Any(code => Speaks(code, language)))
        .Select(static voice => voice.Key)
        .Order(StringComparer.Ordinal);

    private static bool Speaks(string code, string language) => code == language || Short.GetValueOrDefault(code) == language;
}
