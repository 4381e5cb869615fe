using ContactCenter.Core.Contacts.Sentiment;
using ContactCenter.Simulation.Stores;

namespace ContactCenter.Core.Tests.Contacts.Sentiment;

public sealed class SentimentFoldTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Scores_reach_the_queue_also_when_the_queue_is_known_later()
    {
        var early = await RunAsync((Heard(1, -0.8), null), (Seen(0), "Cards"));
        var late = await RunAsync((Seen(0), "Cards"), (Heard(1, -0.8), null));

        Assert.Equal("Cards", early.Contact.Queue);
        Assert.Equal(-0.8, early.Queue!.Trend.Average!.Value, 1e-12);
        Assert.Equal(late, early);
    }

    [Fact]
    public async Task A_late_event_does_not_put_a_contact_back_into_an_old_queue()
    {
        var known = await RunAsync((Seen(5), "Cards"), (Seen(1), "General"), (Heard(6, 0.5), null));

        Assert.Equal("Cards", known.Contact.Queue);
    }

    [Fact]
    public async Task One_contact_counts_once_and_at_most_so_many_times()
    {
        var known = await RunAsync([(Seen(0), "Cards"), .. Enumerable.Range(0, 100).Select(_ => (Heard(1, -1), (string?)null))]);

        Assert.Equal(1, known.Queue!.Contacts.Weight, 1e-9);
        Assert.Equal(ContactSentiment.MaximumForQueue, known.Queue.Trend.Weight, 1e-9);
        Assert.Equal(100, known.Contact.Trend.Weight, 1e-9);
    }

    [Fact]
    public async Task A_queue_is_known_from_its_fifth_contact_on_and_forgotten_again()
    {
        var store = new InMemorySentiment();
        RecordedSentiment? known = null;
        var isKnown = new List<bool>();
        for (var i = 0; i < 5; i++)
        {
            known = await store.RecordAsync(
                new ContactSignal($"e{i}", $"c{i}", Noon, null, [-0.5]), "Cards", Noon, TestContext.Current.CancellationToken);
            isKnown.Add(known!.Queue!.IsKnown(Noon));
        }

        Assert.Equal([false, false, false, false, true], isKnown);
        Assert.False(known!.Queue!.IsKnown(Noon + QueueSentiment.HalfLife));
    }

    [Fact]
    public async Task An_event_that_comes_again_changes_nothing()
    {
        var store = new InMemorySentiment();
        var signal = new ContactSignal("e", "c", Noon, null, [-0.5]);

        Assert.NotNull(await store.RecordAsync(signal, "Cards", Noon, TestContext.Current.CancellationToken));
        Assert.Null(await store.RecordAsync(signal, "Cards", Noon, TestContext.Current.CancellationToken));
    }

    private static ContactSignal Heard(int minute, double score) =>
        new(Guid.NewGuid().ToString(), "c", Noon.AddMinutes(minute), null, [score]);

    private static ContactSignal Seen(int minute) => new(Guid.NewGuid().ToString(), "c", Noon.AddMinutes(minute), null, []);

    private static async Task<RecordedSentiment> RunAsync(params (ContactSignal Signal, string? Queue)[] signals)
    {
        var store = new InMemorySentiment();
        RecordedSentiment? known = null;
        foreach (var (signal, queue) in signals)
        {
            known = await store.RecordAsync(signal, queue, Noon, TestContext.Current.CancellationToken);
        }

        return known!;
    }
}
