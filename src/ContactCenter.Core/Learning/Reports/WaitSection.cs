using System.Collections.Immutable;
using ContactCenter.Core.Common;
using ContactCenter.Core.Contacts.Numbers;

namespace ContactCenter.Core.Learning.Reports;

/// <summary>How long contacts of a channel of a queue waited in a period: the counts of its days, added up.</summary>
/// <param name="Queue">The queue.</param>
/// <param name="Channel">The channel.</param>
/// <param name="Answered">Those that were answered.</param>
/// <param name="Abandoned">Those that were given up.</param>
public sealed record WaitSection(string Queue, ContactChannel Channel, WaitCounts Answered, WaitCounts Abandoned)
{
    /// <summary>The channels in which somebody was, in the order of the queues of a report.</summary>
    internal static ImmutableArray<WaitSection> Of(
        ReportPeriod period, ReportSources sources, IReadOnlyList<(string Queue, ContactChannel Channel)> order)
    {
        var place = order.Select(static (queue, index) => (queue, index)).ToDictionary(static one => one.queue, static one => one.index);
        return
        [
            .. In(period, sources).SelectMany(static day => day.Channels)
                .GroupBy(static one => (one.Queue, one.Channel))
                .Select(static its => new WaitSection(
                    its.Key.Queue,
                    its.Key.Channel,
                    its.Aggregate(WaitCounts.None, static (sum, one) => sum.Plus(one.Answered)),
                    its.Aggregate(WaitCounts.None, static (sum, one) => sum.Plus(one.Abandoned))))
                .Where(static one => one.Answered.All + one.Abandoned.All > 0)
                .OrderBy(one => place.GetValueOrDefault((one.Queue, one.Channel), int.MaxValue))
                .ThenBy(static one => one.Queue, StringComparer.Ordinal).ThenBy(static one => one.Channel),
        ];
    }

    /// <summary>Configured queues of which days are not known.</summary>
    internal static ImmutableArray<DataGap> Missing(ReportPeriod period, ReportSources sources)
    {
        var all = period.EndDay.DayNumber - period.FirstDay.DayNumber;
        var known = In(period, sources).SelectMany(static day => day.Queues).CountBy(static queue => queue, StringComparer.Ordinal)
            .ToDictionary(StringComparer.Ordinal);
        return
        [
            .. sources.Configuration.Queues.Select(queue => new DataGap(queue.Name, all - known.GetValueOrDefault(queue.Name), all))
                .Where(static gap => gap.Missing > 0)
                .OrderByDescending(static gap => gap.Missing),
        ];
    }

    private static IEnumerable<WaitDay> In(ReportPeriod period, ReportSources sources) =>
        sources.Waits.Where(day => day.Day >= period.FirstDay && day.Day < period.EndDay);
}
