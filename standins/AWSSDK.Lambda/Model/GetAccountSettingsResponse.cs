using Amazon.Runtime;

namespace Amazon.Lambda.Model;

public class GetAccountSettingsResponse : AmazonWebServiceResponse
{
    public AccountLimit AccountLimit { get; set; }

    public AccountUsage AccountUsage { get; set; }
}
