using ContactCenter.Core.Configuration;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Validation.Rules;

/// <summary>The status page stands elsewhere, says each thing once, and in languages that have words.</summary>
internal static class StatusPageRules
{
    private const string Path = "$.statusPage";

    public static void Check(ContactCenterConfiguration configuration, List<ConfigurationProblem> found)
    {
        if (configuration.StatusPage is not { } page)
        {
            return;
        }

        if (configuration.Api is null)
        {
            found.Add(new(Path, Findings.PageAlone, Findings.PageApi));
        }

        if (page.Region == configuration.Instance.Region)
        {
            found.Add(new($"{Path}.region", Findings.PageAtHome, Findings.PageElsewhere));
        }

        if (page.Languages.Count == 0
            || page.Languages.Except(Translation.Languages).Any()
            || page.Languages.Distinct(StringComparer.Ordinal).Count() < page.Languages.Count)
        {
            found.Add(new($"{Path}.languages", Findings.PageLanguage, Findings.PageLanguages));
            return;
        }

        Name($"{Path}.title", page.Title);
        foreach (var (place, component) in page.Components.Index())
        {
            Name($"{Path}.components[{place}].name", component.Name);
            if (page.Components.Take(place).Any(before => before.Id == component.Id))
            {
                found.Add(new($"{Path}.components[{place}].id", ConfigurationRules.Quote(component.Id), Findings.ComponentTwice));
            }

            foreach (var queue in component.Queues.Except(configuration.Queues.Select(static one => one.Name)))
            {
                found.Add(new(
                    $"{Path}.components[{place}].queues",
                    ConfigurationRules.Quote(queue),
                    Suggestion.After(Findings.QueueExpected, queue, [.. configuration.Queues.Select(static one => one.Name)])));
            }
        }

        void Name(string path, IReadOnlyDictionary<string, string> names)
        {
            if (string.IsNullOrWhiteSpace(names.GetValueOrDefault(page.Languages[0])))
            {
                found.Add(new(path, Findings.NameMissing, Findings.NameExpected));
            }
        }
    }
}
