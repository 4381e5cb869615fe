using ContactCenter.Core.Learning.Reviews;
using ContactCenter.Documents.Papers;
using ContactCenter.Documents.Texts;
using ContactCenter.Plots;

namespace ContactCenter.Documents.Reviews;

/// <summary>What an incident cost customers, with how it was estimated.</summary>
internal static class ReviewImpact
{
    /// <summary>The section; nothing where nothing is known.</summary>
    public static IEnumerable<PaperBlock> Of(Review review, TimeZoneInfo zone)
    {
        if (review.Impact is not { } impact)
        {
            return [];
        }

        var seen = impact.Seen;
        return
        [
            new HeadingBlock(Say.SectionImpact),
            new TextBlock(Say.ImpactWindow(
                impact.Queue, PaperWords.Time(impact.From, zone), PaperWords.Time(impact.To, zone))),
            new TableBlock(
                Say.ImpactCaption,
                [Say.ColumnWhat, Say.ColumnSeen, Say.ColumnBeyond, Say.ColumnLeast, Say.ColumnMost],
                [
                    Row(Say.RowOffered, seen.Offered, Opposite(impact.NotArrived)),
                    Row(Say.RowAbandoned, seen.Abandoned, impact.ExtraAbandoned),
                    Row(Say.RowWaitMinutes, seen.WaitSeconds / 60.0, impact.ExtraWaitMinutes),
                    Row(Say.RowLongest, seen.LongestWait / 60.0, null),
                ])
            {
                NumbersFrom = 1,
            },
            .. impact.UsualOffered is null ? Array.Empty<PaperBlock>() : [new TextBlock(Say.ImpactHow($"{impact.Weeks}"))],
            new TextBlock(Say.ImpactNotCounted),
            .. Plot(review, impact, zone),
        ];
    }

    /// <summary>What did not come is what came beyond the usual, the other way round.</summary>
    private static Estimate? Opposite(Estimate? missing) =>
        missing is { } known ? new Estimate(-known.Value, -known.High, -known.Low) : null;

    private static IReadOnlyList<string> Row(string name, double seen, Estimate? beyond) => beyond is { } known
        ? [name, PaperWords.Whole(seen), PaperWords.Whole(known.Value), PaperWords.Whole(known.Low), PaperWords.Whole(known.High)]
        : [name, PaperWords.Whole(seen), "\u2013", "\u2013", "\u2013"];

    /// <summary>Where nobody came nobody waited: that is a gap, and no wait of zero.</summary>
    private static PlotPoint Point(PlottedHalfHour half) => new(half.At, half.Seen is { Waited: > 0 } seen ? seen.MeanWait : null);

    private static IEnumerable<PaperBlock> Plot(Review review, ImpactEstimate impact, TimeZoneInfo zone)
    {
        if (impact.Around.Count(static half => half.Seen is not null) < 2)
        {
            yield break;
        }

        var peak = impact.Around.Max(static half => half.Seen?.MeanWait ?? 0);
        yield return new PlotBlock(
            new LinePlot(
                new PlotFrame(
                    "review-wait", Say.PlotWaitTitle(impact.Queue), Say.PlotWaitDescription(PaperWords.Whole(peak)))
                {
                    Words = PaperWords.OfPlots,
                },
                "s",
                zone,
                [new PlotSeries(Say.PlotWaitLine, [.. impact.Around.Select(Point)])])
            {
                Band =
                [
                    .. impact.Around.Where(static half => half.UsualWait is not null)
                        .Select(static half => new BandPoint(half.At, half.UsualWait!.Low, half.UsualWait.High)),
                ],
                Events =
                [
                    review.Incident.BeganAt,
                    .. review.Incident.ResolvedAt is { } end ? [end] : Array.Empty<DateTimeOffset>(),
                ],
            }.ToSvg(),
            Say.PlotWaitCaption);
    }
}
