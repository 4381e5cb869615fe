using System.Globalization;
using ContactCenter.Core.Common;
using ContactCenter.Core.Contacts.Numbers;

namespace ContactCenter.Cli.History;

/// <summary>Half hours of queues and routing profiles in words and in columns; a gap has no number, and a zero has one.</summary>
internal static class NumbersLines
{
    private static readonly (string Name, Func<ChannelNumbers, long?> Value)[] OfQueues =
    [
        ("targetSeconds", static numbers => numbers.TargetSeconds), ("offered", static numbers => numbers.Offered),
        ("queued", static numbers => numbers.Queued), ("leftWithin", static numbers => numbers.LeftWithin),
        ("answered", static numbers => numbers.Answered), ("answeredWithin", static numbers => numbers.AnsweredWithin),
        ("abandoned", static numbers => numbers.Abandoned), ("abandonedWithin", static numbers => numbers.AbandonedWithin),
        ("answerSeconds", static numbers => numbers.AnswerSeconds), ("abandonSeconds", static numbers => numbers.AbandonSeconds),
        ("maximumWaitSeconds", static numbers => numbers.MaximumWaitSeconds), ("handled", static numbers => numbers.Handled),
        ("handleSeconds", static numbers => numbers.HandleSeconds), ("afterContactSeconds", static numbers => numbers.AfterContactSeconds),
        ("holdSeconds", static numbers => numbers.HoldSeconds), ("transferredOut", static numbers => numbers.TransferredOut),
        ("callbacks", static numbers => numbers.Callbacks), ("missed", static numbers => numbers.Missed),
    ];

    private static readonly (string Name, Func<ProfileNumbers, long?> Value)[] OfProfiles =
    [
        ("onlineSeconds", static numbers => numbers.OnlineSeconds), ("contactSeconds", static numbers => numbers.ContactSeconds),
        ("idleSeconds", static numbers => numbers.IdleSeconds), ("nonProductiveSeconds", static numbers => numbers.NonProductiveSeconds),
        ("errorSeconds", static numbers => numbers.ErrorSeconds), ("handled", static numbers => numbers.Handled),
        ("handleSeconds", static numbers => numbers.HandleSeconds), ("holdSeconds", static numbers => numbers.HoldSeconds),
        ("transferredOut", static numbers => numbers.TransferredOut),
    ];

    /// <summary>The first line of a table of a queue.</summary>
    public static string QueueColumns => string.Join(',', OfQueues.Select(static column => column.Name).Prepend("timestamp"));

    /// <summary>The first line of a table of a routing profile.</summary>
    public static string ProfileColumns => string.Join(',', OfProfiles.Select(static column => column.Name).Prepend("timestamp"));

    /// <summary>Half an hour of a queue as a row; of a gap all but the time is empty.</summary>
    public static string Row(DateTimeOffset at, ChannelNumbers? numbers) => Row(at, numbers, OfQueues);

    /// <summary>Half an hour of a routing profile as a row.</summary>
    public static string Row(DateTimeOffset at, ProfileNumbers? numbers) => Row(at, numbers, OfProfiles);

    /// <summary>Half an hour of a queue for people.</summary>
    public static string Line(string at, ChannelNumbers? numbers) => numbers is null
        ? Say.NumbersUnknown(at)
        : Say.NumbersOfQueue(
            at,
            Number(numbers.Offered),
            Number(numbers.Answered),
            Number(numbers.AnsweredWithin),
            Number(numbers.Abandoned),
            Time(numbers.MaximumWaitSeconds, 1),
            Time(numbers.AnswerSeconds, numbers.Answered),
            Time(numbers.HandleSeconds, numbers.Handled));

    /// <summary>Half an hour of a routing profile for people.</summary>
    public static string Line(string at, ProfileNumbers? numbers) => numbers is null
        ? Say.NumbersUnknown(at)
        : Say.NumbersOfProfile(
            at,
            Time(numbers.OnlineSeconds, 1),
            Time(numbers.ContactSeconds, 1),
            Time(numbers.IdleSeconds, 1),
            Time(numbers.NonProductiveSeconds, 1));

    private static string Row<T>(DateTimeOffset at, T? numbers, (string Name, Func<T, long?> Value)[] columns)
        where T : class => string.Join(
        ',',
        columns.Select(column => numbers is null ? "" : column.Value(numbers)?.ToString(CultureInfo.InvariantCulture) ?? "")
            .Prepend(at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)));

    private static string Number(long? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "?";

    private static string Time(long? seconds, long? count) =>
        seconds is { } sum && count is > 0 ? MetricText.Duration(TimeSpan.FromSeconds(sum / count.Value)) : "-";
}

/// <summary>Half an hour of a queue as <c>history numbers --json</c> prints it.</summary>
/// <param name="At">When it begins.</param>
/// <param name="Queue">The queue.</param>
/// <param name="Channel">The channel.</param>
/// <param name="Numbers">What happened; null: it is not known.</param>
internal sealed record QueueLine(DateTimeOffset At, string Queue, ContactChannel Channel, ChannelNumbers? Numbers);

/// <summary>Half an hour of a routing profile as <c>history numbers --json</c> prints it.</summary>
/// <param name="At">When it begins.</param>
/// <param name="Profile">The routing profile.</param>
/// <param name="Numbers">How agents spent it; null: it is not known.</param>
internal sealed record ProfileLine(DateTimeOffset At, string Profile, ProfileNumbers? Numbers);
