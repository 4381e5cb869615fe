using System.Net;
using Amazon.Connect.Model;
using Amazon.Runtime;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Incidents.Delivery;
using ContactCenter.Core.Tests.Notifications;
using Moq;

namespace ContactCenter.Aws.Tests.Notifications;

/// <summary>A call is placed once, and its effect waits for what becomes of it.</summary>
public sealed class CallChannelTests
{
    private const string Number = "+4915112345678";
    private const string Contact = "11111111-2222-3333-4444-555555555555";

    private static readonly NotifyEffect Effect = Messages.Effect(Messages.Message());
    private static readonly Endpoint Ann = new() { Channel = Channel.Call, To = Number, Name = "ann" };
    private static readonly Endpoint Mail = new() { Channel = Channel.Email, To = "ann@example.com", Fallback = true };
    private static readonly string Name = PlacedCall.NameOf(Effect.Id, Number);

    private readonly List<StartOutboundVoiceContactRequest> _placed = [];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_call_is_placed_in_the_flow_from_the_number_with_a_token_and_waits()
    {
        await using var station = await StartAsync();

        var result = Assert.IsType<RetryLater>(await station.TellAsync(Effect, Ann, Mail));

        Assert.True(result.IsUnderway);
        var call = Assert.Single(_placed);
        Assert.Equal(
            ("aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee", "flow-2", Number, "+4969123456", 30),
            (call.InstanceId, call.ContactFlowId, call.DestinationPhoneNumber, call.SourcePhoneNumber, call.RingTimeoutInSeconds));
        Assert.Equal(Amazon.Connect.TrafficType.GENERAL, call.TrafficType);
        Assert.StartsWith($"{Name}/", call.Attributes["call"], StringComparison.Ordinal);
        Assert.NotEmpty(call.ClientToken);
        Assert.Equal(Name, await station.Notes.FindAsync(PlacedCall.OfContact(Contact), Stop));
        station.Sns.VerifyNoOtherCalls();
    }

    [Fact]
    public async Task A_key_ends_the_wait_and_nobody_is_called_again()
    {
        await using var station = await StartAsync();
        await station.TellAsync(Effect, Ann, Mail);
        await OutcomeAsync(station, PlacedCall.Reached);

        Assert.Equal(new Delivered(), await station.TellAsync(Effect, 2, Ann, Mail));

        Assert.Single(_placed);
        station.Sns.VerifyNoOtherCalls();
    }

    [Theory]
    [InlineData(PlacedCall.Ended, "nobody pressed a key")]
    [InlineData(PlacedCall.PassedOn, "ann passed it on")]
    public async Task Without_a_key_that_takes_it_the_next_one_is_told_and_why(string outcome, string why)
    {
        await using var station = await StartAsync();
        await station.TellAsync(Effect, Ann, Mail);
        await OutcomeAsync(station, outcome);

        var result = Assert.IsType<Delivered>(await station.TellAsync(Effect, 2, Ann, Mail));

        Assert.Contains(why, result.Note, StringComparison.Ordinal);
        Assert.Single(_placed);
        station.Sns.Verify(sns => sns.PublishAsync(
            It.Is<Amazon.SimpleNotificationService.Model.PublishRequest>(request =>
                request.Message.Contains(why, StringComparison.Ordinal)),
            It.IsAny<CancellationToken>()), Times.Once);
    }

    [Fact]
    public async Task When_nobody_stands_behind_the_number_the_message_has_failed_as_unanswered()
    {
        await using var station = await StartAsync();
        await station.TellAsync(Effect, Ann);
        await OutcomeAsync(station, PlacedCall.Ended);

        Assert.Equal(
            new DeliveryFailed("nobody pressed a key") { IsUnanswered = true }, await station.TellAsync(Effect, 2, Ann));
    }

    [Fact]
    public async Task A_call_whose_end_nobody_told_is_waited_for_until_its_time_is_over()
    {
        await using var station = await StartAsync();
        var first = Assert.IsType<RetryLater>(await station.TellAsync(Effect, Ann));
        Assert.IsType<RetryLater>(await station.TellAsync(Effect, 2, Ann));

        station.Clock.Advance(first.At - station.Clock.GetUtcNow());

        Assert.IsType<DeliveryFailed>(await station.TellAsync(Effect, 3, Ann));
        Assert.Single(_placed);
    }

    [Fact]
    public async Task After_a_crash_the_same_call_is_asked_for_by_the_same_token()
    {
        await using var station = await StartAsync();
        await station.TellAsync(Effect, Ann);

        // what was written after the call was placed is lost
        var placed = PlacedCall.Read(await station.Notes.FindAsync(Name, Stop))! with { ContactId = null };
        await station.Notes.SetAsync(Name, placed.Write(), station.Clock.GetUtcNow().AddDays(1), Stop);
        Assert.IsType<RetryLater>(await station.TellAsync(Effect, 2, Ann));

        Assert.Equal(2, _placed.Count);
        Assert.Equal(_placed[0].ClientToken, _placed[1].ClientToken);
        Assert.Equal(_placed[0].Attributes["call"], _placed[1].Attributes["call"]);
    }

    [Fact]
    public async Task Where_the_service_refuses_the_number_the_next_one_is_told_at_once()
    {
        await using var station = await StartAsync();
        station.Connect.Setup(connect => connect.StartOutboundVoiceContactAsync(
                It.IsAny<StartOutboundVoiceContactRequest>(), It.IsAny<CancellationToken>()))
            .ThrowsAsync(new AmazonServiceException(
                "hidden", null, ErrorType.Sender, "DestinationNotAllowedException", "r", HttpStatusCode.Forbidden));

        var result = Assert.IsType<Delivered>(await station.TellAsync(Effect, Ann, Mail));

        Assert.Contains("AWS answered DestinationNotAllowedException", result.Note, StringComparison.Ordinal);
    }

    [Fact]
    public async Task More_calls_than_an_hour_has_are_not_made()
    {
        await using var station = await StartAsync();
        await station.TellAsync(Effect, Ann);
        await station.TellAsync(Effect with { Id = $"{Messages.IncidentId}.6" }, Ann);

        var third = await station.TellAsync(Effect with { Id = $"{Messages.IncidentId}.7" }, Ann);

        Assert.Equal(new DeliveryFailed("2 calls were made within this hour, and no more are allowed"), third);
        Assert.Equal(2, _placed.Count);
    }

    [Fact]
    public async Task Calls_of_an_exercise_take_no_place_of_a_real_incident()
    {
        await using var station = await StartAsync();
        var exercise = Effect with { Message = Effect.Message with { Exercise = "EXERCISE" } };
        await station.TellAsync(exercise, Ann);
        await station.TellAsync(exercise with { Id = $"{Messages.IncidentId}.6" }, Ann);

        Assert.IsType<RetryLater>(await station.TellAsync(Effect with { Id = $"{Messages.IncidentId}.7" }, Ann));
        Assert.Equal(3, _placed.Count);
    }

    [Fact]
    public async Task A_call_that_ended_before_it_was_written_down_is_not_waited_for()
    {
        await using var station = await StartAsync();
        await station.Notes.TryAddAsync(PlacedCall.EndOf(Contact), PlacedCall.Ended, station.Clock.GetUtcNow().AddMinutes(1), Stop);
        await station.TellAsync(Effect, Ann);

        Assert.Equal(
            new DeliveryFailed("nobody pressed a key") { IsUnanswered = true }, await station.TellAsync(Effect, 2, Ann));
    }

    [Fact]
    public async Task Without_a_flow_for_calls_the_next_one_is_told()
    {
        await using var station = await StartAsync();
        station.Calls = null;

        var result = Assert.IsType<Delivered>(await station.TellAsync(Effect, Ann, Mail));

        Assert.Contains("the deployment has no contact flow for calls", result.Note, StringComparison.Ordinal);
        Assert.Empty(_placed);
    }

    [Theory]
    [InlineData(Occasion.Acknowledged, IncidentState.Acknowledged)]
    [InlineData(Occasion.Mitigated, IncidentState.Mitigated)]
    [InlineData(Occasion.Resolved, IncidentState.Resolved)]
    public async Task Nobody_is_called_to_hear_that_there_is_nothing_to_do(Occasion occasion, IncidentState state)
    {
        await using var station = await StartAsync();

        Assert.Equal(new Delivered(), await station.TellAsync(Messages.Effect(Messages.Message(occasion, state)), Ann));

        Assert.Empty(_placed);
    }

    private async Task<Station> StartAsync()
    {
        var station = await Station.StartAsync();
        station.Connect.Setup(connect => connect.StartOutboundVoiceContactAsync(
                It.IsAny<StartOutboundVoiceContactRequest>(), It.IsAny<CancellationToken>()))
            .Callback((StartOutboundVoiceContactRequest request, CancellationToken _) => _placed.Add(request))
            .ReturnsAsync(new StartOutboundVoiceContactResponse { ContactId = Contact });
        return station;
    }

    private static async Task OutcomeAsync(Station station, string outcome) => Assert.True(await station.Notes.TryAddAsync(
        PlacedCall.OutcomeOf(Name), outcome, station.Clock.GetUtcNow().AddDays(1), Stop));
}
