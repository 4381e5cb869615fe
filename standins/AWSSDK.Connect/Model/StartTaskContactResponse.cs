using Amazon.Runtime;

namespace Amazon.Connect.Model;

public class StartTaskContactResponse : AmazonWebServiceResponse
{
    public string ContactId { get; set; }
}
