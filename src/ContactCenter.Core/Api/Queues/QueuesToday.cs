using System.Collections.Immutable;
using System.ComponentModel;
using ContactCenter.Core.Common;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Contacts.Numbers;

namespace ContactCenter.Core.Api.Queues;

/// <summary>What happened in a channel of a queue today.</summary>
/// <param name="Channel">The channel.</param>
public sealed record ChannelToday(ContactChannel Channel)
{
    /// <summary>Who came.</summary>
    [Description("Contacts that came into the queue.")]
    public long? Offered { get; init; }

    /// <summary>Who was answered.</summary>
    [Description("Contacts that an agent answered.")]
    public long? Answered { get; init; }

    /// <summary>Who gave up.</summary>
    [Description("Contacts that were given up.")]
    public long? Abandoned { get; init; }

    /// <summary>The longest wait.</summary>
    [Description("The longest wait, in seconds.")]
    public long? MaximumWaitSeconds { get; init; }

    /// <summary>The target.</summary>
    [Description("The service target, in seconds.")]
    public long? TargetSeconds { get; init; }

    /// <summary>Who left within it.</summary>
    [Description("Contacts that left the queue within the target, answered or not: the numerator of the service level.")]
    public long? LeftWithin { get; init; }

    /// <summary>Who was in it.</summary>
    [Description("Contacts that were in the queue, by when they left it: the denominator of the service level.")]
    public long? Queued { get; init; }

    /// <summary>The service level.</summary>
    [Description("Service level, in percent: leftWithin of queued, as Amazon Connect computes it. Absent where nobody was in the queue.")]
    public double? ServiceLevelPercent => Queued > 0 && LeftWithin is { } within ? 100.0 * within / Queued : null;

    /// <summary>The sum of half hours. What is unknown in one is unknown in the sum.</summary>
    internal static ChannelToday Of(ContactChannel channel, IReadOnlyCollection<ChannelNumbers> half) => new(channel)
    {
        Offered = Sum(half, static one => one.Offered),
        Answered = Sum(half, static one => one.Answered),
        Abandoned = Sum(half, static one => one.Abandoned),
        LeftWithin = Sum(half, static one => one.LeftWithin),
        Queued = Sum(half, static one => one.Queued),
        MaximumWaitSeconds = half.Max(static one => one.MaximumWaitSeconds),
        TargetSeconds = half.Select(static one => one.TargetSeconds).LastOrDefault(static target => target is not null),
    };

    private static long? Sum(IReadOnlyCollection<ChannelNumbers> half, Func<ChannelNumbers, long?> of) =>
        half.Aggregate((long?)0, (sum, one) => sum + of(one));
}

/// <summary>What happened in the queues today.</summary>
/// <param name="Since">When the day began.</param>
/// <param name="Queues">By queue; one of which nothing is known is left out.</param>
public sealed record TodaysNumbers(DateTimeOffset Since, ImmutableDictionary<string, IReadOnlyList<ChannelToday>> Queues)
{
    /// <summary>The channels of a queue, or null.</summary>
    public IReadOnlyList<ChannelToday>? Of(string queue) => Queues.GetValueOrDefault(queue);
}

/// <summary>
/// What a process knows of the day: half hours change twice an hour, and boards are asked every five seconds, so they are read once a
/// minute.
/// </summary>
/// <param name="numbers">The half hours.</param>
/// <param name="file">The file.</param>
/// <param name="clock">Says which day it is.</param>
public sealed class QueuesToday(ICenterNumbers numbers, ContactCenterConfiguration file, TimeProvider clock)
{
    private static readonly TimeSpan FreshFor = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan UsefulFor = TimeSpan.FromHours(1);

    private KnownView<TodaysNumbers>? _view;

    /// <summary>What is known, or null. It never throws.</summary>
    public ValueTask<TodaysNumbers?> GetAsync() => (_view ??= new(ReadAsync, FreshFor, UsefulFor, clock)).GetAsync();

    private async ValueTask<TodaysNumbers?> ReadAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var zone = TimeZoneInfo.FindSystemTimeZoneById(file.TimeZone);
        var since = LocalDay.Begin(TimeZoneInfo.ConvertTime(now, zone).Date, zone);
        var known = ImmutableDictionary.CreateBuilder<string, IReadOnlyList<ChannelToday>>(StringComparer.Ordinal);
        foreach (var queue in file.Queues)
        {
            var half = await numbers.OfQueueAsync(queue.Name, since, now, cancellationToken);
            if (half.Count > 0)
            {
                known[queue.Name] =
                [
                    .. half.SelectMany(static one => one.Channels).GroupBy(static one => one.Key, static one => one.Value)
                        .OrderBy(static channel => channel.Key)
                        .Select(static channel => ChannelToday.Of(channel.Key, [.. channel])),
                ];
            }
        }

        return new TodaysNumbers(since, known.ToImmutable());
    }
}
