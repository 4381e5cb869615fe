using System.Globalization;
using System.Text.RegularExpressions;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Configuration.Dialogues;
using ContactCenter.Core.Contacts.Dialogues;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Validation.Rules;

/// <summary>Dialogues: topics that lead to one alone, words in each of their languages, braces that are filled, limits in order.</summary>
internal static partial class DialogueRules
{
    private const int MaximumDialogues = 30;
    private const int MaximumNames = 10;
    private const int MinimumChoices = 2;

    /// <summary>The keys 1 to 9.</summary>
    private const int MaximumChoices = 9;

    public static void Check(ContactCenterConfiguration configuration, List<ConfigurationProblem> found)
    {
        var dialogues = configuration.Dialogues;
        ResourceRules.CheckUnique("dialogues", dialogues.Select(static dialogue => dialogue.Name), found);
        CheckCount("$.dialogues", dialogues.Count, MaximumDialogues, found);
        var topics = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (i, dialogue) in dialogues.Index())
        {
            var path = $"$.dialogues[{i}]";
            if (dialogue.Topics.Count == 0)
            {
                found.Add(new($"{path}.topics", Findings.NoTopic, Findings.DialogueTopicExpected));
            }

            foreach (var (j, topic) in dialogue.Topics.Index().Where(topic => !topics.TryAdd(topic.Item, dialogue.Name)))
            {
                found.Add(new($"{path}.topics[{j}]", ConfigurationRules.Quote(topic), Findings.DialogueTopicTwice(topics[topic])));
            }

            if (dialogue.Function.Split(':') is not [_, _, _, var region, ..] || region != configuration.Instance.Region)
            {
                found.Add(new(
                    $"{path}.function", ConfigurationRules.Quote(dialogue.Function),
                    Findings.DialogueRegion(configuration.Instance.Region)));
            }

            CheckCount($"{path}.passes", dialogue.Passes.Count, MaximumNames, found);
            CheckCount($"{path}.answers", dialogue.Answers.Count, MaximumNames, found);
            CheckCount($"{path}.fields", dialogue.Fields.Count, FieldLimits.MaximumFields, found);
            CheckTexts(dialogue, path, found);
            ResourceRules.CheckUnique($"dialogues[{i}].fields", dialogue.Fields.Select(static field => field.Name), found);
            foreach (var (j, field) in dialogue.Fields.Index())
            {
                CheckField(field, dialogue, $"{path}.fields[{j}]", found);
            }
        }
    }

    private static void CheckTexts(DialogueSettings dialogue, string path, List<ConfigurationProblem> found)
    {
        if (dialogue.Texts.Count == 0 || dialogue.Texts.Keys.Any(static language => !Translation.Languages.Contains(language)))
        {
            found.Add(new(
                $"{path}.texts",
                ConfigurationRules.Quote(string.Join(", ", dialogue.Texts.Keys)),
                Findings.DialogueLanguages(string.Join(", ", Translation.Languages))));
        }

        string[] fields = [.. dialogue.Fields.Select(static field => field.Name)];
        foreach (var (language, texts) in dialogue.Texts)
        {
            CheckPlaceholders($"{path}.texts.{language}.done", texts.Done, [.. fields, .. dialogue.Answers], found);
            if (texts.Confirm is { } confirm)
            {
                CheckPlaceholders($"{path}.texts.{language}.confirm", confirm, fields, found);
            }
            else if (dialogue.Confirms)
            {
                found.Add(new($"{path}.texts.{language}", Findings.DialogueConfirmMissing, Findings.DialogueConfirmExpected));
            }
        }
    }

    private static void CheckPlaceholders(string path, string text, string[] names, List<ConfigurationProblem> found)
    {
        var named = Placeholder().Matches(text).Select(static match => match.Groups["name"].Value);
        foreach (var name in named.Where(name => !names.Contains(name)))
        {
            found.Add(new(path, ConfigurationRules.Quote($"{{{name}}}"), Findings.DialoguePlaceholder(string.Join(", ", names))));
        }
    }

    private static void CheckField(DialogueField field, DialogueSettings dialogue, string path, List<ConfigurationProblem> found)
    {
        CheckLanguages($"{path}.questions", field.Questions.Keys, dialogue, found);
        if (field is { Minimum: { } minimum, Maximum: { } maximum } && minimum > maximum)
        {
            found.Add(new($"{path}.minimum", Findings.DialogueLimits, Findings.DialogueLimitsExpected));
        }

        var most = field.Kind switch
        {
            DialogueFieldKind.Digits => FieldLimits.MaximumDigits,
            DialogueFieldKind.Words => FieldLimits.MaximumWords,
            _ => double.MaxValue,
        };
        if (field.Maximum > most)
        {
            found.Add(new($"{path}.maximum", Number(field.Maximum.Value), Findings.AtMost(Number(most))));
        }

        if (field.Pattern is { } pattern && !IsPattern(pattern))
        {
            found.Add(new($"{path}.pattern", ConfigurationRules.Quote(pattern), Findings.PatternWrong));
        }

        if (field.Kind == DialogueFieldKind.Choice)
        {
            CheckChoices(field, dialogue, path, found);
        }
        else if (field.Choices.Count > 0)
        {
            found.Add(new($"{path}.choices", Findings.DialogueOtherKind, Findings.DialogueNoOtherKind));
        }
    }

    private static void CheckChoices(DialogueField field, DialogueSettings dialogue, string path, List<ConfigurationProblem> found)
    {
        if (field.Choices.Count is < MinimumChoices or > MaximumChoices)
        {
            found.Add(new($"{path}.choices", Findings.DialogueNoChoices($"{field.Choices.Count}"), Findings.DialogueChoices));
        }

        var said = new HashSet<(string Language, string Words)>();
        foreach (var (i, choice) in field.Choices.Index())
        {
            CheckLanguages($"{path}.choices[{i}].words", choice.Words.Keys, dialogue, found);
            foreach (var (language, words) in choice.Words)
            {
                if (words.Any(string.IsNullOrWhiteSpace) || words.Count == 0)
                {
                    found.Add(new(
                        $"{path}.choices[{i}].words.{language}", Findings.DialogueLanguageMissing(language),
                        Findings.DialogueLanguageNeeded));
                }

                foreach (var word in words.Select(static word => word.Trim().ToLowerInvariant()).Distinct()
                    .Where(word => !said.Add((language, word))))
                {
                    found.Add(new(
                        $"{path}.choices[{i}].words.{language}", $"{Findings.DialogueWordTwice}: {ConfigurationRules.Quote(word)}",
                        Findings.DialogueWordOnce));
                }
            }
        }
    }

    private static void CheckLanguages(
        string path, IEnumerable<string> languages, DialogueSettings dialogue, List<ConfigurationProblem> found)
    {
        foreach (var language in dialogue.Texts.Keys.Except(languages))
        {
            found.Add(new(path, Findings.DialogueLanguageMissing(language), Findings.DialogueLanguageNeeded));
        }
    }

    private static void CheckCount(string path, int count, int most, List<ConfigurationProblem> found)
    {
        if (count > most)
        {
            found.Add(new(path, Findings.Entries($"{count}"), Findings.AtMost($"{most}")));
        }
    }

    private static string Number(double number) => number.ToString(CultureInfo.InvariantCulture);

    private static bool IsPattern(string pattern)
    {
        try
        {
            _ = Regex.Match("", pattern, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    [GeneratedRegex(@"\{(?<name>[^{}]*)\}", RegexOptions.ExplicitCapture)]
    private static partial Regex Placeholder();
}
