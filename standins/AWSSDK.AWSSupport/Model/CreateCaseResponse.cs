using Amazon.Runtime;

namespace Amazon.AWSSupport.Model;

public class CreateCaseResponse : AmazonWebServiceResponse
{
    public string CaseId { get; set; }
}
