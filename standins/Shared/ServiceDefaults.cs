using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace Amazon.StandIns;

/// <summary>The defaults that clients of SDK version 4 start from (https://docs.aws.amazon.com/sdkref/latest/guide/feature-smart-config-defaults.html).</summary>
internal static class ServiceDefaults
{
    public static IDefaultConfigurationProvider Provider() => new DefaultConfigurationProvider(
    [
        Mode(DefaultConfigurationMode.Standard, 3.1, 3.1),
        Mode(DefaultConfigurationMode.InRegion, 1.1, 1.1),
        Mode(DefaultConfigurationMode.CrossRegion, 3.1, 3.1),
        Mode(DefaultConfigurationMode.Mobile, 30, 30),
        Mode(DefaultConfigurationMode.Auto, 1.1, 1.1),
    ]);

    private static DefaultConfiguration Mode(DefaultConfigurationMode name, double connectSeconds, double tlsSeconds) => new()
    {
        Name = name,
        RetryMode = RequestRetryMode.Standard,
        S3UsEast1RegionalEndpoint = S3UsEast1RegionalEndpointValue.Regional,
        ConnectTimeout = TimeSpan.FromSeconds(connectSeconds),
        TlsNegotiationTimeout = TimeSpan.FromSeconds(tlsSeconds),
    };
}
