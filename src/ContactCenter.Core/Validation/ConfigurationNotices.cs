using System.Text.Json.Nodes;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Deployment;
using ContactCenter.Core.Deployment.Synthetic;
using ContactCenter.Core.Texts;
using ContactCenter.Core.Validation.Rules;

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
            Findings.NoticeRatings
        ),
        (
            new(0, 4), static configuration => configuration.Queues.Count > 0,
            Findings.NoticeChannels
        ),
        (
            new(0, 4), static configuration => configuration.Escalation.P1.Unresolved.Count == 0,
            Findings.NoticeUnresolved
        ),
        (
            new(0, 5), static configuration => configuration.Messages.Language is null && configuration.Routing.Languages is [var first, ..]
                && first.StartsWith("de", StringComparison.OrdinalIgnoreCase),
            Findings.NoticeGerman
        ),
        (
            new(0, 6), static configuration => configuration.Queues.Count > 0,
            Findings.NoticeLonger
        ),
        (
            new(0, 6), static configuration => configuration is { Shadow: false, Audiences.Count: > 0, Messages.ReachTest.Enabled: true },
            Findings.NoticeReachTest
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
                configuration.Version ?? Findings.Nothing,
                Findings.NoticeOf(change, $"{Newest}"));
        }

        if (!configuration.Account.CanReserve)
        {
            yield return new(
                "$.account.lambdaConcurrency",
                $"{configuration.Account.LambdaConcurrency}",
                Findings.NothingReserved($"{AccountSettings.MinimumUnreserved}"));
        }

        if ((root["selfService"] as JsonObject)?.ContainsKey("articles") != true)
        {
            yield return new(
                "$.selfService.articles",
                Findings.Nothing,
                Findings.NoticeArticles);
        }

        var saysLens = (root["sentiment"] as JsonObject)?.ContainsKey("contactLens") == true;
        if (!saysLens)
        {
            yield return new(
                "$.sentiment.contactLens",
                Findings.Nothing,
                Findings.NoticeContactLens);
        }

        if (configuration.Flows is { Recording: null, ModulesOnly: false } && (configuration.Sentiment.ContactLens || !saysLens))
        {
            yield return new(
                "$.flows.recording",
                Findings.Nothing,
                Findings.NoticeRecording);
        }

        foreach (var notice in CallRules.Notices(configuration))
        {
            yield return notice;
        }

        if (configuration.Synthetic is not null
            && SyntheticContacts.Of(configuration).Count(static contact => !contact.IsChat) is var calls and > 0
            && !SyntheticContacts.HasTestCases(configuration))
        {
            yield return new("$.synthetic", Findings.SyntheticCalls($"{calls}"), Findings.SyntheticChatsAlone);
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
                    Findings.Nothing,
                    Findings.NoticeBot);
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
                Findings.LexDeaf(FlowSentences.Locale(language) ?? language.Code),
                near.Count == 0 ? Findings.LexOthers : Findings.UnlessLocale(Findings.LexOthers, string.Join(" or ", near)));
        }

        if (flows.Replicated)
        {
            yield return new(
                Path,
                Findings.ReplicatedBot,
                Findings.ReplicaExpected);
        }
    }
}
