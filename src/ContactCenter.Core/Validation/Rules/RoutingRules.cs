using ContactCenter.Core.Configuration;
using ContactCenter.Core.Contacts.Flows;
using ContactCenter.Core.Monitoring.Catalog;

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
            found.Add(new($"$.routing.{name}", DurationConverter.Format(value), "expected more than 0s"));
        }

        foreach (var (i, language) in routing.Languages.Index().Where(static entry => !IsLanguage(entry.Item)))
        {
            found.Add(new($"$.routing.languages[{i}]", ConfigurationRules.Quote(language), "expected a two-letter code such as en or de"));
        }

        CheckAnnouncements(routing, catalog, found);
    }

    private static void CheckQueue(string path, string? name, string[] queues, List<ConfigurationProblem> found)
    {
        if (name is not null && !queues.Contains(name))
        {
            found.Add(new(path, ConfigurationRules.Quote(name), $"expected the name of a queue in $.queues{Suggestion.For(name, queues)}"));
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
                    $"expected a group of the alarm catalog{Suggestion.For(group, groups)}"));
            }

            foreach (var (language, text) in texts)
            {
                if (!IsLanguage(language))
                {
                    found.Add(new(
                        $"$.routing.announcements.{group}.{language}",
                        ConfigurationRules.Quote(language),
                        "expected a two-letter code such as en or de"));
                }

                if (FlowSpeech.Of(text) != text)
                {
                    found.Add(new(
                        $"$.routing.announcements.{group}.{language}",
                        ConfigurationRules.Quote(text),
                        $"expected one plain sentence or more of at most {FlowSpeech.MaximumLength} characters, without < > & $ {{ "
                            + $"}} or line breaks"));
                }
            }
        }
    }

    private static bool IsLanguage(string code) => code.Length == 2 && code.All(char.IsAsciiLetterLower);
}
