using ContactCenter.Aws.Notifications;
using ContactCenter.Aws.Notifications.Http;
using ContactCenter.Testing;

namespace ContactCenter.Aws.Tests.Notifications;

/// <summary>Where a channel of a deployment may post.</summary>
public sealed class HttpSenderTests
{
    [Theory]
    [InlineData("https://localhost/hook")]
    [InlineData("http://localhost:2773/secretsmanager/get")]
    [InlineData("https://127.0.0.1/hook")]
    [InlineData("https://169.254.169.254/latest")]
    [InlineData("https://[fe80::1]/hook")]
    [InlineData("http://hooks.example.com/x")]
    [InlineData("file:///etc/passwd")]
    public void This_machine_and_the_cloud_s_own_addresses_are_no_channel(string address)
    {
        using var client = NotificationChannels.CreateClient();

        Assert.Throws<ChannelException>(() => new HttpSender(client, TimeProvider.System).Address(address));
    }

    [Fact]
    public void A_private_network_may_have_a_tool()
    {
        using var client = NotificationChannels.CreateClient();

        Assert.Equal("10.1.2.3", new HttpSender(client, TimeProvider.System).Address("https://10.1.2.3/hook").Host);
    }

    [Fact]
    public async Task The_client_of_a_deployment_does_not_reach_this_machine_whatever_it_is_called()
    {
        var asked = 0;
        await using var server = await LocalHttpServer.StartAsync(_ =>
        {
            asked++;
            return Task.CompletedTask;
        });
        using var client = NotificationChannels.CreateClient();

        foreach (var host in new[] { "127.0.0.1", "[::ffff:127.0.0.1]", "127.1", "localhost." })
        {
            _ = await Assert.ThrowsAsync<HttpRequestException>(() => client.GetAsync(
                new Uri($"http://{host}:{server.Address.Port}/"), TestContext.Current.CancellationToken));
        }

        Assert.Equal(0, asked);
    }
}
