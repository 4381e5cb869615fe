using ContactCenter.Core.Configuration;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Incidents.Delivery;
using ContactCenter.Core.Monitoring.Alarms;
using ContactCenter.Core.Notifications.Answers;
using ContactCenter.Core.Tests.Incidents;
using ContactCenter.Simulation.Stores;

namespace ContactCenter.Core.Tests.Notifications.Answers;

/// <summary>Ann is called, and Bob after her.</summary>
public sealed class CallAnswersTests
{
    private const string Ann = "+4915112345678";
    private const string Token = "0123456789abcdef0123456789abcdef";
    private const string Contact = "11111111-2222-3333-4444-555555555555";

    private static readonly DateTimeOffset Now = Messages.Opened;

    private readonly InMemoryIncidentStore _store = new();
    private readonly Notes _notes = new() { Now = Now };
    private IncidentPipeline _pipeline = null!;
    private CallAnswers _answers = null!;
    private string _effectId = "";
    private string _call = "";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private Incident Incident => Assert.Single(_store.All);

    [Fact]
    public async Task One_takes_it_in_the_name_of_who_was_called()
    {
        await RingAsync();

        var answer = await PressAsync("1");

        Assert.Equal(new CallAnswer("taken", "It is yours now. Thank you, and goodbye.", Incident.Id, "ann"), answer);
        Assert.Equal("ann", Incident.Acknowledgement!.By);
        Assert.Equal(PlacedCall.Reached, await OutcomeAsync());
        Assert.NotNull(await ClaimAsync());
    }

    [Fact]
    public async Task A_key_counts_once_however_often_the_hook_is_asked()
    {
        await RingAsync();
        await PressAsync("1");
        var version = Incident.Events;

        Assert.Equal("taken", (await PressAsync("1"))!.Status);

        Assert.Equal(version, Incident.Events);
    }

    [Fact]
    public async Task Two_lets_the_next_one_of_the_list_be_told_and_takes_no_step()
    {
        await RingAsync(new Endpoint { Channel = Channel.Sms, To = "+4915112345679", Fallback = true });

        Assert.Equal("passed_on", (await PressAsync("2"))!.Status);

        Assert.Equal(IncidentState.Open, Incident.State);
        Assert.Equal(PlacedCall.PassedOn, await OutcomeAsync());
        Assert.NotNull(await ClaimAsync());
    }

    [Fact]
    public async Task Two_takes_the_next_step_where_nobody_stands_behind_the_number()
    {
        await RingAsync();
        var events = Incident.Events;

        Assert.Equal("passed_on", (await PressAsync("2"))!.Status);

        Assert.True(Incident.Events > events);
        Assert.Equal(PlacedCall.Reached, await OutcomeAsync());
    }

    [Fact]
    public async Task Who_answers_after_somebody_else_has_taken_it_hears_who()
    {
        await RingAsync();
        await _pipeline.ActAsync(Incident.Id, new PersonActed(PersonAction.Acknowledge, "bob"), Now, Stop);

        var answer = await PressAsync("1");

        Assert.Equal(("taken_by_other", "bob has taken it."), (answer!.Status, answer.Said));
        Assert.Equal("bob", Incident.Acknowledgement!.By);
    }

    [Fact]
    public async Task What_is_over_stays_over()
    {
        await RingAsync();
        await _pipeline.ActAsync(Incident.Id, new PersonActed(PersonAction.Resolve, "bob"), Now, Stop);

        Assert.Equal(("over", "It is over already."), ((await PressAsync("1"))!.Status, (await PressAsync("1"))!.Said));
        Assert.Equal(IncidentState.Resolved, Incident.State);
    }

    [Theory]
    [InlineData("3", Token)]
    [InlineData("none", Token)]
    [InlineData(null, Token)]
    [InlineData("1", "0123456789abcdef0123456789abcdee")]
    [InlineData("1", "")]
    public async Task Whoever_makes_up_a_key_or_a_call_changes_nothing(string? key, string token)
    {
        await RingAsync();

        Assert.Null(await _answers.PressAsync($"{PlacedCall.NameOf(_effectId, Ann)}/{token}", key, Now, Stop));

        Assert.Equal(IncidentState.Open, Incident.State);
        Assert.Null(await OutcomeAsync());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("/")]
    [InlineData("call-NOTTHERE-1.1-ABCDEFGH/0123456789abcdef0123456789abcdef")]
    public async Task A_contact_that_is_no_call_has_no_key(string? call)
    {
        await RingAsync();

        Assert.Null(await _answers.PressAsync(call, "1", Now, Stop));
    }

    [Fact]
    public async Task The_end_of_the_contact_without_a_key_reached_nobody()
    {
        await RingAsync();

        Assert.True(await _answers.EndAsync(Contact, Now, Stop));

        Assert.Equal(PlacedCall.Ended, await OutcomeAsync());
        Assert.NotNull(await ClaimAsync());
    }

    [Fact]
    public async Task The_end_after_a_key_changes_nothing_nor_does_that_of_another_contact()
    {
        await RingAsync();
        await PressAsync("1");

        Assert.True(await _answers.EndAsync(Contact, Now, Stop));
        Assert.False(await _answers.EndAsync("66666666-2222-3333-4444-555555555555", Now, Stop));

        Assert.Equal(PlacedCall.Reached, await OutcomeAsync());
    }

    private ValueTask<CallAnswer?> PressAsync(string key) => _answers.PressAsync(_call, key, Now, Stop);

    private ValueTask<string?> OutcomeAsync() => _notes.FindAsync(PlacedCall.OutcomeOf(PlacedCall.NameOf(_effectId, Ann)), Stop);

    /// <summary>The effect of the call, as the stream takes it at once when its outcome is known.</summary>
    private ValueTask<EffectLease?> ClaimAsync() => _store.Outbox.ClaimAsync(_effectId, Now, Now + EffectDelivery.Lease, Stop);

    /// <summary>An incident opens, and the telephone rings.</summary>
    private async Task RingAsync(params Endpoint[] others)
    {
        var center = Desk.Center() with
        {
            Audiences = new Dictionary<string, IReadOnlyList<Endpoint>>(Desk.Center().Audiences)
            {
                ["on-call"] = [new Endpoint { Channel = Channel.Call, To = Ann, Name = "ann" }, .. others],
            },
        };
        var desk = new IncidentDesk(center, _store);
        _pipeline = desk.Pipeline;
        _answers = new CallAnswers(_store, _pipeline, desk.Policy, _notes, _store.Outbox);
        var red = Alarms.Change("queue-wait-time", "Billing", AlarmState.Alarm, Now);
        var opened = await _pipeline.ReceiveAsync(new ChangedAlarm(red), Now, Stop);
        _effectId = opened.Decision.Effects.OfType<NotifyEffect>().Single(static effect => effect.Channel == Channel.Call).Id;

        var name = PlacedCall.NameOf(_effectId, Ann);
        _call = $"{name}/{Token}";
        await _notes.SetAsync(name, new PlacedCall(Token, Now, Contact, Ann, "on-call").Write(), Now.AddDays(2), Stop);
        await _notes.SetAsync(PlacedCall.OfContact(Contact), name, Now.AddDays(2), Stop);
        var lease = await _store.Outbox.ClaimAsync(_effectId, Now, Now + EffectDelivery.Lease, Stop);
        await _store.Outbox.CompleteAsync(lease!, new RetryLater(Now.AddMinutes(6), "it rings") { IsUnderway = true }, Now, Stop);
    }
}
