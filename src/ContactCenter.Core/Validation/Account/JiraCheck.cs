using ContactCenter.Core.Configuration;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Validation.Account;

/// <summary>
/// Keys of Jira Service Management: whether they are taken. PagerDuty has no question that is none but an event, so its keys show at the
/// first message alone.
/// </summary>
internal static class JiraCheck
{
    public static IEnumerable<AccountFinding> Find(ContactCenterConfiguration configuration, AccountReading reading) =>
        SecretUse.Of(configuration)
            .DistinctBy(static use => use.Arn)
            .Where(use => reading.Jira.TryGetValue(use.Arn, out var access) && !access.IsTaken)
            .Select(static use => AccountFinding.Of(
                "jira", Sentences.WhatKey(use.What), Sentences.FoundRefusedByJira, Sentences.RightJiraKey));
}
