using System.Text.RegularExpressions;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Contacts.Flows;
using ContactCenter.Core.Contacts.Entities;
using ContactCenter.Core.Contacts.Serving;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Validation.Rules.Topics;

/// <summary>
/// What flows are told beside the topic: attributes that nothing else has, patterns that can be read, places that have names.
/// </summary>
internal static partial class TopicRules
{
    /// <summary>What <c>ClassifyContact</c> answers besides, and what flows keep of other hooks.</summary>
    private static string[] Taken(ContactCenterConfiguration configuration) =>
    [
        .. TopicAnswer.Default.ToHookAnswer().Values.Keys, .. HookAttributes.Kept(configuration),
        .. ContactDetails.Names(new TopicSettings
        {
            Concerns = true,
            Complexity = new ComplexitySettings(),
            Entities = new EntitySettings
            {
                Amounts = true,
                Dates = true,
                Cards = true,
                Places = new Dictionary<string, IReadOnlyList<string>> { [""] = [] },
            },
        }),
    ];

    public static void Check(ContactCenterConfiguration configuration, List<ConfigurationProblem> found)
    {
        if (configuration.Topics.Next && !configuration.Routing.RemembersCallers)
        {
            found.Add(new("$.topics.next", "true", Findings.NextTopicKey));
        }

        if (configuration.Routing.LearnsRoutes && !(configuration.Contacts.IsWatched && configuration.Topics.Next))
        {
            found.Add(new("$.routing.learnsRoutes", "true", Findings.LearnsRoutesFrom));
        }

        if (configuration.Routing.LearnsComplexity && !(configuration.Routing.LearnsRoutes && configuration.Topics.Complexity is not null))
        {
            found.Add(new("$.routing.learnsComplexity", "true", Findings.LearnsComplexityFrom));
        }

        if (configuration.Topics.Entities is { } entities)
        {
            CheckNumbers(entities, configuration, found);
            CheckPlaces(entities, found);
        }

        if (configuration.Topics.Complexity is { } complexity)
        {
            foreach (var (i, topic) in complexity.Simple.Index().Where(topic => complexity.Difficult.Contains(topic.Item)))
            {
                found.Add(new($"$.topics.complexity.simple[{i}]", ConfigurationRules.Quote(topic), Findings.TopicSimpleAndDifficult));
            }
        }
    }

    private static void CheckNumbers(
        EntitySettings entities, ContactCenterConfiguration configuration, List<ConfigurationProblem> found)
    {
        CheckCount("$.topics.entities.numbers", entities.Numbers.Count, EntityReading.MaximumNumbers, found);
        var taken = Taken(configuration);
        foreach (var (name, pattern) in entities.Numbers)
        {
            var path = $"$.topics.entities.numbers.{name}";
            if (!Name().IsMatch(name))
            {
                found.Add(new(path, ConfigurationRules.Quote(name), Findings.EntityName));
            }
            else if (taken.Contains(name, StringComparer.OrdinalIgnoreCase)
                || configuration.Crm?.Attributes.Keys.Contains(name, StringComparer.OrdinalIgnoreCase) == true)
            {
                found.Add(new(path, ConfigurationRules.Quote(name), Findings.EntityTaken));
            }

            if (NumberPattern.Parse(pattern) is null)
            {
                found.Add(new(
                    path, ConfigurationRules.Quote(pattern),
                    Findings.EntityPattern($"{NumberPattern.MinimumCharacters}", $"{NumberPattern.MaximumCharacters}")));
            }
        }
    }

    private static void CheckPlaces(EntitySettings entities, List<ConfigurationProblem> found)
    {
        CheckCount("$.topics.entities.places", entities.Places.Sum(static place => place.Value.Count), EntityReading.MaximumPlaces, found);
        foreach (var (place, names) in entities.Places)
        {
            var path = $"$.topics.entities.places.{place}";
            if (FlowValue.Of(place) != place || place.Length > EntityReading.MaximumPlaceName || names.Count == 0)
            {
                found.Add(new(path, ConfigurationRules.Quote(place), Findings.EntityPlace($"{EntityReading.MaximumPlaceName}")));
            }

            foreach (var (i, name) in names.Index().Where(static name =>
                !name.Item.Any(char.IsLetterOrDigit) || name.Item.Length > EntityReading.MaximumPlaceName))
            {
                found.Add(new(
                    $"{path}[{i}]", ConfigurationRules.Quote(name), Findings.EntityPlace($"{EntityReading.MaximumPlaceName}")));
            }
        }
    }

    private static void CheckCount(string path, int count, int most, List<ConfigurationProblem> found)
    {
        if (count > most)
        {
            found.Add(new(path, Findings.Entries($"{count}"), Findings.AtMost($"{most}")));
        }
    }

    [GeneratedRegex("^[a-zA-Z][a-zA-Z0-9_-]{0,31}$")]
    private static partial Regex Name();
}
