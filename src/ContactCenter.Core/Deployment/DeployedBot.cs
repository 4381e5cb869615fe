using ContactCenter.Core.Configuration;

namespace ContactCenter.Core.Deployment;

/// <summary>
/// The bot of Amazon Lex that a deployment brings. Lex gives it its ids when it is made: until then it stands in the configuration under
/// ids that nothing has, so that plans, alarms and simulations know it as they know a bot of one's own.
/// </summary>
public static class DeployedBot
{
    /// <summary>Stands for the ids while nobody knows them.</summary>
    public const string UnknownId = "UNKNOWN000";

    /// <summary>
    /// The alias that flows name. That of Lex's own for tests is no alias to take calls: it follows the draft, and is throttled.
    /// </summary>
    public const string AliasName = "live";

    /// <summary>The intent of customers who want a person.</summary>
    public const string Agent = "Agent";

    /// <summary>The intent of customers who say yes.</summary>
    public const string Yes = "Yes";

    /// <summary>The intent of customers who say no.</summary>
    public const string No = "No";

    /// <summary>The intent of customers who did not hear the question.</summary>
    public const string Repeat = "Repeat";

    /// <summary>The intent of customers who would rather choose by keys.</summary>
    public const string Menu = "Menu";

    /// <summary>The intent of all others, whose words are what counts; Lex prescribes its name.</summary>
    public const string Fallback = "FallbackIntent";

    /// <summary>Session attribute: what the customer said, wrote or keyed in last; it is not there when that was nothing.</summary>
    public const string WordsAttribute = "heard";

    /// <summary>Session attribute: <c>words</c>, <c>keys</c> or <c>nothing</c>.</summary>
    public const string StatusAttribute = "heardStatus";

    /// <summary>Session attribute: how it came, <c>Speech</c>, <c>Text</c> or <c>DTMF</c>.</summary>
    public const string ModeAttribute = "heardMode";

    /// <summary>Session attribute: the contact, which Amazon Lex is not told otherwise.</summary>
    public const string ContactAttribute = "contactId";

    /// <summary>Whether a configuration has one deployed.</summary>
    public static bool IsIn(ContactCenterConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return configuration.Flows is { DeployedBot: not null } flows
            && (flows.Bot is null || flows.Bot == DeploymentNames.Of(configuration).Bot);
    }

    /// <summary>The languages of the flows in which it listens, each with its locale.</summary>
    public static IReadOnlyList<(FlowLanguage Language, LexLocale Locale)> Languages(FlowSettings flows) =>
    [
        .. FlowSentences.Languages(flows)
            .Select(static language => (Language: language, Locale: LexLocales.Of(language)))
            .Where(static pair => pair.Locale is not null)
            .Select(static pair => (pair.Language, pair.Locale!)),
    ];

    /// <summary>The configuration with the deployed bot among its bots, if it has one deployed; else as it is.</summary>
    /// <param name="configuration">The configuration; it may have the bot already, under other ids.</param>
    /// <param name="botId">Id of the bot.</param>
    /// <param name="aliasId">Id of its alias.</param>
    public static ContactCenterConfiguration In(
        ContactCenterConfiguration configuration, string botId = UnknownId, string aliasId = UnknownId)
    {
        if (!IsIn(configuration) || Languages(configuration.Flows!).ToArray() is not [var first, .. var more])
        {
            return configuration;
        }

        var name = DeploymentNames.Of(configuration).Bot;
        var bot = new BotSettings
        {
            Name = name,
            BotId = botId,
            AliasId = aliasId,
            Locale = first.Locale.Id,
            MoreLocales = [.. more.Select(static pair => pair.Locale.Id)],
        };
        return configuration with
        {
            Bots = [.. configuration.Bots.Where(known => known.Name != name), bot],
            Flows = configuration.Flows! with { Bot = name, AgentIntent = Agent, YesIntent = Yes },
        };
    }
}
