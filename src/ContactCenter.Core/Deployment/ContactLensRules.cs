using ContactCenter.Core.Configuration;

namespace ContactCenter.Core.Deployment;

/// <summary>The rules of Contact Lens that a deployment brings, and what the match of any rule says about a customer.</summary>
public static class ContactLensRules
{
    /// <summary>Contact Lens scores from -5 to 5; from here on it is clear how a customer felt.</summary>
    private const int Clear = 2;

    /// <summary>What a clear score is from -1 to 1, on average.</summary>
    private const double Score = 0.6;

    /// <summary>All of them.</summary>
    public static IReadOnlyList<ContactLensRule> All { get; } =
    [
        new("unhappy-call", "OnPostCallAnalysisAvailable", "$.ContactLens.PostCall.Sentiment.OverallScore", -Clear, -Score),
        new("happy-call", "OnPostCallAnalysisAvailable", "$.ContactLens.PostCall.Sentiment.OverallScore", Clear, Score),
        new("unhappy-chat", "OnPostChatAnalysisAvailable", "$.ContactLens.PostChat.Sentiment.OverallScore", -Clear, -Score),
        new("happy-chat", "OnPostChatAnalysisAvailable", "$.ContactLens.PostChat.Sentiment.OverallScore", Clear, Score),
    ];

    /// <summary>What a match means by the name of the rule, -1 to 1: rules of the deployment, and those of the configuration.</summary>
    public static IReadOnlyDictionary<string, double> Scores(ContactCenterConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var names = DeploymentNames.Of(configuration);
        var scores = All.ToDictionary(rule => names.Named(rule.Name), rule => rule.Meaning, StringComparer.Ordinal);
        foreach (var (name, score) in configuration.Sentiment.Rules)
        {
            scores[name] = score;
        }

        return scores;
    }
}

/// <summary>A rule of Contact Lens that tells how a customer felt over a whole contact.</summary>
/// <param name="Name">Name after the prefix of the deployment.</param>
/// <param name="Source">Event source of the rule (API reference, RuleTriggerEventSource).</param>
/// <param name="Value">What is compared (administrator guide, rules function language).</param>
/// <param name="Limit">The customer's score, -5 to 5: below zero at most this, above at least.</param>
/// <param name="Meaning">What a match means, -1 to 1.</param>
public sealed record ContactLensRule(string Name, string Source, string Value, int Limit, double Meaning);
