using System.Text;
using System.Text.Json.Nodes;
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
    public async Task The_body_of_a_template_is_what_is_signed_and_takes_fields_of_the_secret()
    {
        await using var station = await Station.StartAsync(new Reply(200));
        station.Secrets.Texts["webhook"] = """{"key":"another key of the webhook","routingKey":"R1"}""";

        await station.TellAsync(
            Effect, station.Webhook() with { Body = new JsonObject { ["routing_key"] = "{secret.routingKey}", ["text"] = "{severity}" } });

        var request = Assert.Single(station.Requests);
        Assert.Equal("""{"routing_key":"R1","text":"P1"}""", Encoding.UTF8.GetString(request.Body));
        Assert.Null(BodySignature.Problem(
            "v1", Encoding.UTF8.GetBytes("another key of the webhook"), request.Headers["x-contactcenter-timestamp"],
            request.Headers["x-contactcenter-signature"], request.Body, station.Clock.GetUtcNow()));
    }

    [Fact]
    public async Task A_field_that_the_secret_lacks_is_named()
    {
        await using var station = await Station.StartAsync();

        var result = await station.TellAsync(
            Effect, station.Webhook() with { Body = new JsonObject { ["routing_key"] = "{secret.routingKey}" } });

        Assert.Equal("its secret has no routingKey", Assert.IsType<DeliveryFailed>(result).Reason);
    }

    [Fact]
    public async Task An_address_that_lets_one_in_stands_in_the_secret()
    {
        await using var station = await Station.StartAsync(new Reply(200));
        station.Secrets.Texts["webhook"] = $$"""{"key":"a key of the webhook","address":"{{new Uri(station.Address, "/space?key=1")}}"}""";

        await station.TellAsync(Effect, station.Webhook());

        Assert.Equal("/space?key=1", Assert.Single(station.Requests) is var request ? request.Path + request.Query : "");
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
