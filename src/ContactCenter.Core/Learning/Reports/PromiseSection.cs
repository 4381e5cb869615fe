using System.Collections.Immutable;
using ContactCenter.Core.Contacts.Promises;

namespace ContactCenter.Core.Learning.Reports;

/// <summary>How a promise to contacts was kept in a period.</summary>
/// <param name="Promise">Its name.</param>
/// <param name="Count">In the period.</param>
/// <param name="Before">In the period before.</param>
/// <param name="Satisfaction">The mean rating that is aimed at, or null.</param>
public sealed record PromiseSection(string Promise, PromiseCount Count, PromiseCount Before, double? Satisfaction)
{
    /// <summary>Share of those that an agent had in time.</summary>
    public Share Answered => new(Count.Answered, Count.AnsweredOf);

    /// <summary>Share of those that were over in time.</summary>
    public Share Resolved => new(Count.Resolved, Count.ResolvedOf);

    /// <summary>Mean rating; null: nobody rated.</summary>
    public double? Rating => Count.Ratings > 0 ? (double)Count.RatingSum / Count.Ratings : null;

    /// <summary>Counts the promises of the file; none where nothing was counted: then nobody watched them.</summary>
    internal static ImmutableArray<PromiseSection> Of(ReportPeriod period, ReportSources sources)
    {
        var (first, end, earlier) = (period.FirstDay, period.EndDay, period.Before.FirstDay);
        return sources.Promises.Count == 0
            ? []
            :
        [
            .. sources.Configuration.Contacts.Promises.Select(promise => new PromiseSection(
                promise.Name, Sum(promise.Name, first, end), Sum(promise.Name, earlier, first), promise.Satisfaction)),
        ];

        PromiseCount Sum(string name, DateOnly from, DateOnly to) => sources.Promises
            .Where(day => day.Day >= from && day.Day < to)
            .Aggregate(PromiseCount.None, (sum, day) => sum.Plus(day.Promises.GetValueOrDefault(name, PromiseCount.None)));
    }
}
