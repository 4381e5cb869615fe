using ContactCenter.Core.Common;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Deployment;

namespace ContactCenter.Core.Validation.Rules;

/// <summary>Flows: queues with ids, a bot that is there, keys that stand once.</summary>
internal static class FlowSettingsRules
{
    public static void Check(ContactCenterConfiguration configuration, List<ConfigurationProblem> found)
    {
        if (configuration.Flows is not { } flows)
        {
            return;
        }

        if (configuration.Queues.All(queue => queue.Id is null))
        {
            found.Add(new(
                "$.flows", "no queue with an id", "expected a queue with an id in $.queues: a flow cannot find a queue by its name"));
        }
        else
        {
            CheckDefaultQueue(configuration, found);
        }

        var bots = configuration.Bots.Select(bot => bot.Name).ToArray();
        if (flows.Bot is { } bot && !bots.Contains(bot))
        {
            found.Add(new(
                "$.flows.bot", ConfigurationRules.Quote(bot), $"expected the name of a bot in $.bots{Suggestion.For(bot, bots)}"));
        }

        if (flows.AgentIntent == flows.YesIntent)
        {
            found.Add(new(
                "$.flows.yesIntent", ConfigurationRules.Quote(flows.YesIntent), "expected another intent than $.flows.agentIntent"));
        }

        FlowLanguageRules.Check(flows, found);
        CheckRecording(flows, found);
        string[] owned = [.. configuration.Queues.Where(queue => queue.Id is not null).Select(queue => queue.Name)];
        if (flows.UnclaimedQueue is { } queue && !owned.Contains(queue))
        {
            found.Add(new(
                "$.flows.unclaimedQueue",
                ConfigurationRules.Quote(queue),
                $"expected the name of a queue with an id in $.queues{Suggestion.For(queue, owned)}"));
        }

        foreach (var (i, entry) in flows.Menu.Index())
        {
            if (flows.Menu.Take(i).Any(other => other.Key == entry.Key))
            {
                found.Add(new(
                    $"$.flows.menu[{i}].key", ConfigurationRules.Quote(entry.Key), "this key stands above already; each may stand once"));
            }
        }
    }

    /// <summary>Each entry names something, in a language of the flows, that no other one names.</summary>
    private static void CheckRecording(FlowSettings flows, List<ConfigurationProblem> found)
    {
        var entries = flows.Recording?.Entries ?? [];
        string[] languages = [.. FlowSentences.Languages(flows).Select(language => language.Code)];
        foreach (var (i, entry) in entries.Index())
        {
            var path = $"$.flows.recording.entries[{i}]";
            if (entry is { Flow: null, Number: null, Language: null })
            {
                found.Add(new(
                    path,
                    "an entry for everybody",
                    "expected a flow, a number or a language; for all others there is $.flows.recording.consent"));
            }

            if (entry.Language is { } language && !languages.Contains(language))
            {
                found.Add(new(
                    $"{path}.language",
                    ConfigurationRules.Quote(language),
                    $"expected a language of the flows: {Wording.Or(languages)}"));
            }

            if (entries.Take(i).Any(other => (other.Flow, other.Number, other.Language) == (entry.Flow, entry.Number, entry.Language)))
            {
                found.Add(new(path, "what an entry above names already", "each flow, number and language may stand together once"));
            }
        }
    }

    /// <summary>The queue that takes a contact whatever fails is the one that was meant, or none of these flows is deployed.</summary>
    private static void CheckDefaultQueue(ContactCenterConfiguration configuration, List<ConfigurationProblem> found)
    {
        const string Expected =
            "the flows hand whatever fails to the default queue; expected its id, the last part of its ARN, in $.queues";
        if (configuration.Routing.DefaultQueue is not { } name)
        {
            if (configuration.Queues[0].Id is null)
            {
                found.Add(new("$.queues[0].id", "nothing, and no $.routing.defaultQueue", Expected));
            }
        }
        else if (configuration.Queues.FirstOrDefault(queue => queue.Name == name) is { Id: null })
        {
            found.Add(new("$.routing.defaultQueue", $"{ConfigurationRules.Quote(name)}, a queue without an id", Expected));
        }
    }
}

/// <summary>The bot that is deployed: it is the only one that the flows use, has its own intents, and hears a language.</summary>
internal static class DeployedBotRules
{
    private const string Path = "$.flows.deployedBot";

    private const string OneOfBoth = "expected a bot of your own or one that is deployed, not both";

    /// <summary>Checks the file as it is written, without the bot that it has deployed.</summary>
    public static IEnumerable<ConfigurationProblem> Check(ContactCenterConfiguration written)
    {
        if (written.Flows is not { DeployedBot: not null } flows)
        {
            yield break;
        }

        var unset = new FlowSettings();
        if (flows.Bot is { } own)
        {
            yield return new(Path, $"a bot beside {ConfigurationRules.Quote(own)} in $.flows.bot", OneOfBoth);
        }

        if (flows.WordsAttribute is { } words)
        {
            yield return new("$.flows.wordsAttribute", ConfigurationRules.Quote(words), $"the bot of {Path} has an attribute of its own");
        }

        if (!flows.AssociatesBot)
        {
            yield return new("$.flows.associatesBot", "false", $"nobody else associates the bot of {Path} with the instance");
        }

        if (flows.AgentIntent != unset.AgentIntent || flows.YesIntent != unset.YesIntent)
        {
            var (setting, intent) = flows.AgentIntent != unset.AgentIntent
                ? ("agentIntent", flows.AgentIntent)
                : ("yesIntent", flows.YesIntent);
            yield return new($"$.flows.{setting}", ConfigurationRules.Quote(intent), $"the bot of {Path} has intents of its own");
        }

        var name = DeploymentNames.Of(written).Bot;
        foreach (var (i, _) in written.Bots.Index().Where(bot => bot.Item.Name == name))
        {
            yield return new($"$.bots[{i}].name", ConfigurationRules.Quote(name), $"this is the name of the bot of {Path}");
        }

        if (DeployedBot.Languages(flows).Count == 0)
        {
            var languages = string.Join(", ", FlowSentences.Languages(flows).Select(static language => language.Code));
            yield return new(
                Path, $"a bot for {languages}", "expected a language in which Amazon Lex listens in $.flows.languages, or no bot");
        }
    }
}
