using System.Text.Json;
using Amazon.AWSSupport.Model;
using Amazon.StandIns;

namespace Amazon.AWSSupport.Internal;

/// <summary>Reads what is answered.</summary>
internal static class ResponseJson
{
    public static CreateCaseResponse CreateCaseResponse(JsonElement json) => new()
    {
        CaseId = json.Text("caseId"),
    };

    public static DescribeCasesResponse DescribeCasesResponse(JsonElement json) => new()
    {
        Cases = json.List("cases", CaseDetails),
        NextToken = json.Text("nextToken"),
    };

    public static CaseDetails CaseDetails(JsonElement json) => new()
    {
        CaseId = json.Text("caseId"),
        DisplayId = json.Text("displayId"),
        Subject = json.Text("subject"),
        Status = json.Text("status"),
        ServiceCode = json.Text("serviceCode"),
        CategoryCode = json.Text("categoryCode"),
        SeverityCode = json.Text("severityCode"),
        SubmittedBy = json.Text("submittedBy"),
        TimeCreated = json.Text("timeCreated"),
        RecentCommunications = json.Member("recentCommunications", RecentCaseCommunications),
        CcEmailAddresses = json.Texts("ccEmailAddresses"),
        Language = json.Text("language"),
    };

    public static RecentCaseCommunications RecentCaseCommunications(JsonElement json) => new()
    {
        Communications = json.List("communications", Communication),
        NextToken = json.Text("nextToken"),
    };

    public static Communication Communication(JsonElement json) => new()
    {
        CaseId = json.Text("caseId"),
        Body = json.Text("body"),
        SubmittedBy = json.Text("submittedBy"),
        TimeCreated = json.Text("timeCreated"),
    };
}
