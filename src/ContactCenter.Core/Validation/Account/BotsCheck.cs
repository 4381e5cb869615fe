using ContactCenter.Core.Configuration;
using ContactCenter.Core.Deployment;

namespace ContactCenter.Core.Validation.Account;

/// <summary>
/// Aliases of bots. A stack is green before a locale is built, and its alias is unusable when the build fails.
/// </summary>
internal static class BotsCheck
{
    private const string Check = "bots";

    public static IEnumerable<AccountFinding> Find(ContactCenterConfiguration configuration, AccountReading reading)
    {
        foreach (var bot in configuration.Bots)
        {
            if (!reading.Bots.TryGetValue(bot.Name, out var alias))
            {
                continue;
            }

            var what = $"bot \"{bot.Name}\"";
            if (alias is null && bot.BotId == DeployedBot.UnknownId)
            {
                yield return new(
                    Check,
                    what,
                    $"is not deployed, or has no alias \"{DeployedBot.AliasName}\"",
                    $"deploy {DeploymentNames.Of(configuration).Bot}; its events say why a bot was not made");
                continue;
            }

            if (alias is null)
            {
                yield return new(
                    Check,
                    what,
                    $"has no alias {bot.AliasId} of a bot {bot.BotId}",
                    "give botId and aliasId as the Amazon Lex console shows them");
                continue;
            }

            if (reading.AssociatedBots is { } associated
                && !associated.Any(arn => arn.EndsWith($":bot-alias/{bot.BotId}/{bot.AliasId}", StringComparison.Ordinal)))
            {
                yield return new(
                    Check,
                    what,
                    "is not associated with the instance: flows are deployed without it, and callers do not reach it",
                    "set flows.associatesBot to true, or aws connect associate-bot");
            }

            if (alias.Status != "Available")
            {
                yield return new(Check, what, $"has an alias that is {alias.Status}", "build the bot and put a version behind the alias");
            }

            foreach (var locale in bot.AllLocales().Except(alias.Locales, StringComparer.Ordinal))
            {
                var known = alias.Locales.Count == 0 ? "none" : string.Join(", ", alias.Locales);
                yield return new(
                    Check,
                    what,
                    $"does not speak {locale} behind its alias, but {known}",
                    "switch the locale on there, or take it out of the file");
            }
        }
    }
}
