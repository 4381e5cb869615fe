using Amazon.Connect;
using Amazon.Connect.Model;
using ContactCenter.Aws.Contacts;
using ContactCenter.Core.Deployment;
using Moq;

namespace ContactCenter.Aws.Tests.Contacts;

/// <summary>A stack that goes after its instance, or after somebody who was quicker, goes all the same.</summary>
public sealed class ConnectSegmentStreamsTests
{
    private readonly Mock<IAmazonConnect> _connect = new();

    [Fact]
    public async Task An_instance_that_is_gone_has_no_streams()
    {
        _connect.Setup(connect => connect.ListInstanceStorageConfigsAsync(It.IsAny<ListInstanceStorageConfigsRequest>(), Stop))
            .ThrowsAsync(new ResourceNotFoundException("the instance is not there"));

        Assert.Empty(await Streams.ListAsync(Stop));
    }

    [Fact]
    public async Task What_somebody_else_has_taken_away_is_away()
    {
        _connect.Setup(connect => connect.DisassociateInstanceStorageConfigAsync(
            It.IsAny<DisassociateInstanceStorageConfigRequest>(), Stop)).ThrowsAsync(new ResourceNotFoundException("no such association"));

        await Streams.DisassociateAsync(new StreamAssociation(SegmentStream.Kinds[0], "a", "arn"), Stop);

        _connect.VerifyAll();
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private ConnectSegmentStreams Streams => new(_connect.Object, "i");
}
