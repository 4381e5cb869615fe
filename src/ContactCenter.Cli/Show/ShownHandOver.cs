using System.Text.Json.Nodes;
using ContactCenter.Cli.Invoke;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Monitoring.Alarms;
using ContactCenter.Core.Monitoring.Parsing;
using ContactCenter.Core.Notifications.HandOver;
using ContactCenter.Core.Notifications.Notices;

namespace ContactCenter.Cli.Show;

/// <summary>
/// The note at the end of each turn on call, with the incident of an alarm open, as whoever goes and whoever comes would read it.
/// </summary>
internal sealed class ShownHandOver(ContactCenterConfiguration configuration)
{
    /// <summary>Since then the alarm is red.</summary>
    private static readonly TimeSpan Red = TimeSpan.FromMinutes(47);

    /// <summary>The notes, by schedule; who comes first.</summary>
    /// <exception cref="InputException">There is nobody to tell.</exception>
    public async Task<IReadOnlyList<ShownNote>> FindAsync(InvokeInput alarm, DateTimeOffset now, CancellationToken cancellation)
    {
        if (configuration.OnCall.Count == 0)
        {
            throw new InputException(Say.NoScheduleToShow);
        }

        var begin = AlarmParser.Parse(alarm.Bytes, now, configuration.ForeignAlarms)[0] is ChangedAlarm changed ? changed.Change.At : now;
        using var system = new ShownSystem(configuration, begin);
        _ = await system.HearAsync(alarm.Bytes, begin);
        var notes = new List<ShownNote>();
        foreach (var (schedule, settings) in configuration.OnCall)
        {
            if (await system.HandOverAsync(schedule, begin + Red, cancellation) is not { } facts)
            {
                continue;
            }

            foreach (var person in new[] { facts.Moment.After?.Participant, facts.Moment.Before?.Participant }
                .OfType<OnCallParticipant>().Distinct())
            {
                var reader = system.ReaderOf(schedule, person);
                notes.Add(new ShownNote(schedule, person.Name, settings.HandOverNotes, HandOverNote.For(facts, reader, begin + Red)));
            }
        }

        return notes.Count > 0 ? notes : throw new InputException(Say.NothingHandedOver);
    }
}

/// <summary>A note as somebody would read it.</summary>
/// <param name="Schedule">Name of the schedule.</param>
/// <param name="Person">Who reads it.</param>
/// <param name="IsSent">False where the configuration has notes switched off.</param>
/// <param name="Notice">The note.</param>
internal sealed record ShownNote(string Schedule, string Person, bool IsSent, Notice Notice)
{
    public JsonObject Json() => new()
    {
        ["schedule"] = Schedule,
        ["person"] = Person,
        ["sent"] = IsSent,
        ["subject"] = Notice.Subject,
        ["paragraphs"] = new JsonArray([.. Notice.Paragraphs.Select(static paragraph => (JsonNode)paragraph)]),
        ["sms"] = NoticeRenderer.Sms(Notice),
    };

    public IEnumerable<string> Lines()
    {
        yield return Say.ShownNoteTo(Schedule, Person);
        if (!IsSent)
        {
            yield return Say.NotesAreOff;
        }

        yield return "";
        yield return $"  {Notice.Subject}";
        foreach (var paragraph in Notice.Paragraphs)
        {
            yield return "";
            foreach (var line in paragraph.Split('\n'))
            {
                yield return $"  {line}";
            }
        }

        yield return "";
        yield return $"  sms: {NoticeRenderer.Sms(Notice)}";
    }
}
