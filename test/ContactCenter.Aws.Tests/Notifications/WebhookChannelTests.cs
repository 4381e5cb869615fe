using System.Text;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Incidents.Delivery;
using ContactCenter.Core.Notifications.Answers;
using ContactCenter.Core.Tests.Notifications;

namespace ContactCenter.Aws.Tests.Notifications;

public sealed class WebhookChannelTests
{
    private static readonly NotifyEffect Effect = Messages.Effect(Messages.Message());

    [Fact]
    public async Task The_body_is_signed_so_that_the_receiver_can_check_it()
    {
        await using var station = await Station.StartAsync(new Reply(200));

        await station.TellAsync(Effect, station.Webhook());

        var request = Assert.Single(station.Requests);
        Assert.Null(BodySignature.Problem(
            "v1", Encoding.UTF8.GetBytes("a key of the webhook"), request.Headers["x-contactcenter-timestamp"],
            request.Headers["x-contactcenter-signature"], request.Body, station.Clock.GetUtcNow()));
        Assert.Equal("application/json; charset=utf-8", request.Headers["content-type"]);
    }

    [Fact]
    public async Task A_repetition_has_the_same_key()
    {
        await using var station = await Station.StartAsync(new Reply(500), new Reply(200));

        await station.TellAsync(Effect, station.Webhook());

        Assert.Equal([Effect.Id, Effect.Id], station.Requests.Select(request => request.Headers["idempotency-key"]));
    }

    [Fact]
    public async Task A_secret_that_cannot_be_had_is_tried_again_later()
    {
        await using var station = await Station.StartAsync();
        station.Secrets.Texts.Clear();

        Assert.Equal("its secret cannot be had", Assert.IsType<RetryLater>(await station.TellAsync(Effect, station.Webhook())).Reason);
    }
}
