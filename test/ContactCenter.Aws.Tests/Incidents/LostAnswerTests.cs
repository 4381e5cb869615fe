using Amazon.DynamoDBv2;
using ContactCenter.Aws.Incidents;
using ContactCenter.Aws.Remediation;
using ContactCenter.Core.Incidents.Delivery;
using static ContactCenter.Aws.Tests.Incidents.Samples;

namespace ContactCenter.Aws.Tests.Incidents;

/// <summary>What was written by a request whose answer was lost is our own, when the SDK sends the request again.</summary>
public sealed class LostAnswerTests(Emulator emulator) : IAsyncLifetime
{
    private readonly AmazonDynamoDBClient _client = emulator.DynamoDb();
    private readonly AmazonDynamoDBClient _lossy = LostAnswers.ClientOf(emulator);
    private string _table = "";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _table = await IncidentTable.CreateAsync(_client);

    public async ValueTask DisposeAsync()
    {
        await IncidentTable.DeleteAsync(_client, _table);
        _client.Dispose();
        _lossy.Dispose();
    }

    [Fact]
    public async Task A_note_whose_answer_was_lost_was_added_and_is_somebody_elses_for_the_next()
    {
        var notebook = new DynamoDbNotebook(_lossy, _table, new ManualClock(Noon));

        Assert.True(await notebook.TryAddAsync("request-1", "seen", Noon.AddMinutes(10), Stop));
        Assert.False(await notebook.TryAddAsync("request-1", "again", Noon.AddMinutes(10), Stop));
    }

    [Fact]
    public async Task An_effect_whose_claim_was_not_answered_is_ours_at_its_first_attempt()
    {
        var id = await StoredAsync();
        var outbox = new DynamoDbOutbox(_lossy, _table);

        var lease = await outbox.ClaimAsync(id, Noon, Noon + EffectDelivery.Lease, Stop);

        Assert.Equal((id, 1), (lease?.Effect.Id, lease?.Attempt));
        Assert.Null(await outbox.ClaimAsync(id, Noon, Noon + EffectDelivery.Lease, Stop));
    }

    [Fact]
    public async Task An_effect_whose_end_was_not_answered_was_ended_by_us()
    {
        var id = await StoredAsync();
        var lease = await new DynamoDbOutbox(_client, _table).ClaimAsync(id, Noon, Noon + EffectDelivery.Lease, Stop);

        Assert.True(await new DynamoDbOutbox(_lossy, _table).CompleteAsync(lease!, new DeliveryFailed("gone"), Noon, Stop));
    }

    [Fact]
    public async Task A_lease_whose_answer_was_lost_was_taken_and_is_somebody_elses_for_the_next()
    {
        var leases = RemediationLeases.OfCapacity(_lossy, _table, new ManualClock(Noon));

        Assert.True(await leases.WriteAsync("customers", null, 0, Stop));
        Assert.False(await leases.WriteAsync("customers", null, 0, Stop));
    }

    private async ValueTask<string> StoredAsync()
    {
        var opening = Opening("Billing", Noon);
        Assert.True(await new DynamoDbIncidentStore(_client, _table, retentionDays: 400).CommitAsync(opening, Stop));
        return opening.Effects[0].Id;
    }
}
