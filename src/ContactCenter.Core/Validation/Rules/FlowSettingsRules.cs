using ContactCenter.Core.Common;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Deployment;
using ContactCenter.Core.Texts;

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
                "$.flows", Findings.NoQueueWithId, Findings.QueueWithId));
        }
        else
        {
            CheckDefaultQueue(configuration, found);
        }

        var bots = configuration.Bots.Select(bot => bot.Name).ToArray();
        if (flows.Bot is { } bot && !bots.Contains(bot))
        {
            found.Add(new(
                "$.flows.bot", ConfigurationRules.Quote(bot), Suggestion.After(Findings.BotExpected, bot, bots)));
        }

        if (flows.AgentIntent == flows.YesIntent)
        {
            found.Add(new(
                "$.flows.yesIntent", ConfigurationRules.Quote(flows.YesIntent), Findings.OtherIntent));
        }

        FlowLanguageRules.Check(flows, found);
        CheckRecording(flows, found);
        string[] owned = [.. configuration.Queues.Where(queue => queue.Id is not null).Select(queue => queue.Name)];
        if (flows.UnclaimedQueue is { } queue && !owned.Contains(queue))
        {
            found.Add(new(
                "$.flows.unclaimedQueue",
                ConfigurationRules.Quote(queue),
                Suggestion.After(Findings.QueueWithIdExpected, queue, owned)));
        }

        foreach (var (i, entry) in flows.Menu.Index())
        {
            if (flows.Menu.Take(i).Any(other => other.Key == entry.Key))
            {
                found.Add(new(
                    $"$.flows.menu[{i}].key", ConfigurationRules.Quote(entry.Key), Findings.KeyTwice));
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
                    Findings.EntryForAll,
                    Findings.EntryExpected));
            }

            if (entry.Language is { } language && !languages.Contains(language))
            {
                found.Add(new(
                    $"{path}.language",
                    ConfigurationRules.Quote(language),
                    Findings.LanguageOfFlows(Wording.Or(languages))));
            }

            if (entries.Take(i).Any(other => (other.Flow, other.Number, other.Language) == (entry.Flow, entry.Number, entry.Language)))
            {
                found.Add(new(path, Findings.NamedAbove, Findings.TogetherOnce));
            }
        }
    }

    /// <summary>The queue that takes a contact whatever fails is the one that was meant, or none of these flows is deployed.</summary>
    private static void CheckDefaultQueue(ContactCenterConfiguration configuration, List<ConfigurationProblem> found)
    {
        const string Expected =
            Findings.DefaultQueueId;
        if (configuration.Routing.DefaultQueue is not { } name)
        {
            if (configuration.Queues[0].Id is null)
            {
                found.Add(new("$.queues[0].id", Findings.NoDefaultQueue, Expected));
            }
        }
        else if (configuration.Queues.FirstOrDefault(queue => queue.Name == name) is { Id: null })
        {
            found.Add(new("$.routing.defaultQueue", Findings.QueueWithoutId(ConfigurationRules.Quote(name)), Expected));
        }
    }
}

/// <summary>The bot that is deployed: it is the only one that the flows use, has its own intents, and hears a language.</summary>
internal static class DeployedBotRules
{
    private const string Path = "$.flows.deployedBot";

    private const string OneOfBoth = Findings.OneBot;

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
            yield return new(Path, Findings.BotBeside(ConfigurationRules.Quote(own)), OneOfBoth);
        }

        if (flows.WordsAttribute is { } words)
        {
            yield return new("$.flows.wordsAttribute", ConfigurationRules.Quote(words), Findings.OwnAttribute(Path));
        }

        if (!flows.AssociatesBot)
        {
            yield return new("$.flows.associatesBot", "false", Findings.BotAssociation(Path));
        }

        if (flows.AgentIntent != unset.AgentIntent || flows.YesIntent != unset.YesIntent)
        {
            var (setting, intent) = flows.AgentIntent != unset.AgentIntent
                ? ("agentIntent", flows.AgentIntent)
                : ("yesIntent", flows.YesIntent);
            yield return new($"$.flows.{setting}", ConfigurationRules.Quote(intent), Findings.OwnIntents(Path));
        }

        var name = DeploymentNames.Of(written).Bot;
        foreach (var (i, _) in written.Bots.Index().Where(bot => bot.Item.Name == name))
        {
            yield return new($"$.bots[{i}].name", ConfigurationRules.Quote(name), Findings.NameOfBot(Path));
        }

        if (DeployedBot.Languages(flows).Count == 0)
        {
            var languages = string.Join(", ", FlowSentences.Languages(flows).Select(static language => language.Code));
            yield return new(
                Path, Findings.BotFor(languages), Findings.LexLanguageExpected);
        }
    }
}
