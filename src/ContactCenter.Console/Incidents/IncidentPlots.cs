using System.Globalization;
using ContactCenter.Core.Common;
using ContactCenter.Core.Contacts.Numbers;
using ContactCenter.Core.Monitoring.Anomalies;
using ContactCenter.Plots;
using ContactCenter.Web.Serving;
using ContactCenter.Web.Texts;

namespace ContactCenter.Web.Incidents;

/// <summary>What went on in the queue around an incident, as plots.</summary>
internal static class IncidentPlots
{
    /// <summary>When something happened that is drawn in, with what it was.</summary>
    public static IReadOnlyList<(DateTimeOffset At, string Text)> Events(IncidentModel model)
    {
        var incident = model.Incident;
        (DateTimeOffset? At, string Text)[] all =
        [
            (model.Record?.BeganAt ?? incident.OpenedAt, Say.EventBegan),
            (model.Record?.ToldAt, Say.EventTold),
            (model.Record?.AcknowledgedAt, Say.EventTaken),
            .. (model.Record?.Repairs ?? []).Select(static repair => ((DateTimeOffset?)repair.AskedAt, Say.EventRepair(repair.Repair))),
            (incident.MitigatedAt, Say.EventQuiet),
            (incident.ResolvedAt, Say.EventOver),
        ];
        return
        [
            .. all.Where(static one => one.At is not null)
                .Select(static one => (At: one.At!.Value, one.Text))
                .OrderBy(static one => one.At),
        ];
    }

    /// <summary>The longest wait and the contacts of the queue by the half hour; null where too little is known.</summary>
    public static (string Waits, string Contacts)? Of(IncidentModel model, PageReader reader)
    {
        var half = model.HalfHours;
        if (half.Count < 2)
        {
            return null;
        }

        PlotPoint[] Points(Func<ChannelNumbers, long?> of) =>
            [.. half.Select(one => new PlotPoint(one.At, of(one.In(ContactChannel.Voice))))];
        var queue = model.Incident.Resource;
        var events = Events(model);
        var waits = Points(static channel => channel.MaximumWaitSeconds);
        var peak = waits.MaxBy(static point => point.Value ?? 0);
        return (
            new LinePlot(
                new PlotFrame(
                    "plot-wait", Say.PlotWaitTitle(queue),
                    Say.PlotWaitDescription(Whole(peak.Value), reader.Clock(peak.At), Told(events, reader)))
                {
                    Words = PageReader.PlotWords,
                },
                "s",
                reader.Zone,
                [new PlotSeries(Say.PlotWait, waits)])
            {
                Events = [.. events.Select(static one => one.At)],
            }.ToSvg(),
            new LinePlot(
                new PlotFrame("plot-contacts", Say.PlotContactsTitle(queue), Say.PlotContactsDescription(Told(events, reader)))
                {
                    Words = PageReader.PlotWords,
                },
                Say.PlotContactsUnit,
                reader.Zone,
                [
                    new PlotSeries(Say.PlotOffered, Points(static channel => channel.Offered)),
                    new PlotSeries(Say.PlotAnswered, Points(static channel => channel.Answered)),
                    new PlotSeries(Say.PlotAbandoned, Points(static channel => channel.Abandoned)),
                ])
            {
                IsWhole = true,
                Events = [.. events.Select(static one => one.At)],
            }.ToSvg());
    }

    /// <summary>
    /// Who waited by ten minutes, the most of each, with what was to be expected behind it; null where nobody has learned that.
    /// </summary>
    public static string? Expected(IncidentModel model, PageReader reader)
    {
        var bands = model.Bands;
        if (bands.Count < 2)
        {
            return null;
        }

        var (queue, events, most) = (model.Incident.Resource, Events(model), bands.MaxBy(static band => band.Most)!);
        return new LinePlot(
            new PlotFrame(
                "plot-expected", Say.PlotWaitingTitle(queue),
                Say.PlotWaitingDescription(Whole(most.Most), reader.Clock(most.At), Whole(most.Low), Whole(most.High)))
            {
                Words = PageReader.PlotWords,
            },
            Say.PlotContactsUnit,
            reader.Zone,
            [
                new PlotSeries(
                    Say.PlotWaiting,
                    [.. Parted(bands, static band => new PlotPoint(band.At, band.Most), static at => new PlotPoint(at, null))]),
            ])
        {
            IsWhole = true,
            Band =
            [
                .. Parted(
                    bands, static band => new BandPoint(band.At, band.Low, band.High), static at => new(at, double.NaN, double.NaN)),
            ],
            Events = [.. events.Select(static one => one.At)],
        }.ToSvg();
    }

    /// <summary>While a queue is closed nothing is known of it, and no line leads over that.</summary>
    private static IEnumerable<T> Parted<T>(IReadOnlyList<KeptBand> bands, Func<KeptBand, T> point, Func<DateTimeOffset, T> gap)
    {
        for (var i = 0; i < bands.Count; i++)
        {
            if (i > 0 && bands[i].At - bands[i - 1].At > 2 * KeptBand.Length)
            {
                yield return gap(bands[i - 1].At + KeptBand.Length);
            }

            yield return point(bands[i]);
        }
    }

    private static string Told(IReadOnlyList<(DateTimeOffset At, string Text)> events, PageReader reader) => string.Join(
        "; ", events.Select((one, index) => $"{index + 1}: {one.Text}, {reader.Clock(one.At)}"));

    private static string Whole(double? value) => (value ?? 0).ToString("0", CultureInfo.InvariantCulture);
}
