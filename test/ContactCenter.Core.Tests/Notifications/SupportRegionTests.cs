using ContactCenter.Core.Notifications.Support;

namespace ContactCenter.Core.Tests.Notifications;

public sealed class SupportRegionTests
{
    [Theory]
    [InlineData("aws", "us-east-1")]
    [InlineData("aws-us-gov", "us-gov-west-1")]
    [InlineData("aws-cn", "cn-north-1")]
    public void AWS_Support_is_asked_in_the_one_Region_of_the_partition(string partition, string region) =>
        Assert.Equal(region, SupportRegion.Of(partition));
}
