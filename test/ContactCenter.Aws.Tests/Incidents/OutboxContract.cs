using ContactCenter.Core.Incidents;
using ContactCenter.Core.Incidents.Delivery;
using static ContactCenter.Aws.Tests.Incidents.Samples;

namespace ContactCenter.Aws.Tests.Incidents;

/// <summary>What every outbox promises.</summary>
public abstract class OutboxContract
{
    private static readonly DateTimeOffset Until = Noon + EffectDelivery.Lease;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    protected abstract ValueTask<(IIncidentStore Store, IOutbox Outbox)> OutboxAsync();

    [Fact]
    public async Task An_effect_is_taken_by_one_only_and_comes_as_it_was_decided()
    {
        var (outbox, effect) = await OpenAsync();

        var lease = await outbox.ClaimAsync(effect.Id, Noon, Until, Stop);

        Assert.Equivalent(new EffectLease(effect, 1), lease, strict: true);
        Assert.Null(await outbox.ClaimAsync(effect.Id, Noon.AddSeconds(1), Until, Stop));
    }

    [Fact]
    public async Task What_is_delivered_or_given_up_is_never_taken_again()
    {
        var (outbox, effect) = await OpenAsync();
        var other = effect.Id[..^1] + "2";
        await CompleteAsync(outbox, effect.Id, new Delivered());
        await CompleteAsync(outbox, other, new DeliveryFailed("no such address"));

        Assert.Null(await outbox.ClaimAsync(effect.Id, Noon.AddHours(1), Noon.AddHours(2), Stop));
        Assert.Null(await outbox.ClaimAsync(other, Noon.AddHours(1), Noon.AddHours(2), Stop));
        Assert.Empty(await outbox.DueAsync(Noon.AddHours(1), 10, static problem => throw problem, Stop));
    }

    [Fact]
    public async Task After_a_crash_the_lease_runs_out_and_the_effect_is_taken_again()
    {
        var (outbox, effect) = await OpenAsync();
        await outbox.ClaimAsync(effect.Id, Noon, Until, Stop);

        Assert.Contains(effect.Id, await outbox.DueAsync(Until, 10, static problem => throw problem, Stop));
        Assert.Equal(2, (await outbox.ClaimAsync(effect.Id, Until, Until + EffectDelivery.Lease, Stop))?.Attempt);
    }

    [Fact]
    public async Task A_lease_that_ran_out_cannot_end_the_attempt_that_followed()
    {
        var (outbox, effect) = await OpenAsync();
        var slow = await outbox.ClaimAsync(effect.Id, Noon, Until, Stop);
        var next = await outbox.ClaimAsync(effect.Id, Until, Until + EffectDelivery.Lease, Stop);

        Assert.False(await outbox.CompleteAsync(slow!, new Delivered(), Until, Stop));
        Assert.True(await outbox.CompleteAsync(next!, new Delivered(), Until, Stop));
    }

    [Fact]
    public async Task A_retry_rests_until_its_time_even_when_the_stream_repeats_itself()
    {
        var (outbox, effect) = await OpenAsync();
        var again = Noon.AddMinutes(7);
        await CompleteAsync(outbox, effect.Id, new RetryLater(again, "429"));

        Assert.DoesNotContain(effect.Id, await outbox.DueAsync(again.AddSeconds(-1), 10, static problem => throw problem, Stop));
        Assert.Null(await outbox.ClaimAsync(effect.Id, again.AddSeconds(-1), again.AddMinutes(1), Stop));
        Assert.Contains(effect.Id, await outbox.DueAsync(again, 10, static problem => throw problem, Stop));
        Assert.Equal(2, (await outbox.ClaimAsync(effect.Id, again, again.AddMinutes(1), Stop))?.Attempt);
    }

    [Fact]
    public async Task An_effect_whose_channel_is_at_it_is_taken_at_once_when_its_outcome_is_known()
    {
        var (outbox, effect) = await OpenAsync();
        var again = Noon.AddMinutes(7);
        await CompleteAsync(outbox, effect.Id, new RetryLater(again, "it rings") { IsUnderway = true });
        Assert.Null(await outbox.ClaimAsync(effect.Id, Noon.AddSeconds(20), again, Stop));

        Assert.True(await outbox.HastenAsync(effect.Id, Noon.AddSeconds(20), Stop));

        Assert.Contains(effect.Id, await outbox.DueAsync(Noon.AddSeconds(20), 10, static problem => throw problem, Stop));
        Assert.Equal(2, (await outbox.ClaimAsync(effect.Id, Noon.AddSeconds(20), again, Stop))?.Attempt);
    }

    [Fact]
    public async Task Nothing_else_is_hastened()
    {
        var (outbox, effect) = await OpenAsync();
        var other = effect.Id[..^1] + "2";
        await CompleteAsync(outbox, other, new Delivered());
        Assert.False(await outbox.HastenAsync(effect.Id, Noon, Stop));
        Assert.False(await outbox.HastenAsync(other, Noon, Stop));
        Assert.False(await outbox.HastenAsync("NOTTHERE-1.1", Noon, Stop));
        Assert.False(await outbox.HastenAsync("not an id", Noon, Stop));

        // somebody has it: a second one beside them would do the same
        var lease = await outbox.ClaimAsync(effect.Id, Noon, Until, Stop);
        Assert.False(await outbox.HastenAsync(effect.Id, Noon, Stop));
        Assert.True(await outbox.CompleteAsync(lease!, new RetryLater(Noon.AddMinutes(7), "429"), Noon, Stop));

        Assert.False(await outbox.HastenAsync(effect.Id, Noon, Stop));
    }

    [Fact]
    public async Task An_effect_that_the_stream_never_brought_is_due_after_the_grace()
    {
        var (outbox, effect) = await OpenAsync();

        Assert.Empty(await outbox.DueAsync(
            Noon + EffectDelivery.Grace - TimeSpan.FromSeconds(1), 10, static problem => throw problem, Stop));
        Assert.Contains(effect.Id, await outbox.DueAsync(Noon + EffectDelivery.Grace, 10, static problem => throw problem, Stop));
        Assert.Single(await outbox.DueAsync(Noon + EffectDelivery.Grace, 1, static problem => throw problem, Stop));
    }

    [Fact]
    public async Task What_is_not_in_the_outbox_cannot_be_taken()
    {
        var (outbox, _) = await OpenAsync();

        Assert.Null(await outbox.ClaimAsync("NOTTHERE-1.1", Noon, Until, Stop));
        Assert.Null(await outbox.ClaimAsync("not an id", Noon, Until, Stop));
    }

    private static async Task CompleteAsync(IOutbox outbox, string id, DeliveryResult result)
    {
        var lease = await outbox.ClaimAsync(id, Noon, Until, Stop);
        Assert.NotNull(lease);
        Assert.True(await outbox.CompleteAsync(lease, result, Noon, Stop));
    }

    private async ValueTask<(IOutbox Outbox, Effect First)> OpenAsync()
    {
        var (store, outbox) = await OutboxAsync();
        var opening = Opening("Billing", Noon);
        Assert.True(await store.CommitAsync(opening, Stop));
        return (outbox, opening.Effects[0]);
    }
}
