using ContactCenter.Core.Common;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Contacts.Flows;
using ContactCenter.Language.Classification.Text;

namespace ContactCenter.Core.Contacts.Serving;

/// <summary>
/// What the guide beside a contact needs of it, so that an agent can say what it was really about: what the customer said, personal data
/// masked, and which topics are likely instead. Pure.
/// </summary>
/// <param name="routed">Topics that the configuration routes; they stand in where the classifier names too few.</param>
public sealed class GuideDetails(IEnumerable<string> routed)
{
    /// <summary>What the customer said.</summary>
    public const string Words = "customerWords";

    /// <summary>Likely topics that an agent can choose from.</summary>
    public const int LikelyTopics = 3;

    /// <summary>Characters of what a customer said: what an agent reads at a glance, and what the classifier needs.</summary>
    public const int MaximumWords = FlowSpeech.MaximumLength;

    private readonly IReadOnlyList<string> _routed = [.. routed];

    /// <summary>The attributes of the likely topics.</summary>
    public static IReadOnlyList<string> Likely { get; } = [.. Enumerable.Range(1, LikelyTopics).Select(static i => $"likelyTopic{i}")];

    /// <summary>What a configuration asks for, or null: it has no such guide.</summary>
    public static GuideDetails? Of(ContactCenterConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return configuration.Flows?.AgentGuide is null ? null : new GuideDetails(configuration.Routing.Topics.Keys);
    }

    /// <summary>The answer with that.</summary>
    /// <param name="told">The answer without it.</param>
    /// <param name="answer">What the contact is about.</param>
    /// <param name="words">What the customer said.</param>
    public HookAnswer Tell(HookAnswer told, TopicAnswer answer, string words)
    {
        ArgumentNullException.ThrowIfNull(told);
        ArgumentNullException.ThrowIfNull(answer);
        ArgumentNullException.ThrowIfNull(words);
        string[] likely =
        [
            .. answer.Best.Concat(_routed)
                .Where(topic => topic != answer.Topic && topic != TrainingExample.OutOfScope)
                .Distinct(StringComparer.Ordinal)
                .Take(LikelyTopics),
        ];
        var values = new Dictionary<string, string?>(told.Values, StringComparer.Ordinal);
        foreach (var (i, name) in Likely.Index())
        {
            values[name] = likely.ElementAtOrDefault(i);
        }

        return told with
        {
            Values = values,
            Notes = new Dictionary<string, string?>(told.Notes, StringComparer.Ordinal)
            {
                [Words] = string.IsNullOrWhiteSpace(words) ? null : MaskedText.Of(words, MaximumWords),
            },
        };
    }
}
