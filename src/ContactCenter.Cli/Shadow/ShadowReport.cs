using ContactCenter.Aws.Incidents;
using ContactCenter.Cli.Replay;
using ContactCenter.Core.Common;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Monitoring.Alarms;
using ContactCenter.Core.Notifications.Text;

namespace ContactCenter.Cli.Shadow;

/// <summary>What a deployment in shadow would have told whom, from what its table keeps: the same account as that of a replay.</summary>
internal static class ShadowReport
{
    /// <summary>Every message, in order of time.</summary>
    /// <param name="record">What the table keeps.</param>
    /// <param name="since">Only those from then on.</param>
    /// <param name="reader">In whose language each says what it is about; what is stored is English.</param>
    public static IReadOnlyList<ShadowMessage> Messages(KeptRecord record, DateTimeOffset since, Reader reader) =>
    [
        .. record.Effects.OfType<NotifyEffect>().Where(notify => notify.At >= since).Select(notify => new ShadowMessage(
            notify.At,
            notify.IncidentId,
            notify.Message.Severity.ToString(),
            notify.Audience,
            notify.Channel.ToString().ToLowerInvariant(),
            CleanText.Line(notify.To, 200),
            notify.Message.Occasion.ToString(),
            PlainText.Subject(notify.Message.For(reader)))),
    ];

    /// <summary>What it came to.</summary>
    public static ReplaySummary Summary(ContactCenterConfiguration configuration, KeptRecord record, DateTimeOffset since)
    {
        var book = new ReplayBook(configuration);
        var opened = record.Incidents.Where(incident => incident.OpenedAt >= since);
        foreach (var incident in opened.OrderBy(static incident => incident.OpenedAt))
        {
            book.Note(incident.OpenedAt, incident, []);
        }

        var byCode = record.Incidents.ToLookup(static incident => incident.Key.Code, StringComparer.Ordinal);
        foreach (var (code, track) in record.Tracks)
        {
            foreach (var moment in track.Moments.Where(moment => moment.State == AlarmState.Alarm && moment.At >= since))
            {
                var before = byCode[code].Where(incident => incident.OpenedAt <= moment.At);
                if (before.MaxBy(static incident => incident.OpenedAt) is { } incident)
                {
                    book.NoteRed(moment.At, track.Id, incident);
                }
            }
        }

        var effects = record.Effects.Where(effect => effect.At >= since).ToArray();
        foreach (var effect in effects)
        {
            if (record.Find(effect.IncidentId) is { } incident)
            {
                book.Note(effect.At, incident, [effect]);
            }
        }

        return book.Summary(
            new ReplayTotals(
                0,
                record.Unreadable,
                0,
                0,
                effects.OfType<NotifyEffect>().Count(),
                effects.OfType<RemediateEffect>().Count()),
            []);
    }
}

/// <summary>A message that nobody got.</summary>
/// <param name="At">When it would have been sent.</param>
/// <param name="Incident">What it is about.</param>
/// <param name="Severity">How bad that was then.</param>
/// <param name="Audience">Who would have been told.</param>
/// <param name="Channel">By which channel.</param>
/// <param name="To">Where.</param>
/// <param name="Occasion">Why.</param>
/// <param name="Subject">The message in a line.</param>
internal sealed record ShadowMessage(
    DateTimeOffset At, string Incident, string Severity, string Audience, string Channel, string To, string Occasion, string Subject);
