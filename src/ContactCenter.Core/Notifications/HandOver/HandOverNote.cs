using ContactCenter.Core.Common;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Notifications.Notices;
using ContactCenter.Core.Notifications.Text;
using ContactCenter.Core.Settings;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Notifications.HandOver;

/// <summary>
/// Words a hand-over: who goes and who comes, what is open, what was decided, what runs on, what is promised next. The same facts make the
/// same note. Pure.
/// </summary>
public static class HandOverNote
{
    /// <summary>So many lines have room below each heading; the rest is counted.</summary>
    private const int MaximumLines = 10;

    /// <summary>Longest line in characters, so that ten of them fit into a section of Slack.</summary>
    private const int MaximumLine = 140;

    /// <summary>The note as somebody reads it.</summary>
    /// <param name="facts">What there is to tell.</param>
    /// <param name="reader">Who reads it.</param>
    /// <param name="now">When it is sent.</param>
    public static Notice For(HandOverFacts facts, Reader reader, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(reader);
        var going = facts.Moment.Before?.Participant.Name ?? Sentences.HandOverNobody;
        var coming = facts.Moment.After?.Participant.Name ?? Sentences.HandOverNobody;
        string?[] paragraphs =
        [
            Words(facts.Moment.After is { } turn
                ? Sentences.HandOverWho(going, coming, reader.Moment(facts.Moment.At), reader.Moment(turn.To))
                : Sentences.HandOverToNobody(going, reader.Moment(facts.Moment.At))),
            facts.Open.IsEmpty ? Words(Sentences.CommandNothingOpen)
                : List(Sentences.HandOverOpen, facts.Open.Select(incident => Open(incident, reader, now))),
            List(Sentences.HandOverDecided, Decided(facts, reader)),
            List(Sentences.HandOverRunning, Running(facts, reader)),
            List(
                Sentences.HandOverPromised,
                facts.Promised.Select(promise => promise.Promise == PromiseKind.Acknowledge
                    ? Sentences.HandOverAcknowledge(promise.Incident.Id, reader.Moment(promise.At))
                    : Sentences.HandOverResolve(promise.Incident.Id, reader.Moment(promise.At)))),
        ];
        var worst = facts.Open.IsEmpty ? null : $"{facts.Open[0].Severity}";
        return new Notice
        {
            Id = $"hand-over-{facts.Schedule}-{facts.Moment.At.ToUnixTimeSeconds()}",
            Subject = Words(Sentences.HandOverSubject(facts.Schedule, going, coming)),
            Paragraphs = [.. paragraphs.OfType<string>()],
            Brief = Words(worst is null
                ? Sentences.HandOverShortQuiet(facts.Schedule, coming)
                : Sentences.HandOverShort(facts.Schedule, coming, $"{facts.Open.Length}", worst)),
            At = now,
            Reader = reader,
        };

        string Words(string sentence) => reader.Words.Of(sentence);

        string? List(string heading, IEnumerable<string> sentences)
        {
            string[] lines = [.. sentences.Select(sentence => $"• {CleanText.Line(Words(sentence), MaximumLine)}")];
            return lines.Length == 0 ? null : string.Join(
                '\n',
                [
                    Words(heading),
                    .. lines.Take(MaximumLines),
                    .. lines.Length > MaximumLines
                        ? [Words(Sentences.HandOverMore($"{lines.Length - MaximumLines}"))]
                        : Array.Empty<string>(),
                ]);
        }
    }

    private static string Open(Incident incident, Reader reader, DateTimeOffset now) => Sentences.HandOverOne(
        incident.Id,
        $"{incident.Severity}",
        $"{reader.Words.Of(incident.Subject)} {reader.Words.Of(incident.Symptom)}",
        MessageFacts.StateWords(incident.State, incident.Acknowledgement?.By),
        MessageFacts.OwnerWords(incident.Owner),
        MetricText.Duration(now - incident.OpenedAt));

    private static IEnumerable<string> Decided(HandOverFacts facts, Reader reader) =>
        facts.Over.Select(static record => Sentences.HandOverOver(
            record.Id, $"{record.Severity}", record.Subject, record.Note ?? record.Symptom))
        .Concat(facts.Acts.Select(act => Sentences.HandOverAct(act.IncidentId, reader.Words.Of(act.Text))))
        .Concat(facts.Decided.Select(static act => act.Verb switch
        {
            SettingVerb.Made or SettingVerb.Changed => Sentences.HandOverSet(act.Author, KindWords(act.Kind), SubjectOf(act), act.Reason),
            _ => Sentences.HandOverEnded(act.Author, KindWords(act.Kind), SubjectOf(act), act.Reason),
        }));

    private static IEnumerable<string> Running(HandOverFacts facts, Reader reader) =>
        facts.Open.Where(static incident => incident.Acknowledgement?.IsSnooze == true)
            .Select(incident => Sentences.HandOverSnoozed(
                incident.Id, incident.Acknowledgement!.By, reader.Moment(incident.Acknowledgement.ExpiresAt)))
            .Concat(facts.Running.Select(setting => setting.Until is { } until
                ? Sentences.HandOverRuns(KindWords(setting.Kind), setting.Subject, setting.Author, reader.Moment(until))
                : Sentences.HandOverRunsOn(KindWords(setting.Kind), setting.Subject, setting.Author)))
            .Concat(facts.Windows.Select(window =>
                Sentences.HandOverWindow(window.Name, reader.Moment(window.To))));

    private static string SubjectOf(SettingAct act) => (act.After ?? act.Before)?.Subject ?? act.Id;

    private static string KindWords(SettingKind kind) => kind switch
    {
        SettingKind.OnCall => Sentences.SettingOnCall,
        SettingKind.Maintenance => Sentences.SettingMaintenance,
        SettingKind.Mutes => Sentences.SettingMute,
        SettingKind.Queues => Sentences.SettingQueue,
        SettingKind.Announcements => Sentences.SettingAnnouncement,
        SettingKind.Holidays => Sentences.SettingHoliday,
        SettingKind.Fallbacks => Sentences.SettingFallback,
        SettingKind.Thresholds => Sentences.SettingThreshold,
        SettingKind.Repairs => Sentences.SettingRepairs,
        _ => $"{kind}",
    };
}
