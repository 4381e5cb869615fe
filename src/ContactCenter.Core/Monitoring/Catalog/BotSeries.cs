using ContactCenter.Core.Configuration;
using ContactCenter.Core.Monitoring.Alarms;

namespace ContactCenter.Core.Monitoring.Catalog;

/// <summary>
/// Under which dimensions Amazon Lex V2 publishes what a bot does, as recorded after calls in an account (<c>test/Recorded</c>): times to
/// answer with the way of input (<c>Speech</c>), counts of requests with <c>None</c>; a chat has another operation and no way of input.
/// Nobody has recorded under which of the two an error of a call is counted, and an expression over a series that never comes is silent,
/// so there is an alarm on each.
/// </summary>
internal static class BotSeries
{
    /// <summary>Placeholder of the operation.</summary>
    public const string Operation = "{operation}";

    /// <summary>Placeholder of the way of input where the time to answer is published.</summary>
    public const string Timed = "{timedInput}";

    /// <summary>Placeholder of the way of input where requests are counted.</summary>
    public const string Counted = "{countedInput}";

    /// <summary>Placeholder of the way of input where errors may be counted.</summary>
    public const string Failed = "{failedInput}";

    private const string Speech = "Speech";
    private const string None = "None";

    /// <summary>
    /// What a definition watches of a bot: the bot as a whole where its metrics name no operation, else each locale and operation. The
    /// calls in the bot's own locale have its name alone.
    /// </summary>
    public static IEnumerable<(string Resource, (string Name, string Value)[] Values)> Of(
        AlarmDefinition definition, BotSettings bot, ContactCenterConfiguration configuration)
    {
        var placeholders = definition.Metrics.SelectMany(metric => metric.Dimensions).Select(dimension => dimension.Value).ToHashSet();
        return !placeholders.Contains(Operation)
            ? [(bot.Name, [("botId", bot.BotId)])]
            : bot.AllLocales().SelectMany(locale => InLocale(placeholders.Contains(Failed), bot, locale, configuration));
    }

    private static IEnumerable<(string Resource, (string Name, string Value)[] Values)> InLocale(
        bool countsErrors, BotSettings bot, string locale, ContactCenterConfiguration configuration)
    {
        var name = locale == bot.Locale ? bot.Name : $"{bot.Name}/{locale}";
        yield return (name, Calls(Speech));
        if (countsErrors)
        {
            yield return ($"{name}/{None}", Calls(None));
        }

        if (bot.Chats ?? configuration.Flows?.Bot == bot.Name)
        {
            yield return ($"{name}/chat", Values("RecognizeText", "", "", ""));
        }

        (string, string)[] Calls(string failed) => Values("StartConversation", Speech, None, failed);

        (string, string)[] Values(string operation, string timed, string counted, string failed) =>
        [
            ("botId", bot.BotId), ("botAliasId", bot.AliasId), ("locale", locale), (Inner(Operation), operation), (Inner(Timed), timed),
            (Inner(Counted), counted), (Inner(Failed), failed),
        ];
    }

    private static string Inner(string placeholder) => placeholder[1..^1];
}
