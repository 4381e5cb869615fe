using System.Text;
using System.Text.RegularExpressions;
using ContactCenter.Core.Common;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Texts;
using ContactCenter.Language.Text;

namespace ContactCenter.Core.Validation.Rules;

/// <summary>Languages of the flows: each once and whole, numbers that speak one language, choices of the menu in all of them.</summary>
internal static partial class FlowLanguageRules
{
    public static void Check(FlowSettings flows, List<ConfigurationProblem> found)
    {
        for (var i = 0; i < flows.Languages.Count; i++)
        {
            CheckLanguage($"$.flows.languages[{i}]", flows, i, found);
        }

        var languages = FlowSentences.Languages(flows);
        foreach (var (i, entry) in flows.Menu.Index())
        {
            foreach (var (language, text) in entry.Texts)
            {
                CheckChoice($"$.flows.menu[{i}].texts.{language}", language, text, languages, found);
            }

            if (languages.Skip(1).FirstOrDefault(language => !entry.Texts.ContainsKey(language.Code)) is { } missing)
            {
                found.Add(new(
                    $"$.flows.menu[{i}].texts.{missing.Code}",
                    Findings.Nothing,
                    Findings.ChoiceInLanguages));
            }
        }
    }

    private static void CheckLanguage(string path, FlowSettings flows, int index, List<ConfigurationProblem> found)
    {
        var language = flows.Languages[index];
        var earlier = flows.Languages.Take(index).ToArray();
        if (Languages.Code(language.Code) is null)
        {
            found.Add(new(
                $"{path}.code", ConfigurationRules.Quote(language.Code), Findings.LanguageCode));
        }
        else if (earlier.Any(other => other.Code == language.Code))
        {
            found.Add(new(
                $"{path}.code", ConfigurationRules.Quote(language.Code), Findings.LanguageTwice));
        }

        if (FlowSentences.Locale(language) is not { } locale)
        {
            found.Add(new(
                $"{path}.locale",
                Findings.Nothing,
                Findings.LocaleExpected(language.Code, language.Code.ToUpperInvariant())));
        }
        else if (!locale.StartsWith($"{language.Code}-", StringComparison.Ordinal))
        {
            found.Add(new($"{path}.locale", ConfigurationRules.Quote(locale), Findings.LocaleOfLanguage(language.Code)));
        }

        if (language is { Engine: { } engine, Voice: null })
        {
            found.Add(new(
                $"{path}.engine",
                ConfigurationRules.Quote(engine.ToString().ToLowerInvariant()),
                Findings.EngineNeedsVoice));
        }

        if (language.Voice is { } voice && PollyVoices.IsForeign(voice, language.Code))
        {
            found.Add(new(
                $"{path}.voice",
                ConfigurationRules.Quote(voice),
                PollyVoices.Of(language.Code).ToArray() is { Length: > 0 } voices
                    ? Findings.VoiceOfLanguage(language.Code, Wording.Or(voices))
                    : Findings.NoVoiceOfLanguage(language.Code, PollyVoices.AsOf)));
        }

        if (FlowSentences.Missing(flows, language) is { Count: > 0 } missing)
        {
            found.Add(new(
                $"{path}.texts",
                Findings.WordsMissing(string.Join(", ", missing)),
                Findings.NoPackagedWords(language.Code)));
        }

        CheckNumbers(path, language, earlier, found);
        var bytes = FlowSentences.Of(
            flows, language).Sum(static sentence => Encoding.UTF8.GetByteCount(sentence.Key) + Encoding.UTF8.GetByteCount(sentence.Value));
        if (bytes > FlowSentences.MaximumBytes)
        {
            found.Add(new(
                $"{path}.texts", Findings.SizeInBytes($"{bytes}"),
                Findings.WordsAtMost($"{FlowSentences.MaximumBytes}")));
        }
    }

    private static void CheckNumbers(string path, FlowLanguage language, FlowLanguage[] earlier, List<ConfigurationProblem> found)
    {
        foreach (var (i, number) in language.Numbers.Index())
        {
            if (!Number().IsMatch(number))
            {
                found.Add(new(
                    $"{path}.numbers[{i}]",
                    ConfigurationRules.Quote(number),
                    Findings.NumberExpected));
            }
            else if (language.Numbers.Take(i).Concat(earlier.SelectMany(static other => other.Numbers)).Contains(number))
            {
                found.Add(new(
                    $"{path}.numbers[{i}]", ConfigurationRules.Quote(number), Findings.NumberTwice));
            }
        }
    }

    private static void CheckChoice(
        string path, string language, string text, IReadOnlyList<FlowLanguage> languages, List<ConfigurationProblem> found)
    {
        if (languages.Skip(1).All(known => known.Code != language))
        {
            found.Add(new(
                path,
                ConfigurationRules.Quote(language),
                Findings.OtherLanguage));
        }

        if (!Choice().IsMatch(text))
        {
            found.Add(new(
                path,
                ConfigurationRules.Quote(text.Length <= 60 ? text : $"{text[..60]}…"),
                Findings.ExpectedThat(MenuSettings.ChoiceMeaning)));
        }
    }

    [GeneratedRegex(MenuSettings.Choice)]
    private static partial Regex Choice();

    // ITU-T E.164
    [GeneratedRegex("^\\+[1-9][0-9]{5,14}$")]
    private static partial Regex Number();
}
