using System.Globalization;
using Amazon.AWSSupport;
using Amazon.AWSSupport.Model;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Notifications.Notices;
using ContactCenter.Core.Notifications.Support;
using ContactCenter.Core.Texts;

namespace ContactCenter.Aws.Notifications.Sending;

/// <summary>
/// A case of AWS Support, while customers are not served for longer than was promised. <c>CreateCase</c> has nothing against a second case,
/// so open cases are searched for the incident first.
/// </summary>
internal sealed class SupportChannel(IAmazonAWSSupport support, IncidentPolicy policy, string instanceArn) : INotificationChannel
{
    /// <summary>An account with more open cases than on so many pages of 100 has other worries.</summary>
    private const int MaximumPages = 5;

    public async ValueTask<string?> SendAsync(NotifyEffect effect, Endpoint endpoint, CancellationToken cancellationToken)
    {
        if (SupportRenderer.Withheld(effect.Message, policy.Sla(effect.Message.Severity)) is { } why)
        {
            return Sentences.SupportNoCase(why);
        }

        var asked = SupportRenderer.Render(effect with { To = endpoint.To }, instanceArn);
        try
        {
            return await FindAsync(asked, effect.Message.OpenedAt, cancellationToken) is { } open
                ? Sentences.SupportOpenAlready(open)
                : Sentences.SupportOpened(await CreateAsync(asked, cancellationToken));
        }
        catch (Exception failure) when (AwsFailure.IsOne(failure))
        {
            throw AwsFailure.Of(failure);
        }
    }

    /// <summary>No test ever opens a case: reading one page of cases shows that the account's plan has this API at all.</summary>
    public async ValueTask<NoticeAnswer> SendNoticeAsync(
        Notice notice, string audience, Endpoint endpoint, CancellationToken cancellationToken)
    {
        try
        {
            await support.DescribeCasesAsync(
                new DescribeCasesRequest { IncludeResolvedCases = false, IncludeCommunications = false, MaxResults = 10 },
                cancellationToken);
            return new NoticeAnswer(NoticeOutcome.Accepted, Sentences.ReceiptSupport);
        }
        catch (Exception failure) when (AwsFailure.IsOne(failure))
        {
            throw AwsFailure.Of(failure);
        }
    }

    private async ValueTask<string?> FindAsync(SupportCase asked, DateTimeOffset after, CancellationToken cancellationToken)
    {
        string? next = null;
        for (var page = 0; page < MaximumPages; page++)
        {
            var found = await support.DescribeCasesAsync(
                new DescribeCasesRequest
                {
                    AfterTime = after.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture),
                    IncludeResolvedCases = false,
                    IncludeCommunications = false,
                    MaxResults = 100,
                    NextToken = next,
                },
                cancellationToken);
            if (found.Cases?.FirstOrDefault(candidate =>
                candidate.Subject?.StartsWith(asked.Marker, StringComparison.Ordinal) == true) is { } open)
            {
                return open.DisplayId ?? open.CaseId;
            }

            next = found.NextToken;
            if (string.IsNullOrEmpty(next))
            {
                return null;
            }
        }

        return null;
    }

    /// <summary>Opens the case with the worst severity that the support plan has.</summary>
    private async ValueTask<string> CreateAsync(SupportCase asked, CancellationToken cancellationToken)
    {
        for (var i = 0; ; i++)
        {
            try
            {
                var created = await support.CreateCaseAsync(
                    new CreateCaseRequest
                    {
                        Subject = asked.Subject,
                        ServiceCode = asked.ServiceCode,
                        CategoryCode = asked.CategoryCode,
                        SeverityCode = SupportRenderer.SeverityCodes[i],
                        CommunicationBody = asked.Body,
                        Language = "en",
                        IssueType = "technical",
                    },
                    cancellationToken);
                return created.CaseId;
            }
            catch (AmazonAWSSupportException refused) when (refused.ErrorCode == "ValidationException"
                && i + 1 < SupportRenderer.SeverityCodes.Count)
            {
                // which severities a plan has is only known by asking for one
            }
        }
    }
}
