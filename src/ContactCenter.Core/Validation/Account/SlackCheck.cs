using ContactCenter.Core.Configuration;

namespace ContactCenter.Core.Validation.Account;

/// <summary>Tokens of Slack: valid, and with the scope that posting and updating need.</summary>
internal static class SlackCheck
{
    private const string Check = "slack";

    /// <summary>Scope of <c>chat.postMessage</c> and <c>chat.update</c> (Slack API reference).</summary>
    private const string Posting = "chat:write";

    public static IEnumerable<AccountFinding> Find(ContactCenterConfiguration configuration, AccountReading reading)
    {
        foreach (var use in SecretUse.Of(configuration).DistinctBy(static use => use.Arn))
        {
            if (!reading.Slack.TryGetValue(use.Arn, out var access))
            {
                continue;
            }

            var what = $"token for {use.What}";
            if (access.Error is { } error)
            {
                yield return new(
                    Check, what, $"is refused by Slack: {error}", "install the app again and put its bot token into the secret");
            }
            else if (!access.Scopes.Contains(Posting, StringComparer.Ordinal))
            {
                var has = access.Scopes.Count == 0 ? "no scope" : string.Join(", ", access.Scopes);
                yield return new(Check, what, $"has {has}", $"add the scope {Posting} to the app and install it again");
            }
        }
    }
}
