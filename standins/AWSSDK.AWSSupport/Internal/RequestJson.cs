using System.Text.Json;
using Amazon.AWSSupport.Model;
using Amazon.StandIns;

namespace Amazon.AWSSupport.Internal;

/// <summary>Writes what is sent.</summary>
internal static class RequestJson
{
    public static void Write(Utf8JsonWriter writer, CreateCaseRequest value)
    {
        writer.Put("subject", value.Subject);
        writer.Put("serviceCode", value.ServiceCode);
        writer.Put("severityCode", value.SeverityCode);
        writer.Put("categoryCode", value.CategoryCode);
        writer.Put("communicationBody", value.CommunicationBody);
        writer.PutTexts("ccEmailAddresses", value.CcEmailAddresses);
        writer.Put("language", value.Language);
        writer.Put("issueType", value.IssueType);
        writer.Put("attachmentSetId", value.AttachmentSetId);
    }

    public static void Write(Utf8JsonWriter writer, DescribeCasesRequest value)
    {
        writer.PutTexts("caseIdList", value.CaseIdList);
        writer.Put("displayId", value.DisplayId);
        writer.Put("afterTime", value.AfterTime);
        writer.Put("beforeTime", value.BeforeTime);
        writer.Put("includeResolvedCases", value.IncludeResolvedCases);
        writer.Put("nextToken", value.NextToken);
        writer.Put("maxResults", value.MaxResults);
        writer.Put("language", value.Language);
        writer.Put("includeCommunications", value.IncludeCommunications);
    }
}
