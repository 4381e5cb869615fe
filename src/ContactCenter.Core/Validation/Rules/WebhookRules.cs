using System.Globalization;
using System.Text.Json.Nodes;
using ContactCenter.Core.Common;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Notifications.Webhooks;

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
                found.Add(new($"{path}.body", "a body", "only a webhook has one; other channels have their own form"));
            }

            return;
        }

        if (endpoint.Body is not { } body)
        {
            if (endpoint.Words.Count > 0)
            {
                found.Add(new($"{path}.words", "words", "they are for placeholders of body, and this endpoint has no body"));
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
            found.Add(new(path, "{}", "expected the members that the other tool takes; leave body out for the documented JSON"));
        }

        foreach (var (below, name) in WebhookTemplate.PlaceholdersOf(body).Where(static one => !WebhookTemplate.IsKnown(one.Name)))
        {
            found.Add(new(
                $"{path}{below}",
                $"{{{name}}}",
                $"expected a placeholder: {Wording.Or(WebhookTemplate.Placeholders)}, or secret. with a field of the endpoint's secret"
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
                    $"expected {Wording.Or(WebhookTemplate.WithWords.Keys.Order(StringComparer.Ordinal))}, whose values are few"));
                continue;
            }

            foreach (var value in values.Keys.Where(value => !known.Contains(value)))
            {
                found.Add(new(
                    $"{path}.{name}.{value}",
                    ConfigurationRules.Quote(value),
                    $"expected a value of {name}: {Wording.Or(known)}{Suggestion.For(value, known)}"));
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
                string.Create(CultureInfo.InvariantCulture, $"up to {size:N0} bytes when it is filled"),
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"expected at most {WebhookRenderer.MaximumBytes:N0}, with {MaximumText:N0} for each placeholder and {MaximumReasons:N0} "
                        + $"for {{reasons}}; take fewer placeholders")));
        }
    }
}
