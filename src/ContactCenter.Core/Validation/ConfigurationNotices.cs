using System.Text.Json.Nodes;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Deployment;

namespace ContactCenter.Core.Validation;

/// <summary>
/// What a configuration that is right does otherwise than with the version before. Each is told until the file says what is meant.
/// </summary>
internal static class ConfigurationNotices
{
    /// <summary>What has changed for a file that says nothing of it, with the version that changed it (CHANGELOG.md).</summary>
    private static readonly (Version Since, Func<ContactCenterConfiguration, bool> Concerns, string Change)[] Changes =
    [
        (
            new(0, 4), static _ => true,
            "alarms are rated otherwise: calls that are throttled are P1, almost no line left is P2, and what no customer feels is no P1 "
                + "however bad it is"
        ),
        (
            new(0, 4), static configuration => configuration.Queues.Count > 0,
            "figures of queues are told for each channel, so their alarms, bands and dashboards begin anew"
        ),
        (
            new(0, 4), static configuration => configuration.Escalation.P1.Unresolved.Count == 0,
            "whoever has taken an incident keeps everybody else out until it is over, unless escalation.P1.unresolved says whom it reaches then"
        ),
        (
            new(0, 5), static configuration => configuration.Messages.Language is null && configuration.Routing.Languages is [var first, ..]
                && first.StartsWith("de", StringComparison.OrdinalIgnoreCase),
            "people are told in German, the first language of the center, unless messages.language says otherwise"
        ),
    ];

    /// <summary>The version of the newest change.</summary>
    public static Version Newest { get; } = Changes.Max(static change => change.Since)!;

    public static IEnumerable<ConfigurationProblem> Of(JsonObject root, ContactCenterConfiguration configuration)
    {
        var known = Version.TryParse(configuration.Version, out var version) ? version : new Version(0, 0);
        foreach (var (_, _, change) in Changes.Where(change => change.Since > known && change.Concerns(configuration)))
        {
            yield return new(
                "$.version",
                configuration.Version ?? "nothing",
                $"{change}; write \"{Newest}\" here once everybody knows");
        }

        if (!configuration.Account.CanReserve)
        {
            yield return new(
                "$.account.lambdaConcurrency",
                $"{configuration.Account.LambdaConcurrency}",
                $"Lambda keeps {AccountSettings.MinimumUnreserved} executions unreserved, so nothing is reserved: a rush on any function of the "
                    + "account can leave none for alarms and callers; ask AWS for a higher quota and write it here");
        }

        if ((root["selfService"] as JsonObject)?.ContainsKey("articles") != true)
        {
            yield return new(
                "$.selfService.articles",
                "nothing",
                "customers were answered from articles about a bank that came with the program, and are no longer: write the folder of your own, "
                    + "or null for none (docs/own-words.md)");
        }

        var saysLens = (root["sentiment"] as JsonObject)?.ContainsKey("contactLens") == true;
        if (!saysLens)
        {
            yield return new(
                "$.sentiment.contactLens",
                "nothing",
                "Contact Lens was on where nothing was said, and is off now: write true where it is on in the instance, or false");
        }

        if (configuration.Flows is { Recording: null, ModulesOnly: false } && (configuration.Sentiment.ContactLens || !saysLens))
        {
            yield return new(
                "$.flows.recording",
                "nothing",
                "the flows recorded calls and had them analysed, and no longer do: write {} to record those who are told, "
                    + "{ \"consent\": \"ask\" } to record those who agree, or { \"consent\": \"off\" }");
        }

        foreach (var notice in configuration.Flows is { } flows ? OfBot(root, flows) : [])
        {
            yield return notice;
        }
    }

    private static IEnumerable<ConfigurationProblem> OfBot(JsonObject root, FlowSettings flows)
    {
        const string Path = "$.flows.deployedBot";
        if (flows is { Bot: null, DeployedBot: null })
        {
            if ((root["flows"] as JsonObject)?.ContainsKey("deployedBot") != true)
            {
                yield return new(
                    Path,
                    "nothing",
                    "no bot listens, so callers choose by keys, as before: write {} to have a bot of Amazon Lex deployed, or null for none");
            }

            yield break;
        }

        if (flows.DeployedBot is null)
        {
            yield break;
        }

        foreach (var (i, language) in flows.Languages.Index().Where(static pair => LexLocales.Of(pair.Item) is null))
        {
            var near = LexLocales.Near(language);
            yield return new(
                $"$.flows.languages[{i}]",
                $"{FlowSentences.Locale(language) ?? language.Code}, in which Amazon Lex does not listen",
                "the bot hears the other languages; customers of this one choose by keys"
                    + (near.Count == 0 ? "" : $", unless the locale is {string.Join(" or ", near)}"));
        }

        if (flows.Replicated)
        {
            yield return new(
                Path,
                "a bot in flows that are replicated",
                "the bot of this Region is deployed; make its replica in the other one (docs/design/contact-flows.md)");
        }
    }
}
