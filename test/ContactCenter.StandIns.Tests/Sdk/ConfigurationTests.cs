using Amazon;
using Amazon.ApplicationAutoScaling;
using Amazon.ApplicationAutoScaling.Model;
using Amazon.AWSSupport;
using Amazon.AWSSupport.Model;
using Amazon.CloudWatch;
using Amazon.CloudWatch.Model;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.SimpleNotificationService;
using Amazon.SimpleNotificationService.Model;

namespace ContactCenter.StandIns.Tests.Sdk;

/// <summary>
/// The stand-ins find region, endpoint and credentials as the official clients do. They change the process's environment.
/// </summary>
[Collection(nameof(ConfigurationTests))]
[CollectionDefinition(nameof(ConfigurationTests), DisableParallelization = true)]
public sealed class ConfigurationTests
{
    [Theory]
    [InlineData("eu-central-1", false, false, "https://sns.eu-central-1.amazonaws.com/")]
    [InlineData("cn-north-1", false, false, "https://sns.cn-north-1.amazonaws.com.cn/")]
    [InlineData("us-west-2", true, false, "https://sns-fips.us-west-2.amazonaws.com/")]
    [InlineData("us-west-2", false, true, "https://sns.us-west-2.api.aws/")]
    public void The_endpoint_follows_region_partition_and_variants(string region, bool fips, bool dualStack, string expected)
    {
        var config = new AmazonSimpleNotificationServiceConfig
        {
            RegionEndpoint = RegionEndpoint.GetBySystemName(region),
            UseFIPSEndpoint = fips,
            UseDualstackEndpoint = dualStack,
        };

        Endpoint endpoint = config.DetermineServiceOperationEndpoint(new ServiceOperationEndpointParameters(new PublishRequest()));

        Assert.Equal(expected, new Uri(endpoint.URL).ToString());
    }

    [Fact]
    public void Every_service_has_its_host()
    {
        RegionEndpoint region = RegionEndpoint.EUWest1;

        Assert.Equal(
            [
                "https://monitoring.eu-west-1.amazonaws.com", "https://application-autoscaling.eu-west-1.amazonaws.com",
                "https://connect.eu-west-1.amazonaws.com", "https://support.us-east-1.amazonaws.com"
            ],
            [
                Url(new AmazonCloudWatchConfig { RegionEndpoint = region }, new PutMetricDataRequest()),
                Url(new AmazonApplicationAutoScalingConfig { RegionEndpoint = region }, new DescribeScalableTargetsRequest()),
                Url(new Amazon.Connect.AmazonConnectConfig { RegionEndpoint = region }, new Amazon.Connect.Model.StartTaskContactRequest()),
                Url(new AmazonAWSSupportConfig { RegionEndpoint = region }, new CreateCaseRequest()),
            ]);

        static string Url(ClientConfig config, AmazonWebServiceRequest request) =>
            config.DetermineServiceOperationEndpoint(new ServiceOperationEndpointParameters(request)).URL.TrimEnd('/');
    }

    [Theory]
    [InlineData("AWS_ENDPOINT_URL")]
    [InlineData("AWS_ENDPOINT_URL_CLOUDWATCH")]
    public async Task Endpoint_region_and_credentials_come_from_the_environment(string endpointVariable)
    {
        await using RecordedService service = await RecordedService.StartAsync();
        using var environment = new EnvironmentScope(
            (endpointVariable, service.Address.ToString()),
            ("AWS_REGION", "eu-north-1"),
            ("AWS_ACCESS_KEY_ID", "AKIDENVIRONMENT"),
            ("AWS_SECRET_ACCESS_KEY", "secret"),
            ("AWS_SESSION_TOKEN", "token"));
        using var client = new AmazonCloudWatchClient();

        _ = await client.DescribeAlarmsAsync(new DescribeAlarmsRequest(), TestContext.Current.CancellationToken);

        RecordedRequest request = Assert.Single(service.Requests);
        Assert.Matches("Credential=AKIDENVIRONMENT/[0-9]{8}/eu-north-1/monitoring/", request.Headers["Authorization"]);
        Assert.Equal("token", request.Headers["X-Amz-Security-Token"]);
    }

    [Fact]
    public async Task The_user_agent_names_SDK_and_service()
    {
        await using RecordedService service = await RecordedService.StartAsync();
        using var client = new AmazonCloudWatchClient(RecordedService.Credentials, service.Configure(new AmazonCloudWatchConfig()));

        _ = await client.DescribeAlarmsAsync(new DescribeAlarmsRequest(), TestContext.Current.CancellationToken);

        Assert.Contains("api/CloudWatch", Assert.Single(service.Requests).Headers["User-Agent"], StringComparison.Ordinal);
    }
}
