using ContactCenter.Core.Configuration;
using ContactCenter.Core.Contacts.Flows;
using ContactCenter.Core.Monitoring.Catalog;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Validation.Rules;

/// <summary>Routing: queues and groups that exist, times above zero, texts that can be spoken.</summary>
internal static class RoutingRules
{
    public static void Check(ContactCenterConfiguration configuration, AlarmCatalog catalog, List<ConfigurationProblem> found)
    {
        var routing = configuration.Routing;
        var queues = configuration.Queues.Select(static queue => queue.Name).ToArray();
        CheckQueue("$.routing.defaultQueue", routing.DefaultQueue, queues, found);
        foreach (var (topic, route) in routing.Topics)
        {
            CheckQueue($"$.routing.topics.{topic}.queue", route.Queue, queues, found);
        }

        (string Name, TimeSpan Value)[] times =
        [
            ("answerWithin", routing.AnswerWithin), ("callbackAfter", routing.CallbackAfter ?? routing.Patience),
            ("patience", routing.Patience), ("relaxEvery", routing.RelaxEvery),
            .. routing.Segments.Select(static segment => ($"segments.{segment.Key}.answerWithin", segment.Value.AnswerWithin)),
        ];
        foreach (var (name, value) in times.Where(static time => time.Value <= TimeSpan.Zero))
        {
            found.Add(new($"$.routing.{name}", DurationConverter.Format(value), Findings.MoreThanZero));
        }

        foreach (var (i, language) in routing.Languages.Index().Where(static entry => !IsLanguage(entry.Item)))
        {
            found.Add(new($"$.routing.languages[{i}]", ConfigurationRules.Quote(language), Findings.CodeExpected));
        }

        CheckAnnouncements(routing, catalog, found);
    }

    private static void CheckQueue(string path, string? name, string[] queues, List<ConfigurationProblem> found)
    {
        if (name is not null && !queues.Contains(name))
        {
            found.Add(new(path, ConfigurationRules.Quote(name), Suggestion.After(Findings.QueueExpected, name, queues)));
        }
    }

    private static void CheckAnnouncements(RoutingSettings routing, AlarmCatalog catalog, List<ConfigurationProblem> found)
    {
        var groups = catalog.Definitions.Select(static definition => definition.Group).Distinct().ToArray();
        foreach (var (group, texts) in routing.Announcements)
        {
            if (!groups.Contains(group))
            {
                found.Add(new(
                    $"$.routing.announcements.{group}",
                    ConfigurationRules.Quote(group),
                    Suggestion.After(Findings.CatalogGroup, group, groups)));
            }

            foreach (var (language, text) in texts)
            {
                if (!IsLanguage(language))
                {
                    found.Add(new(
                        $"$.routing.announcements.{group}.{language}",
                        ConfigurationRules.Quote(language),
                        Findings.CodeExpected));
                }

                if (FlowSpeech.Of(text) != text)
                {
                    found.Add(new(
                        $"$.routing.announcements.{group}.{language}",
                        ConfigurationRules.Quote(text),
                        Findings.SpeechExpected($"{FlowSpeech.MaximumLength}")));
                }
            }
        }
    }

    private static bool IsLanguage(string code) => code.Length == 2 && code.All(char.IsAsciiLetterLower);
}
