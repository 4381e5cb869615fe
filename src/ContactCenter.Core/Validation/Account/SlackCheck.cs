using ContactCenter.Core.Configuration;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Validation.Account;

/// <summary>Tokens of Slack: valid, and with the scope that posting and updating need.</summary>
internal static class SlackCheck
{
    private const string Check = "slack";

    /// <summary>Scope of <c>chat.postMessage</c> and <c>chat.update</c> (Slack API reference).</summary>
    private const string Posting = "chat:write";

    /// <summary>Scope of <c>conversations.create</c>, <c>invite</c> and <c>setTopic</c>, for a channel of its own.</summary>
    private const string OwnChannels = "channels:manage";

    public static IEnumerable<AccountFinding> Find(ContactCenterConfiguration configuration, AccountReading reading)
    {
        foreach (var use in SecretUse.Of(configuration).DistinctBy(static use => use.Arn))
        {
            if (!reading.Slack.TryGetValue(use.Arn, out var access))
            {
                continue;
            }

            var what = What(use);
            if (access.Error is { } error)
            {
                yield return AccountFinding.Of(
                    Check, what, it => Sentences.FoundRefusedBySlack(it, error), Sentences.RightInstallApp);
            }
            else if (Needed(configuration, use.Arn).Except(access.Scopes, StringComparer.Ordinal).FirstOrDefault() is { } missing)
            {
                Func<string, string> has = access.Scopes.Count == 0
                    ? Sentences.FoundNoScope
                    : it => Sentences.FoundScopes(it, string.Join(", ", access.Scopes));
                yield return AccountFinding.Of(Check, what, has, Sentences.RightScope(missing));
            }
        }
    }

    /// <summary>What a token is called in findings.</summary>
    public static string What(SecretUse use) => Sentences.WhatToken(use.What);

    private static IEnumerable<string> Needed(ContactCenterConfiguration configuration, string arn) =>
    [
        Posting,
        .. SecretUse.Endpoints(configuration).Any(one => one.Endpoint.OwnChannel && one.Endpoint.Secret == arn)
            ? [OwnChannels]
            : Array.Empty<string>(),
    ];
}
