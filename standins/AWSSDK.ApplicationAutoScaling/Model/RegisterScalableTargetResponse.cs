using Amazon.Runtime;

namespace Amazon.ApplicationAutoScaling.Model;

public class RegisterScalableTargetResponse : AmazonWebServiceResponse
{
    public string ScalableTargetARN { get; set; }
}
