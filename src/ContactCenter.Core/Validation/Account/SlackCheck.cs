using ContactCenter.Core.Configuration;
using ContactCenter.Core.Texts;

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

            var what = Sentences.WhatToken(use.What);
            if (access.Error is { } error)
            {
                yield return AccountFinding.Of(
                    Check, what, it => Sentences.FoundRefusedBySlack(it, error), Sentences.RightInstallApp);
            }
            else if (!access.Scopes.Contains(Posting, StringComparer.Ordinal))
            {
                Func<string, string> has = access.Scopes.Count == 0
                    ? Sentences.FoundNoScope
                    : it => Sentences.FoundScopes(it, string.Join(", ", access.Scopes));
                yield return AccountFinding.Of(Check, what, has, Sentences.RightScope(Posting));
            }
        }
    }
}
