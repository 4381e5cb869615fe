using System.Collections.Immutable;
using ContactCenter.Core.Common;

namespace ContactCenter.Core.Contacts.Numbers;

/// <summary>
/// What happened in a channel of a queue in half an hour: counts and sums of seconds, so that longer times and several queues are sums, and
/// rates are made of numerators and denominators. Null: Amazon Connect could not compute it.
/// </summary>
public sealed record ChannelNumbers
{
    /// <summary>The service target that counts with it, in seconds: what is within it took less. Null where nothing happened.</summary>
    public long? TargetSeconds { get; init; }

    /// <summary>Contacts that came into the queue in the half hour; what a forecast is made of.</summary>
    public long? Offered { get; init; }

    /// <summary>
    /// Contacts that were in the queue, by when they ended, as the other counts are; the denominator of the service level.
    /// </summary>
    public long? Queued { get; init; }

    /// <summary>
    /// Contacts that left the queue within the target: answered, given up, or taken out; the numerator of the service level.
    /// </summary>
    public long? LeftWithin { get; init; }

    /// <summary>Contacts of the queue that an agent answered.</summary>
    public long? Answered { get; init; }

    /// <summary>Those of them within the target.</summary>
    public long? AnsweredWithin { get; init; }

    /// <summary>Contacts that were given up in the queue; callbacks that were taken up are none of them.</summary>
    public long? Abandoned { get; init; }

    /// <summary>Those of them within the target.</summary>
    public long? AbandonedWithin { get; init; }

    /// <summary>Seconds that the answered waited together.</summary>
    public long? AnswerSeconds { get; init; }

    /// <summary>Seconds that those waited together who gave up: how patient customers are.</summary>
    public long? AbandonSeconds { get; init; }

    /// <summary>The longest wait, in seconds; of several half hours the highest counts, not the sum.</summary>
    public long? MaximumWaitSeconds { get; init; }

    /// <summary>Contacts that agents finished, those included that agents began themselves.</summary>
    public long? Handled { get; init; }

    /// <summary>Seconds that agents had them: talk, hold and the work afterwards.</summary>
    public long? HandleSeconds { get; init; }

    /// <summary>Seconds of that after the contact.</summary>
    public long? AfterContactSeconds { get; init; }

    /// <summary>Seconds of that on hold.</summary>
    public long? HoldSeconds { get; init; }

    /// <summary>Contacts that were transferred out of the queue or by its agents.</summary>
    public long? TransferredOut { get; init; }

    /// <summary>Callbacks that agents finished; they are among the handled.</summary>
    public long? Callbacks { get; init; }

    /// <summary>Times that an agent was offered a contact and did not take it.</summary>
    public long? Missed { get; init; }

    /// <summary>Nothing happened: Amazon Connect leaves out what has no contact.</summary>
    public static ChannelNumbers Nothing { get; } = new()
    {
        Offered = 0,
        Queued = 0,
        LeftWithin = 0,
        Answered = 0,
        AnsweredWithin = 0,
        Abandoned = 0,
        AbandonedWithin = 0,
        AnswerSeconds = 0,
        AbandonSeconds = 0,
        MaximumWaitSeconds = 0,
        Handled = 0,
        HandleSeconds = 0,
        AfterContactSeconds = 0,
        HoldSeconds = 0,
        TransferredOut = 0,
        Callbacks = 0,
        Missed = 0,
    };
}

/// <summary>What happened in a queue in half an hour.</summary>
/// <param name="Queue">Its name.</param>
/// <param name="At">When the half hour begins.</param>
/// <param name="Channels">The channels in which something happened.</param>
public sealed record QueueNumbers(string Queue, DateTimeOffset At, ImmutableSortedDictionary<ContactChannel, ChannelNumbers> Channels)
{
    /// <summary>What happened in a channel; where nothing did, zeros.</summary>
    public ChannelNumbers In(ContactChannel channel) => Channels.GetValueOrDefault(channel) ?? ChannelNumbers.Nothing;

    /// <inheritdoc/>
    public bool Equals(QueueNumbers? other) =>
        other is not null && (Queue, At) == (other.Queue, other.At) && Channels.SequenceEqual(other.Channels);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Queue, At, Channels.Count);
}

/// <summary>
/// How agents of a routing profile spent half an hour, in seconds together; for which queue or channel, Amazon Connect does not tell.
/// Occupancy is contact by contact and idle.
/// </summary>
/// <param name="Profile">Name of the routing profile.</param>
/// <param name="At">When the half hour begins.</param>
/// <param name="OnlineSeconds">Not offline.</param>
/// <param name="ContactSeconds">With a contact, or in the work after one.</param>
/// <param name="IdleSeconds">Ready, without a contact.</param>
/// <param name="NonProductiveSeconds">In a status of their own, such as a break.</param>
/// <param name="ErrorSeconds">In the status of an error, such as after a contact that was not taken.</param>
public sealed record ProfileNumbers(
    string Profile, DateTimeOffset At, long? OnlineSeconds, long? ContactSeconds, long? IdleSeconds, long? NonProductiveSeconds,
    long? ErrorSeconds)
{
    /// <summary>Contacts that they finished in any channel; null: it was not read, as before this was kept.</summary>
    public long? Handled { get; init; }

    /// <summary>Seconds that they had those: talk, hold and the work afterwards.</summary>
    public long? HandleSeconds { get; init; }

    /// <summary>Seconds of that on hold.</summary>
    public long? HoldSeconds { get; init; }

    /// <summary>Contacts that they transferred.</summary>
    public long? TransferredOut { get; init; }

    /// <summary>The same by queue; null: it was not asked for, which is so unless hints for coaching are made of it.</summary>
    public WorkByQueue? Work { get; init; }

    /// <summary>Seconds in which agents were there to work: with a contact or idle; null where one of both is not known.</summary>
    public long? StaffedSeconds => ContactSeconds + IdleSeconds;

    /// <summary>Nobody was there.</summary>
    public static ProfileNumbers Nobody(string profile, DateTimeOffset at) => new(profile, at, 0, 0, 0, 0, 0)
    {
        Handled = 0,
        HandleSeconds = 0,
        HoldSeconds = 0,
        TransferredOut = 0,
    };
}

/// <summary>Contacts that the agents of a routing profile finished.</summary>
/// <param name="Handled">How many.</param>
/// <param name="HandleSeconds">Seconds that they had those.</param>
/// <param name="HoldSeconds">Seconds of that on hold.</param>
/// <param name="TransferredOut">Contacts that they transferred.</param>
public sealed record ProfileWork(long Handled, long HandleSeconds, long HoldSeconds, long TransferredOut)
{
    /// <summary>Nothing.</summary>
    public static ProfileWork None { get; } = new(0, 0, 0, 0);

    /// <summary>These and others.</summary>
    public ProfileWork Plus(ProfileWork other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return new ProfileWork(
            Handled + other.Handled, HandleSeconds + other.HandleSeconds, HoldSeconds + other.HoldSeconds,
            TransferredOut + other.TransferredOut);
    }
}

/// <summary>What agents of a routing profile finished together, by queue; a queue of which they finished nothing is not there.</summary>
/// <param name="Queues">By name of the queue.</param>
public sealed record WorkByQueue(ImmutableSortedDictionary<string, ProfileWork> Queues)
{
    /// <summary>Nothing of any queue.</summary>
    public static WorkByQueue None { get; } = new(ImmutableSortedDictionary.Create<string, ProfileWork>(StringComparer.Ordinal));

    /// <summary>With more contacts of a queue.</summary>
    public WorkByQueue With(string queue, ProfileWork more)
    {
        ArgumentNullException.ThrowIfNull(more);
        return new WorkByQueue(Queues.SetItem(queue, Queues.GetValueOrDefault(queue, ProfileWork.None).Plus(more)));
    }

    /// <inheritdoc/>
    public bool Equals(WorkByQueue? other) => other is not null && Queues.SequenceEqual(other.Queues);

    /// <inheritdoc/>
    public override int GetHashCode() => Queues.Count;
}

/// <summary>What Amazon Connect says of half hours. What could not be read is not in it, and told.</summary>
public sealed record CenterNumbers
{
    /// <summary>Queues that were asked about and answered, each with every half hour of the time.</summary>
    public IReadOnlyList<QueueNumbers> Queues { get; init; } = [];

    /// <summary>The same of routing profiles.</summary>
    public IReadOnlyList<ProfileNumbers> Profiles { get; init; } = [];

    /// <summary>What could not be read, and why.</summary>
    public IReadOnlyList<string> Problems { get; init; } = [];
}

/// <summary>Tells the numbers of a contact center by the half hour.</summary>
public interface INumbersSource
{
    /// <summary>All half hours that begin between two moments, the second not included.</summary>
    /// <param name="from">When the first half hour begins.</param>
    /// <param name="to">When the last one ends; at most <see cref="NumbersKeeper.Window"/> later, and over.</param>
    /// <param name="cancellationToken">Stops the requests.</param>
    Task<CenterNumbers> ReadAsync(DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken);
}

/// <summary>Keeps the numbers of a contact center, by queue or routing profile and half hour. What is not there is not known.</summary>
public interface ICenterNumbers
{
    /// <summary>Keeps numbers in the place of what was known of the same half hours; the same ones again change nothing.</summary>
    /// <returns>How many half hours of queues and routing profiles were new or are others now.</returns>
    ValueTask<int> KeepAsync(CenterNumbers numbers, CancellationToken cancellationToken);

    /// <summary>What is known of a queue's half hours that begin between two moments, the second not included, in order.</summary>
    ValueTask<IReadOnlyList<QueueNumbers>> OfQueueAsync(
        string queue, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken);

    /// <summary>The same of a routing profile.</summary>
    ValueTask<IReadOnlyList<ProfileNumbers>> OfProfileAsync(
        string profile, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken);
}
