using Amazon.SimpleNotificationService.Model;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Incidents.Delivery;
using ContactCenter.Core.Tests.Notifications;
using Moq;

namespace ContactCenter.Aws.Tests.Notifications;

public sealed class FallbackTests
{
    private static readonly NotifyEffect Effect = Messages.Effect(Messages.Message());
    private static readonly Endpoint Mail = new() { Channel = Channel.Email, To = "ann@example.com", Fallback = true };

    [Fact]
    public async Task When_a_channel_stays_broken_the_message_goes_through_what_stands_in_for_it_and_the_timeline_says_so()
    {
        await using var station = await Station.StartAsync(new Reply(500));
        var broken = station.Webhook();

        var result = Assert.IsType<Delivered>(await station.TellAsync(Effect, broken, Mail));

        Assert.Equal(
            $"on-call could not be told by Webhook ({broken.To}): it answered HTTP 500. The message went out by Email "
                + "(ann@example.com) instead.",
            result.Note);
        station.Sns.Verify(sns => sns.PublishAsync(
            It.Is<PublishRequest>(request => request.MessageAttributes["endpoint"].StringValue == "email:ann@example.com"
                && request.Message.Contains("You are told here because Webhook", StringComparison.Ordinal)),
            It.IsAny<CancellationToken>()), Times.Once);
    }

    [Fact]
    public async Task A_channel_that_works_needs_no_stand_in()
    {
        await using var station = await Station.StartAsync(new Reply(200));

        Assert.Equal(new Delivered(), await station.TellAsync(Effect, station.Webhook(), Mail));
        station.Sns.VerifyNoOtherCalls();
    }

    [Fact]
    public async Task An_endpoint_that_is_told_anyway_stands_in_for_nobody()
    {
        await using var station = await Station.StartAsync(new Reply(400));

        Assert.IsType<DeliveryFailed>(await station.TellAsync(Effect, station.Webhook(), Mail with { Fallback = false }));
        station.Sns.VerifyNoOtherCalls();
    }

    [Theory]
    [InlineData(Occasion.Acknowledged, 0)]
    [InlineData(Occasion.Reminder, 1)]
    [InlineData(Occasion.Resolved, 1)]
    public async Task An_update_that_wakes_nobody_wakes_no_stand_in_either(Occasion occasion, int mails)
    {
        await using var station = await Station.StartAsync(new Reply(404));
        var update = Effect with { Message = Effect.Message with { Occasion = occasion } };

        var result = await station.TellAsync(update, station.Webhook("/a"), Mail, station.Webhook("/b") with { Fallback = true });

        Assert.Equal(mails == 0 ? ["/a", "/b"] : ["/a"], station.Requests.Select(request => request.Path));
        Assert.Equal(mails == 0, result is DeliveryFailed);
        station.Sns.Verify(sns => sns.PublishAsync(It.IsAny<PublishRequest>(), It.IsAny<CancellationToken>()), Times.Exactly(mails));
    }

    [Fact]
    public async Task One_stand_in_for_two_broken_channels_is_told_once_about_a_step()
    {
        await using var station = await Station.StartAsync(new Reply(404));
        Endpoint[] audience = [station.Webhook("/a"), station.Webhook("/b"), Mail];

        var first = await station.TellAsync(Effect, audience);
        var second = await station.Handler.HandleAsync(
            Effect with { Id = $"{Messages.IncidentId}.6", Channel = Channel.Webhook, To = audience[1].To }, 1,
            TestContext.Current.CancellationToken);

        Assert.IsType<Delivered>(first);
        Assert.IsType<Delivered>(second);
        station.Sns.Verify(sns => sns.PublishAsync(It.IsAny<PublishRequest>(), It.IsAny<CancellationToken>()), Times.Once);
    }

    [Fact]
    public async Task A_stand_in_of_a_later_step_is_told_again()
    {
        await using var station = await Station.StartAsync(new Reply(404));
        Endpoint[] audience = [station.Webhook("/a"), Mail];

        await station.TellAsync(Effect, audience);
        await station.TellAsync(Effect with { Id = $"{Messages.IncidentId}.9", At = Effect.At.AddMinutes(15) }, audience);

        station.Sns.Verify(sns => sns.PublishAsync(It.IsAny<PublishRequest>(), It.IsAny<CancellationToken>()), Times.Exactly(2));
    }

    [Fact]
    public async Task When_everything_is_broken_it_is_tried_again_later_with_all_reasons()
    {
        await using var station = await Station.StartAsync(new Reply(404));
        station.Sns.Setup(sns => sns.PublishAsync(It.IsAny<PublishRequest>(), It.IsAny<CancellationToken>()))
            .ThrowsAsync(new InternalErrorException(
                "hidden", null, Amazon.Runtime.ErrorType.Receiver, "InternalError", "r", System.Net.HttpStatusCode.InternalServerError));

        var result = Assert.IsType<RetryLater>(await station.TellAsync(Effect, station.Webhook(), Mail));

        Assert.Equal("it answered HTTP 404; Email (ann@example.com): AWS answered InternalError", result.Reason);
    }

    [Fact]
    public async Task The_second_stand_in_is_asked_when_the_first_is_broken_too()
    {
        await using var station = await Station.StartAsync(new Reply(404));

        var result = Assert.IsType<Delivered>(await station.TellAsync(
            Effect, station.Webhook("/a"), station.Webhook("/b") with { Fallback = true }, Mail));

        Assert.EndsWith("by Email (ann@example.com) instead.", result.Note, StringComparison.Ordinal);
        Assert.Equal(["/a", "/b"], station.Requests.Select(request => request.Path));
    }
}
