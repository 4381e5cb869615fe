using System.Text.Json.Nodes;
using ContactCenter.Core.Common;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Notifications.Webhooks;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Validation.Rules;

/// <summary>Bodies for other tools: placeholders that there are, words for values that there are, and a size that can be sent.</summary>
internal static class WebhookRules
{
    /// <summary>The longest text of a message is 1,000 characters, and the reasons are twenty of them.</summary>
    private const int MaximumText = 1_000;

    private const int MaximumReasons = 20 * MaximumText;

    /// <summary>Checks one endpoint.</summary>
    /// <param name="path">Its path.</param>
    /// <param name="endpoint">The endpoint.</param>
    /// <param name="found">Takes the problems.</param>
    public static void Check(string path, Endpoint endpoint, List<ConfigurationProblem> found)
    {
        if (endpoint.Channel != Channel.Webhook)
        {
            if (endpoint.Body is not null)
            {
                found.Add(new($"{path}.body", Findings.ABody, Findings.OnlyWebhooks));
            }

            return;
        }

        if (endpoint.Body is not { } body)
        {
            if (endpoint.Words.Count > 0)
            {
                found.Add(new($"{path}.words", "words", Findings.NoBodyForThem));
            }

            return;
        }

        CheckPlaceholders($"{path}.body", body, found);
        CheckWords($"{path}.words", endpoint.Words, found);
        CheckSize($"{path}.body", body, found);
    }

    private static void CheckPlaceholders(string path, JsonObject body, List<ConfigurationProblem> found)
    {
        if (body.Count == 0)
        {
            found.Add(new(path, "{}", Findings.MembersExpected));
        }

        foreach (var (below, name) in WebhookTemplate.PlaceholdersOf(body).Where(static one => !WebhookTemplate.IsKnown(one.Name)))
        {
            found.Add(new(
                $"{path}{below}",
                $"{{{name}}}",
                Findings.PlaceholderExpected(Wording.Or(WebhookTemplate.Placeholders))
                    + Suggestion.For(name, WebhookTemplate.Placeholders)));
        }
    }

    private static void CheckWords(
        string path, IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> words, List<ConfigurationProblem> found)
    {
        foreach (var (name, values) in words)
        {
            if (!WebhookTemplate.WithWords.TryGetValue(name, out var known))
            {
                found.Add(new(
                    $"{path}.{name}",
                    ConfigurationRules.Quote(name),
                    Findings.FewValues(Wording.Or(WebhookTemplate.WithWords.Keys.Order(StringComparer.Ordinal)))));
                continue;
            }

            foreach (var value in values.Keys.Where(value => !known.Contains(value)))
            {
                found.Add(new(
                    $"{path}.{name}.{value}",
                    ConfigurationRules.Quote(value),
                    Suggestion.After(Findings.ValueOf(name, Wording.Or(known)), value, known)));
            }
        }
    }

    /// <summary>With the longest texts, in plain letters; what is longer still is sent with shorter ones.</summary>
    private static void CheckSize(string path, JsonObject body, List<ConfigurationProblem> found)
    {
        var size = JsonText.Bytes(body).Length
            + WebhookTemplate.PlaceholdersOf(body).Sum(static one => one.Name == "reasons" ? MaximumReasons : MaximumText);
        if (size > WebhookRenderer.MaximumBytes)
        {
            found.Add(new(
                path,
                Findings.BytesWhenFilled($"{size:N0}"),
                Findings.FewerPlaceholders($"{WebhookRenderer.MaximumBytes:N0}", $"{MaximumText:N0}", $"{MaximumReasons:N0}")));
        }
    }
}
