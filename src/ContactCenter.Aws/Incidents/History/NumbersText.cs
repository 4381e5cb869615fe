using System.Collections.Immutable;
using System.Globalization;
using ContactCenter.Core.Common;
using ContactCenter.Core.Contacts.Numbers;

namespace ContactCenter.Aws.Incidents.History;

/// <summary>
/// Half an hour as a text of some sixty characters a channel: the letter of the channel and its numbers in a fixed order, nothing between
/// two commas where one could not be computed. A later version may add numbers at the end; what is short lacks them.
/// </summary>
internal static class NumbersText
{
    /// <summary>Nothing happened in the half hour, and it is known that nothing did.</summary>
    private const string Nothing = "-";

    /// <summary>What agents of a routing profile finished of each queue stands behind it.</summary>
    private const string Queues = ",;";

    private static readonly (ContactChannel Channel, char Letter)[] Letters =
    [
        (ContactChannel.Voice, 'V'), (ContactChannel.Chat, 'C'), (ContactChannel.Task, 'T'), (ContactChannel.Email, 'E'),
    ];

    public static string Of(QueueNumbers numbers) => numbers.Channels.IsEmpty
        ? Nothing
        : string.Join(';', numbers.Channels.Select(static entry =>
            Letters.First(pair => pair.Channel == entry.Key).Letter + Join(
                entry.Value.TargetSeconds, entry.Value.Offered, entry.Value.Queued, entry.Value.LeftWithin, entry.Value.Answered,
                entry.Value.AnsweredWithin, entry.Value.Abandoned, entry.Value.AbandonedWithin, entry.Value.AnswerSeconds,
                entry.Value.AbandonSeconds, entry.Value.MaximumWaitSeconds, entry.Value.Handled, entry.Value.HandleSeconds,
                entry.Value.AfterContactSeconds, entry.Value.HoldSeconds, entry.Value.TransferredOut, entry.Value.Callbacks,
                entry.Value.Missed)));

    public static string Of(ProfileNumbers numbers) => Join(
        numbers.OnlineSeconds, numbers.ContactSeconds, numbers.IdleSeconds, numbers.NonProductiveSeconds, numbers.ErrorSeconds,
        numbers.Handled, numbers.HandleSeconds, numbers.HoldSeconds, numbers.TransferredOut) + Of(numbers.Work);

    /// <summary>Reads a queue's half hour; a channel of a letter that is not known here is left out.</summary>
    public static QueueNumbers Queue(string queue, DateTimeOffset at, string text) => new(
        queue,
        at,
        text == Nothing
            ? ImmutableSortedDictionary<ContactChannel, ChannelNumbers>.Empty
            : text.Split(';')
                .Where(static part => Letters.Any(pair => part.StartsWith(pair.Letter)))
                .ToImmutableSortedDictionary(
                    static part => Letters.First(pair => part.StartsWith(pair.Letter)).Channel,
                    static part => Channel(new Columns(part[1..]))));

    public static ProfileNumbers Profile(string profile, DateTimeOffset at, string text)
    {
        var end = text.IndexOf(Queues, StringComparison.Ordinal);
        var columns = new Columns(end < 0 ? text : text[..end]);
        return new ProfileNumbers(profile, at, columns.Next(), columns.Next(), columns.Next(), columns.Next(), columns.Next())
        {
            Handled = columns.Next(),
            HandleSeconds = columns.Next(),
            HoldSeconds = columns.Next(),
            TransferredOut = columns.Next(),
            Work = end < 0 ? null : Work(text[(end + Queues.Length)..]),
        };
    }

    /// <summary>Behind the numbers of all queues; a version that does not know it reads a column that is no number there.</summary>
    private static string Of(WorkByQueue? work) => work is null
        ? ""
        : Queues + string.Join(';', work.Queues.Select(static queue => Uri.EscapeDataString(queue.Key) + "=" + Join(
            queue.Value.Handled, queue.Value.HandleSeconds, queue.Value.HoldSeconds, queue.Value.TransferredOut)));

    private static WorkByQueue Work(string text) => text.Split(';').Select(static part => part.Split('='))
        .Where(static part => part.Length == 2)
        .Aggregate(WorkByQueue.None, static (work, part) =>
        {
            var columns = new Columns(part[1]);
            return work.With(Uri.UnescapeDataString(part[0]), new ProfileWork(
                columns.Next() ?? 0, columns.Next() ?? 0, columns.Next() ?? 0, columns.Next() ?? 0));
        });

    private static ChannelNumbers Channel(Columns columns) => new()
    {
        TargetSeconds = columns.Next(),
        Offered = columns.Next(),
        Queued = columns.Next(),
        LeftWithin = columns.Next(),
        Answered = columns.Next(),
        AnsweredWithin = columns.Next(),
        Abandoned = columns.Next(),
        AbandonedWithin = columns.Next(),
        AnswerSeconds = columns.Next(),
        AbandonSeconds = columns.Next(),
        MaximumWaitSeconds = columns.Next(),
        Handled = columns.Next(),
        HandleSeconds = columns.Next(),
        AfterContactSeconds = columns.Next(),
        HoldSeconds = columns.Next(),
        TransferredOut = columns.Next(),
        Callbacks = columns.Next(),
        Missed = columns.Next(),
    };

    private static string Join(params ReadOnlySpan<long?> numbers)
    {
        var parts = new string[numbers.Length];
        for (var i = 0; i < parts.Length; i++)
        {
            parts[i] = numbers[i]?.ToString(CultureInfo.InvariantCulture) ?? "";
        }

        return string.Join(',', parts);
    }

    private sealed class Columns(string text)
    {
        private readonly string[] _all = text.Split(',');
        private int _next;

        public long? Next() => _next < _all.Length
            && long.TryParse(_all[_next++], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;
    }
}
