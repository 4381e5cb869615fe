using Amazon.SimpleNotificationService;
using Amazon.SimpleNotificationService.Model;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Incidents.Delivery;
using ContactCenter.Core.Tests.Notifications;
using Moq;

namespace ContactCenter.Aws.Tests.Notifications;

/// <summary>Nobody is told of what is over by the time at which it would be sent, by whatever channel.</summary>
public sealed class TimelinessTests
{
    private static readonly NotifyEffect Effect = Messages.Effect(Messages.Message());
    private static readonly Endpoint Mail = new() { Channel = Channel.Email, To = "ann@example.com" };

    [Theory]
    [InlineData(Channel.Webhook)]
    [InlineData(Channel.Teams)]
    [InlineData(Channel.ServiceNow)]
    [InlineData(Channel.Email)]
    [InlineData(Channel.Sms)]
    public async Task What_is_over_after_the_pause_before_a_repetition_is_not_sent_again(Channel channel)
    {
        await using var station = await Station.StartAsync(new Reply(503));
        station.Secrets.Texts["teams"] = $"{station.Address}workflows/1";
        station.Secrets.Texts["servicenow"] = """{"user":"integration","password":"p"}""";
        Publish(station).ThrowsAsync(new InternalErrorException("busy") { StatusCode = System.Net.HttpStatusCode.ServiceUnavailable });
        var endpoint = channel switch
        {
            Channel.Webhook => station.Webhook(),
            Channel.Teams => new Endpoint { Channel = channel, To = "Operations", Secret = "teams" },
            Channel.ServiceNow => new Endpoint { Channel = channel, To = station.Address.AbsoluteUri, Secret = "servicenow" },
            Channel.Sms => new Endpoint { Channel = channel, To = "+491701234567" },
            _ => Mail,
        };
        station.Store.Later = Over(station);

        var result = Assert.IsType<Delivered>(await station.TellAsync(Effect, endpoint));

        Assert.EndsWith(
            $"was not told late by {channel} ({endpoint.To}): it is over.", result.Note, StringComparison.Ordinal);
        Assert.Equal(1, station.Requests.Count + station.Sns.Invocations.Count);
    }

    [Fact]
    public async Task Who_is_told_in_place_of_a_broken_channel_is_not_told_of_what_is_over_by_then()
    {
        await using var station = await Station.StartAsync(new Reply(404));
        station.Store.Later = Over(station);

        Assert.IsType<Delivered>(await station.TellAsync(Effect, station.Webhook(), Mail with { Fallback = true }));

        Assert.Single(station.Requests);
        station.Sns.VerifyNoOtherCalls();
    }

    [Fact]
    public async Task What_is_over_is_not_counted_as_a_channel_that_is_broken()
    {
        await using var station = await Station.StartAsync(new Reply(404));
        station.Store.Later = Over(station);

        Assert.IsType<Delivered>(await station.TellAsync(Effect, station.Webhook()));
    }

    private static Moq.Language.Flow.ISetup<IAmazonSimpleNotificationService, Task<PublishResponse>> Publish(Station station) =>
        station.Sns.Setup(sns => sns.PublishAsync(It.IsAny<PublishRequest>(), It.IsAny<CancellationToken>()));

    private static Incident Over(Station station) => station.Store.Incident with
    {
        State = IncidentState.Resolved,
        Resolution = new Resolution(Messages.Opened.AddHours(1), null, null),
    };
}
