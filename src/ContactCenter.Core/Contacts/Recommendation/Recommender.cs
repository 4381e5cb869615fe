using System.Globalization;
using System.Text.RegularExpressions;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Contacts.Flows;

namespace ContactCenter.Core.Contacts.Recommendation;

/// <summary>
/// Next best offers and actions by rule: those whose conditions all hold, the highest priority first, then the more specific, then the
/// earlier in the file. Pure.
/// </summary>
public sealed partial class Recommender(IReadOnlyList<RecommendationSettings> rules)
{
    /// <summary>More than these nobody reads during a call.</summary>
    public const int MaximumLength = 3;

    /// <summary>Characters of a value that stand in a reason: enough for a name, too few for a message to the agent.</summary>
    public const int MaximumValue = 40;

    /// <summary>What is answered when nothing else can be; it names every key.</summary>
    public static HookAnswer Prepared { get; } = Answer([], "default") with { IsDefault = true };

    /// <summary>The recommendations for a contact.</summary>
    public IReadOnlyList<Recommendation> For(FlowRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return
        [
            .. rules.Where(rule => rule.When.All(condition => ConditionCheck.Holds(condition, request)))
                .OrderByDescending(static rule => rule.Priority)
                .ThenByDescending(static rule => rule.When.Count)
                .Take(MaximumLength)
                .Select(rule => new Recommendation(rule.Name, rule.Kind, rule.Text, Reason(rule.Reason, request))),
        ];
    }

    /// <summary>The answer to a flow.</summary>
    public HookAnswer To(FlowRequest request)
    {
        var found = For(request);
        return Answer(found, found.Count == 0 ? "nothing" : "recommended");
    }

    private static HookAnswer Answer(IReadOnlyList<Recommendation> found, string decision)
    {
        var values = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["status"] = decision == "default" ? "default" : "ok",
            ["count"] = found.Count.ToString(CultureInfo.InvariantCulture),
        };
        var notes = new Dictionary<string, string?>(StringComparer.Ordinal);
        for (var i = 0; i < MaximumLength; i++)
        {
            var one = found.ElementAtOrDefault(i);
            values[$"name{i + 1}"] = one?.Name;
            values[$"kind{i + 1}"] = one is null ? null : one.Kind == RecommendationKind.Offer ? "offer" : "action";
            notes[$"text{i + 1}"] = one?.Text;
            notes[$"reason{i + 1}"] = one?.Reason;
        }

        return new HookAnswer
        {
            Decision = decision,
            Values = values,
            Notes = notes,
            Reasons = [.. found.Select(static one => one.Name)],
            Metrics = [.. found.Select(static one => new HookMetric("Recommendations", "Count", 1, "Recommendation", one.Name))],
        };
    }

    private static string Reason(string template, FlowRequest request) => Attribute().Replace(template, match =>
    {
        var value = FlowSpeech.Shown(ContactAttributes.Find(request, match.Groups["name"].Value));
        return value.Length <= MaximumValue
            ? value
            : string.Concat(value.AsSpan(0, char.IsHighSurrogate(value[MaximumValue - 1]) ? MaximumValue - 1 : MaximumValue), "…");
    });

    [GeneratedRegex(@"\{(?<name>[A-Za-z][A-Za-z0-9_-]{0,63})\}", RegexOptions.CultureInvariant)]
    private static partial Regex Attribute();
}

/// <summary>Something that an agent could offer or do.</summary>
/// <param name="Name">Name of its rule.</param>
/// <param name="Kind">Offer or action.</param>
/// <param name="Text">What the agent reads.</param>
/// <param name="Reason">Why, as plain text.</param>
public sealed record Recommendation(string Name, RecommendationKind Kind, string Text, string Reason);

/// <summary>The attributes of a contact as conditions and reasons name them.</summary>
internal static class ContactAttributes
{
    /// <summary>Its value, or null; <c>none</c>, with which hooks say that there is nothing, is none.</summary>
    public static string? Find(FlowRequest request, string name)
    {
        var value = (request.Find(name) ?? name.ToUpperInvariant() switch
        {
            "CHANNEL" => request.Channel,
            "QUEUE" => request.Queue,
            "LANGUAGE" => request.LanguageCode,
            _ => null,
        })?.Trim();
        return string.IsNullOrEmpty(value) || value == FlowValue.None ? null : value;
    }
}
