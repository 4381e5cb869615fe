using System.Collections.Immutable;
using ContactCenter.Core.Common;
using ContactCenter.Core.Contacts.Numbers;

namespace ContactCenter.Simulation.Center;

/// <summary>
/// What Amazon Connect would answer about half hours: counts come when a contact has ended, at the half hour in which it ended, and only
/// how many came stands where they came. So a half hour that is over still changes.
/// </summary>
/// <param name="start">The time of second 0.</param>
/// <param name="targetSeconds">What "in time" means.</param>
internal sealed class NumbersBook(DateTimeOffset start, int targetSeconds)
{
    private const int SecondsPerMinute = 60;

    private readonly PriorityQueue<EndedContact, DateTimeOffset> _running = new();
    private readonly Dictionary<(string Queue, ContactChannel Channel, DateTimeOffset At), ChannelNumbers> _queues = [];
    private readonly Dictionary<(string Profile, DateTimeOffset At), ProfileNumbers> _profiles = [];
    private readonly WaitBook _waits = new();

    /// <summary>Is told of every contact when it has ended.</summary>
    public Action<EndedContact>? Observer { get; set; }

    /// <summary>An agent has a contact, and will have finished it at a second, the work afterwards included.</summary>
    public void Answer(
        string queue, ContactChannel channel, long enteredAt, long answeredAt, long endsAt, bool isCallback, string? profile = null) => Add(
        new EndedContact(queue, channel, At(enteredAt), At(answeredAt), At(endsAt), isCallback) { Profile = profile });

    /// <summary>A caller has given up.</summary>
    public void Abandon(string queue, long enteredAt, long endedAt) =>
        Add(new EndedContact(queue, ContactChannel.Voice, At(enteredAt), null, At(endedAt), false));

    /// <summary>An agent did not take a call that rang.</summary>
    public void Miss(string queue, long second) => Change(
        queue, ContactChannel.Voice, At(second), static numbers => numbers with { Missed = numbers.Missed + 1 });

    /// <summary>How agents spent the minute that ends at a second.</summary>
    public void Minute(string profile, long endsAt, int online, long contactSeconds, long idleSeconds, int nonProductive, int inError)
    {
        Change(profile, HalfHours.Begin(At(endsAt - SecondsPerMinute)), before => before with
        {
            OnlineSeconds = before.OnlineSeconds + (online * SecondsPerMinute),
            ContactSeconds = before.ContactSeconds + contactSeconds,
            IdleSeconds = before.IdleSeconds + idleSeconds,
            NonProductiveSeconds = before.NonProductiveSeconds + (nonProductive * SecondsPerMinute),
            ErrorSeconds = before.ErrorSeconds + (inError * SecondsPerMinute),
        });
    }

    /// <summary>Takes in what has ended until a second.</summary>
    public void Settle(long second)
    {
        while (_running.TryPeek(out var contact, out var end) && end <= At(second))
        {
            _ = _running.Dequeue();
            Count(contact);
            Observer?.Invoke(contact);
        }
    }

    /// <summary>What is known of the half hours between two moments; of those that began before it did, nothing is.</summary>
    public CenterNumbers Read(IEnumerable<string> queues, IEnumerable<string> profiles, DateTimeOffset from, DateTimeOffset to) => new()
    {
        Queues =
        [
            .. queues.SelectMany(_ => HalfHours.Between(Later(from), to), (queue, at) => new QueueNumbers(
                queue,
                at,
                Enum.GetValues<ContactChannel>()
                    .Where(channel => _queues.ContainsKey((queue, channel, at)))
                    .ToImmutableSortedDictionary(static channel => channel, channel => _queues[(queue, channel, at)]))),
        ],
        Profiles =
        [
            .. profiles.SelectMany(
                _ => HalfHours.Between(Later(from), to),
                (profile, at) => _profiles.GetValueOrDefault((profile, at)) ?? ProfileNumbers.Nobody(profile, at)),
        ],
    };

    /// <summary>How long those waited who ended between two moments; of a time that was over before it began, nothing is known.</summary>
    public WaitReading Waits(IReadOnlyList<string> queues, DateTimeOffset from, DateTimeOffset to) =>
        to <= start ? new WaitReading([], [], []) : new WaitReading(queues, _waits.Between(from, to), []);

    private DateTimeOffset At(long second) => start.AddSeconds(second);

    private DateTimeOffset Later(DateTimeOffset from) => from > start ? from : start;

    private void Add(EndedContact contact) => _running.Enqueue(contact, contact.EndedAt);

    private void Count(EndedContact contact)
    {
        Change(contact.Queue, contact.Channel, contact.EnteredAt, static numbers => numbers with { Offered = numbers.Offered + 1 });
        var waited = (long)((contact.AnsweredAt ?? contact.EndedAt) - contact.EnteredAt).TotalSeconds;
        var within = waited < targetSeconds ? 1 : 0;
        _waits.Add(contact.Queue, contact.Channel, HalfHours.Begin(contact.EndedAt), (int)waited, contact.AnsweredAt is not null);
        Change(contact.Queue, contact.Channel, contact.EndedAt, numbers => numbers with
        {
            Queued = numbers.Queued + 1,
            LeftWithin = numbers.LeftWithin + within,
            MaximumWaitSeconds = Math.Max(numbers.MaximumWaitSeconds!.Value, waited),
        });
        Change(contact.Queue, contact.Channel, contact.EndedAt, contact.AnsweredAt is not { } answered
            ? numbers => numbers with
            {
                Abandoned = numbers.Abandoned + 1,
                AbandonedWithin = numbers.AbandonedWithin + within,
                AbandonSeconds = numbers.AbandonSeconds + waited,
            }
            : numbers => numbers with
            {
                Answered = numbers.Answered + 1,
                AnsweredWithin = numbers.AnsweredWithin + within,
                AnswerSeconds = numbers.AnswerSeconds + waited,
                Handled = numbers.Handled + 1,
                HandleSeconds = numbers.HandleSeconds + (long)(contact.EndedAt - answered).TotalSeconds,
                AfterContactSeconds = numbers.AfterContactSeconds
                    + (long)((contact.EndedAt - answered).TotalSeconds * AgentGroup.AfterContactShare),
                Callbacks = numbers.Callbacks + (contact.IsCallback ? 1 : 0),
            });
        if (contact is { Profile: { } profile, AnsweredAt: { } taken })
        {
            Change(profile, HalfHours.Begin(contact.EndedAt), before => before with
            {
                Handled = before.Handled + 1,
                HandleSeconds = before.HandleSeconds + (long)(contact.EndedAt - taken).TotalSeconds,
                Work = (before.Work ?? WorkByQueue.None).With(
                    contact.Queue, new ProfileWork(1, (long)(contact.EndedAt - taken).TotalSeconds, 0, 0)),
            });
        }
    }

    private void Change(string profile, DateTimeOffset half, Func<ProfileNumbers, ProfileNumbers> change) =>
        _profiles[(profile, half)] = change(_profiles.GetValueOrDefault((profile, half)) ?? ProfileNumbers.Nobody(profile, half));

    private void Change(string queue, ContactChannel channel, DateTimeOffset moment, Func<ChannelNumbers, ChannelNumbers> change)
    {
        var key = (queue, channel, HalfHours.Begin(moment));
        _queues[key] = change(
            _queues.GetValueOrDefault(key) ?? ChannelNumbers.Nothing with { TargetSeconds = targetSeconds });
    }
}

/// <summary>A contact that is over.</summary>
/// <param name="Queue">The queue in which it waited.</param>
/// <param name="Channel">How the customer came.</param>
/// <param name="EnteredAt">When it came into the queue.</param>
/// <param name="AnsweredAt">When an agent took it; null: it was given up.</param>
/// <param name="EndedAt">When it was over, the work after it included.</param>
/// <param name="IsCallback">Somebody who was called back.</param>
public sealed record EndedContact(
    string Queue, ContactChannel Channel, DateTimeOffset EnteredAt, DateTimeOffset? AnsweredAt, DateTimeOffset EndedAt, bool IsCallback)
{
    /// <summary>Routing profile of the agent who had it, where agents of profiles are simulated.</summary>
    public string? Profile { get; init; }
}

/// <summary>Every wait of a simulated center, by the half hour in which it counts.</summary>
internal sealed class WaitBook
{
    private readonly Dictionary<(string Queue, ContactChannel Channel), SortedDictionary<DateTimeOffset, List<int>[]>> _waits = [];

    /// <summary>A contact waited for so many seconds.</summary>
    public void Add(string queue, ContactChannel channel, DateTimeOffset halfHour, int seconds, bool isAnswered)
    {
        if (!_waits.TryGetValue((queue, channel), out var times))
        {
            _waits[(queue, channel)] = times = [];
        }

        if (!times.TryGetValue(halfHour, out var both))
        {
            times[halfHour] = both = [[], []];
        }

        both[isAnswered ? 0 : 1].Add(seconds);
    }

    /// <summary>The waits of the half hours that begin between two moments, the second not included.</summary>
    public IReadOnlyList<ChannelWaits> Between(DateTimeOffset from, DateTimeOffset to)
    {
        var found = new List<ChannelWaits>();
        foreach (var ((queue, channel), times) in _waits.OrderBy(static its => its.Key))
        {
            var its = times.Where(half => half.Key >= from && half.Key < to).Select(static half => half.Value).ToArray();
            if (its.Length > 0)
            {
                found.Add(new ChannelWaits(queue, channel, Of(its, 0), Of(its, 1)));
            }
        }

        return found;

        static WaitCounts Of(List<int>[][] waits, int which) => WaitCounts.Of([.. waits.SelectMany(half => half[which])]);
    }
}
