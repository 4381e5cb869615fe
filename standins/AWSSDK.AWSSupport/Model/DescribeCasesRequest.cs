namespace Amazon.AWSSupport.Model;

public class DescribeCasesRequest : AmazonAWSSupportRequest
{
    public List<string> CaseIdList { get; set; }

    public string DisplayId { get; set; }

    public string AfterTime { get; set; }

    public string BeforeTime { get; set; }

    public bool? IncludeResolvedCases { get; set; }

    public string NextToken { get; set; }

    public int? MaxResults { get; set; }

    public string Language { get; set; }

    public bool? IncludeCommunications { get; set; }
}
