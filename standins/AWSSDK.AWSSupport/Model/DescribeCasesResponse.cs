using Amazon.Runtime;

namespace Amazon.AWSSupport.Model;

public class DescribeCasesResponse : AmazonWebServiceResponse
{
    public List<CaseDetails> Cases { get; set; }

    public string NextToken { get; set; }
}
