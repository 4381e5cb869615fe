using ContactCenter.Core.Configuration;
using ContactCenter.Core.Contacts.Flows;
using ContactCenter.Core.Deployment;

namespace ContactCenter.Core.Contacts.Serving;

/// <summary>
/// Counts for each bot what customers said to it and what of that it did not understand. Amazon Lex V2 publishes no such metric, so it is
/// taken from what Lex hands to the flow: the parameter <c>intent</c> or <c>intentName</c> of the block, a fallback intent being none. The
/// deployed bot is counted by its own hook (<see cref="BotTurn"/>), which its flows tell no intent of.
/// </summary>
public static class BotUtterance
{
    /// <summary>Dimension beside the instance: the id, as in the metrics of Amazon Lex, so that both are about one thing.</summary>
    public const string Dimension = "BotId";

    /// <summary>
    /// The metrics of a request; none where no bot has listened. A flow with a bot of its own says so by the parameter <c>bot</c>, a name
    /// or an id of the configuration, and then a missing intent counts as not understood; without it the bot of the deployed flows has
    /// listened, or the only one.
    /// </summary>
    public static IReadOnlyList<HookMetric> Metrics(FlowRequest request, ContactCenterConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(configuration);
        var intent = Parameter("intent") ?? Parameter("intentName");
        var named = Parameter("bot");
        if ((intent ?? named) is null || Bot(named, configuration) is not { } bot)
        {
            return [];
        }

        var isMissed = intent is null || intent.Contains("fallback", StringComparison.OrdinalIgnoreCase);
        return
        [
            new HookMetric(OwnMetricNames.BotUtterances, "Count", 1, Dimension, bot.BotId),
            new HookMetric(OwnMetricNames.BotUtterancesMissed, "Count", isMissed ? 1 : 0, Dimension, bot.BotId),
        ];

        string? Parameter(string name) =>
            request.Parameters.GetValueOrDefault(name) is { } text && !string.IsNullOrWhiteSpace(text) ? text : null;
    }

    /// <summary>Only bots of the configuration: every other name would be a metric, and a bill, of its own.</summary>
    private static BotSettings? Bot(string? named, ContactCenterConfiguration configuration) => named is not null
        ? configuration.Bots.FirstOrDefault(bot => bot.Name == named || bot.BotId == named)
        : configuration.Bots.FirstOrDefault(bot => bot.Name == configuration.Flows?.Bot)
            ?? (configuration.Bots is [var only] ? only : null);
}
