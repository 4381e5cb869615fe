using System.Collections.Immutable;
using ContactCenter.Core.Common;
using ContactCenter.Core.Contacts.Numbers;
using static ContactCenter.Aws.Tests.Incidents.Samples;

namespace ContactCenter.Aws.Tests.Incidents.History;

/// <summary>What every memory of the center's numbers promises.</summary>
public abstract class NumbersContract
{
    private static readonly ChannelNumbers Some = new()
    {
        TargetSeconds = 20,
        Offered = 12,
        Queued = 11,
        LeftWithin = 9,
        Answered = 10,
        AnsweredWithin = 8,
        Abandoned = 1,
        AbandonedWithin = 0,
        AnswerSeconds = 340,
        AbandonSeconds = null,
        MaximumWaitSeconds = 121,
        Handled = 13,
        HandleSeconds = 3900,
        AfterContactSeconds = 300,
        HoldSeconds = 60,
        TransferredOut = 2,
        Callbacks = 3,
        Missed = 4,
    };

    protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    protected abstract ValueTask<ICenterNumbers> NumbersAsync();

    [Fact]
    public async Task Numbers_come_back_as_they_were_kept_also_what_could_not_be_computed()
    {
        var numbers = await NumbersAsync();
        var queue = Queue("Billing # one", 0, (ContactChannel.Voice, Some), (ContactChannel.Email, Some with { Offered = 0 }));
        var profile = new ProfileNumbers("Generalists", Noon, 7200, 3000, null, 600, 0)
        {
            Handled = 12,
            HandleSeconds = 2900,
            HoldSeconds = 40,
        };
        Assert.Equal(2, await numbers.KeepAsync(new CenterNumbers { Queues = [queue], Profiles = [profile] }, Stop));

        Assert.Equal([queue], await numbers.OfQueueAsync("Billing # one", Noon, Noon.AddMinutes(30), Stop));
        Assert.Equal([profile], await numbers.OfProfileAsync("Generalists", Noon, Noon.AddMinutes(30), Stop));
    }

    [Fact]
    public async Task What_a_group_finished_of_each_queue_comes_back_whatever_the_queue_is_called_and_the_same_again_changes_nothing()
    {
        var numbers = await NumbersAsync();
        ProfileNumbers Profile(params string[] queues) => new("Generalists", Noon, 7200, 3000, 10, 600, 0)
        {
            Handled = 12,
            TransferredOut = null,
            Work = queues.Aggregate(WorkByQueue.None, static (work, queue) => work.With(queue, new ProfileWork(7, 2100, 30, 1))),
        };
        string[] hostile = ["Billing, ; = % one", "Ärger"];
        Assert.Equal(1, await numbers.KeepAsync(new CenterNumbers { Profiles = [Profile(hostile)] }, Stop));
        Assert.Equal(0, await numbers.KeepAsync(new CenterNumbers { Profiles = [Profile(hostile)] }, Stop));

        Assert.Equal([Profile(hostile)], await numbers.OfProfileAsync("Generalists", Noon, Noon.AddMinutes(30), Stop));

        // nothing of any queue is known, and is not the same as that nobody asked
        await numbers.KeepAsync(new CenterNumbers { Profiles = [Profile()] }, Stop);
        Assert.Equal(WorkByQueue.None, (await numbers.OfProfileAsync("Generalists", Noon, Noon.AddMinutes(30), Stop))[0].Work);
    }

    [Fact]
    public async Task The_same_again_changes_nothing_and_what_has_settled_takes_the_place_of_what_was_known()
    {
        var numbers = await NumbersAsync();
        Assert.Equal(2, await KeepAsync(numbers, Queue("Billing", 0, (ContactChannel.Voice, Some)), Queue("Billing", 30)));
        Assert.Equal(0, await KeepAsync(numbers, Queue("Billing", 0, (ContactChannel.Voice, Some)), Queue("Billing", 30)));
        Assert.Equal(
            1,
            await KeepAsync(
                numbers, Queue("Billing", 0, (ContactChannel.Voice, Some with { Offered = 14 })), Queue("Billing", 30)));

        var known = await numbers.OfQueueAsync("Billing", Noon, Noon.AddHours(1), Stop);

        Assert.Equal([14, 0], known.Select(static each => each.In(ContactChannel.Voice).Offered!.Value));
    }

    [Fact]
    public async Task What_was_never_read_is_not_there_and_what_was_read_and_empty_is()
    {
        var numbers = await NumbersAsync();
        await KeepAsync(numbers, Queue("Billing", 0), Queue("Billing", 60));

        var known = await numbers.OfQueueAsync("Billing", Noon, Noon.AddMinutes(90), Stop);
        var all = HalfHours.WithGaps(known, static each => each.At, Noon, Noon.AddMinutes(90)).ToArray();

        Assert.Equal([false, true, false], all.Select(static each => each.Numbers is null));
        Assert.Equal(0, all[0].Numbers!.In(ContactChannel.Chat).Offered);
    }

    [Fact]
    public async Task A_time_is_half_open_over_days_and_of_one_queue_alone()
    {
        var numbers = await NumbersAsync();
        await KeepAsync(
            numbers,
            [
                .. Enumerable.Range(-60, 200).Select(static slot =>
                    Queue("Billing", slot * 30, (ContactChannel.Voice, Some with { Offered = slot }))),
                Queue("Billing2", 0),
            ]);

        var known = await numbers.OfQueueAsync("Billing", Noon.AddDays(-1), Noon.AddDays(1.5), Stop);

        Assert.Equal(
            Enumerable.Range(-48, 120).Select(static slot => (Noon.AddMinutes(slot * 30), (long?)slot)),
            known.Select(static each => (each.At, each.In(ContactChannel.Voice).Offered)));
        Assert.Empty(await numbers.OfProfileAsync("Billing", Noon, Noon.AddDays(1), Stop));
    }

    protected static QueueNumbers Queue(
        string queue, int minutes, params (ContactChannel Channel, ChannelNumbers Numbers)[] channels) => new(
        queue,
        Noon.AddMinutes(minutes),
        channels.ToImmutableSortedDictionary(static each => each.Channel, static each => each.Numbers));

    protected static ValueTask<int> KeepAsync(ICenterNumbers numbers, params QueueNumbers[] queues) =>
        numbers.KeepAsync(new CenterNumbers { Queues = queues }, Stop);
}
