using System.Globalization;
using ContactCenter.Core.Common;
using ContactCenter.Core.Contacts.Numbers;
using ContactCenter.Web.Serving;

namespace ContactCenter.Web.Contacts;

/// <summary>What happened in a channel over some time.</summary>
/// <param name="Channel">The channel.</param>
/// <param name="Half">Its half hours.</param>
public sealed record ChannelSum(ContactChannel Channel, IReadOnlyList<ChannelNumbers> Half)
{
    /// <summary>Contacts that came in.</summary>
    public long Offered => Sum(static one => one.Offered);

    /// <summary>Contacts that were answered.</summary>
    public long Answered => Sum(static one => one.Answered);

    /// <summary>Contacts that were given up.</summary>
    public long Abandoned => Sum(static one => one.Abandoned);

    /// <summary>The numerator of the service level.</summary>
    public long Within => Sum(static one => one.LeftWithin);

    /// <summary>The denominator of the service level.</summary>
    public long Queued => Sum(static one => one.Queued);

    /// <summary>The target, in seconds; null: nothing happened.</summary>
    public long? TargetSeconds => Half.Select(static one => one.TargetSeconds).LastOrDefault(static target => target is not null);

    /// <summary>Seconds that the answered waited on average; null where nobody was answered.</summary>
    public double? AnswerSeconds => Answered > 0 ? (double)Sum(static one => one.AnswerSeconds) / Answered : null;

    /// <summary>Seconds that agents had a contact on average; null where none was handled.</summary>
    public double? HandleSeconds =>
        Sum(static one => one.Handled) is > 0 and var handled ? (double)Sum(static one => one.HandleSeconds) / handled : null;

    private long Sum(Func<ChannelNumbers, long?> of) => Half.Sum(one => of(one) ?? 0);
}

/// <summary>What the page of contacts shows.</summary>
public sealed record ContactsModel
{
    /// <summary>Days that are looked at: four whole weeks, so that each weekday counts as often.</summary>
    public const int Days = 28;

    /// <summary>The queues, in the order of the file.</summary>
    public required IReadOnlyList<string> Queues { get; init; }

    /// <summary>The queue that is looked at; null: there is none.</summary>
    public string? Queue { get; init; }

    /// <summary>The service level that the file sets as its target, in percent.</summary>
    public double Target { get; init; }

    /// <summary>The channel of the plots.</summary>
    public ContactChannel Channel { get; init; }

    /// <summary>Its half hours.</summary>
    public IReadOnlyList<QueueNumbers> Half { get; init; } = [];

    /// <summary>What happened by channel.</summary>
    public IReadOnlyList<ChannelSum> Channels { get; init; } = [];

    /// <summary>Asks for it.</summary>
    internal static async Task<(ContactsModel? Model, Problem? Problem)> LoadAsync(
        Answers answers, string? queue, string? channel, DateTimeOffset now)
    {
        var (list, problem) = await answers.GetAsync("/queues", ConsoleJson.Default.QueueList);
        if (list is null)
        {
            return (null, problem);
        }

        var model = new ContactsModel { Queues = [.. list.Items.Select(static one => one.Name)] };
        if ((model.Queues.Contains(queue) ? queue : (model.Queues.Count > 0 ? model.Queues[0] : null)) is not { } chosen)
        {
            return (model, null);
        }

        var (half, unknown) = await answers.GetAsync(
            $"/history/queues/{Answers.Part(chosen)}",
            ConsoleJson.Default.QueueHalfHours,
            ("from", Day(now.AddDays(1 - Days))),
            ("to", Day(now)));
        if (half is null)
        {
            return (null, unknown);
        }

        ChannelSum[] channels =
        [
            .. half.Items.SelectMany(static one => one.Channels).GroupBy(static one => one.Key, static one => one.Value)
                .OrderBy(static one => one.Key).Select(static one => new ChannelSum(one.Key, [.. one])),
        ];
        var wanted = Enum.TryParse<ContactChannel>(channel, ignoreCase: true, out var read) ? read : ContactChannel.Voice;
        return (model with
        {
            Queue = chosen,
            Target = list.Items.First(one => one.Name == chosen).TargetPercent ?? 0,
            Half = half.Items,
            Channels = channels,
            Channel = channels.Any(one => one.Channel == wanted) ? wanted : channels.FirstOrDefault()?.Channel ?? ContactChannel.Voice,
        }, null);

        static string Day(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    }
}
