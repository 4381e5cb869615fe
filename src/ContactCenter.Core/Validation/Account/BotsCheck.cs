using ContactCenter.Core.Configuration;
using ContactCenter.Core.Deployment;
using ContactCenter.Core.Texts;

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

            var what = Sentences.WhatBot(bot.Name);
            if (alias is null && bot.BotId == DeployedBot.UnknownId)
            {
                yield return AccountFinding.Of(
                    Check,
                    what,
                    static it => Sentences.FoundNoBot(it, DeployedBot.AliasName),
                    Sentences.RightDeployBot(DeploymentNames.Of(configuration).Bot));
                continue;
            }

            if (alias is null)
            {
                yield return AccountFinding.Of(
                    Check,
                    what,
                    it => Sentences.FoundNoAlias(it, bot.AliasId, bot.BotId),
                    Sentences.RightBotIds);
                continue;
            }

            if (reading.AssociatedBots is { } associated
                && !associated.Any(arn => arn.EndsWith($":bot-alias/{bot.BotId}/{bot.AliasId}", StringComparison.Ordinal)))
            {
                yield return AccountFinding.Of(
                    Check,
                    what,
                    Sentences.FoundBotNotAssociated,
                    Sentences.RightAssociateBot);
            }

            if (alias.Status != "Available")
            {
                yield return AccountFinding.Of(Check, what, it => Sentences.FoundAliasState(it, alias.Status), Sentences.RightBuildBot);
            }

            foreach (var locale in bot.AllLocales().Except(alias.Locales, StringComparer.Ordinal))
            {
                var known = alias.Locales.Count == 0 ? Sentences.NoneOfThem : string.Join(", ", alias.Locales);
                yield return AccountFinding.Of(
                    Check,
                    what,
                    it => Sentences.FoundNotSpoken(it, locale, known),
                    Sentences.RightSwitchLocale);
            }
        }
    }
}
