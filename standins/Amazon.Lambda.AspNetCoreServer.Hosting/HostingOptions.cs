using Amazon.Lambda.Core;

namespace Amazon.Lambda.AspNetCoreServer.Hosting;

/// <summary>How events become requests.</summary>
public class HostingOptions
{
    /// <summary>Reads events and writes replies.</summary>
    public ILambdaSerializer Serializer { get; set; }
}
