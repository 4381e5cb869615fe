using ContactCenter.Core.Configuration;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Validation.Rules.Posts;

/// <summary>Posts on social networks run through the flow of tasks that the deployment brings.</summary>
internal static class PostRules
{
    public static void Check(ContactCenterConfiguration configuration, List<ConfigurationProblem> found)
    {
        if (configuration.Answers.PostWebhookSecret is { } secret && configuration.Flows is not { ModulesOnly: false })
        {
            found.Add(new("$.answers.postWebhookSecret", ConfigurationRules.Quote(secret), Findings.PostFlows));
        }
    }
}
