using System.Collections.Immutable;
using System.Globalization;
using ContactCenter.Core.Common;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Incidents.Delivery;
using ContactCenter.Core.Learning.Reports;
using ContactCenter.Core.Learning.Reviews;
using ContactCenter.Core.Notifications.Notices;
using ContactCenter.Core.Notifications.Reach;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Learning.Reminders;

/// <summary>Reminds people of what reviews agreed and nobody has done, by the channels by which incidents are told.</summary>
/// <param name="configuration">Who is reminded.</param>
/// <param name="reviews">What people have written.</param>
/// <param name="channels">Sends notices.</param>
/// <param name="notebook">Remembers when somebody was reminded last.</param>
public sealed class ReminderDesk(
    ContactCenterConfiguration configuration, IReviews reviews, INoticeChannel channels, INotebook notebook)
{
    /// <summary>So many actions stand in a reminder; the rest is counted.</summary>
    public const int MaximumListed = 8;

    /// <summary>What the note of an endpoint begins with.</summary>
    public const string NotePrefix = "actions-";

    /// <summary>Characters of an action that are told.</summary>
    private const int MaximumText = 160;

    private const int MaximumReviews = 200;

    /// <summary>Longer than it matters when somebody was reminded last.</summary>
    private static readonly TimeSpan Remember = TimeSpan.FromDays(2 * ReminderPlan.EveryDays);

    /// <summary>Reminds whoever is to be reminded now, each once a day at most; who refuses is tried again by the next run.</summary>
    /// <param name="policy">How everybody reads.</param>
    /// <param name="now">The time.</param>
    /// <param name="cancellationToken">Signalled shortly before the process must stop.</param>
    /// <returns>What each channel answered.</returns>
    public async Task<IReadOnlyList<NoticeAnswer>> SendDueAsync(
        IncidentPolicy policy, DateTimeOffset now, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(policy);
        var answers = new List<NoticeAnswer>();
        IReadOnlyList<ReviewVersion>? written = null;
        foreach (var one in ReminderPlan.Endpoints(configuration))
        {
            var reader = policy.ReaderOf(one.Audience, one.Person, one.Endpoint);
            if (ReminderPlan.DayOf(configuration.Messages.ActionReminders!, reader, now) is not { } today)
            {
                continue;
            }

            var print = Fingerprint.Of(one.Person is { } person ? $"{one.Key} {person.Name}" : one.Key);
            var note = $"{NotePrefix}{print}";
            var last = Day(await notebook.FindAsync(note, cancellationToken));
            if (last >= today)
            {
                continue;
            }

            written ??= await reviews.NewestAsync(MaximumReviews, cancellationToken);
            var told = ReminderPlan.Told(written, one.Person?.Name, today, last);
            if (told.IsEmpty)
            {
                continue;
            }

            var id = $"actions-{today.ToString("yyyyMMdd", CultureInfo.InvariantCulture)}-{print}";
            var notice = Notice(told, one, reader, today, id, now);
            var answer = await channels.SendAsync(notice, one.Audience, one.Endpoint, cancellationToken);
            answers.Add(answer);
            if (answer.Outcome != NoticeOutcome.Refused)
            {
                await notebook.SetAsync(note, today.ToString("O", CultureInfo.InvariantCulture), now + Remember, cancellationToken);
            }
        }

        return answers;
    }

    private static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private Notice Notice(
        ImmutableArray<OpenAction> told, TestedEndpoint one, Reader reader, DateOnly today, string id, DateTimeOffset now)
    {
        var (words, count) = (reader.Words, string.Create(CultureInfo.InvariantCulture, $"{told.Length}"));
        var subject = words.Of(one.Person is null
            ? Sentences.ReminderSubject(count, configuration.Environment)
            : Sentences.ReminderSubjectOwn(count, configuration.Environment));
        return new Notice
        {
            Id = id,
            Subject = subject,
            Paragraphs =
            [
                words.Of(Sentences.ReminderWhat),
                string.Join('\n', told.Take(MaximumListed).Select(action => $"- {Line(action, words, today)}")),
                .. told.Length > MaximumListed
                    ? [words.Of(Sentences.ReminderMore(string.Create(CultureInfo.InvariantCulture, $"{told.Length - MaximumListed}")))]
                    : ImmutableArray<string>.Empty,
                words.Of(Sentences.ReminderHow),
            ],
            Brief = subject,
            At = now,
            Reader = reader,
        };
    }

    /// <summary>What somebody wrote stays as they wrote it, on one line; each channel encodes it in its own way.</summary>
    private static string Line(OpenAction one, Translation words, DateOnly today)
    {
        var (due, text) = (one.Action.Due!.Value, CleanText.Line(one.Action.Text, MaximumText));
        var late = today.DayNumber - due.DayNumber;
        var day = due.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var when = words.Of(late == 0
            ? Sentences.ReminderToday
            : Sentences.ReminderLate(day, string.Create(CultureInfo.InvariantCulture, $"{late}")));
        var owner = CleanText.Line(one.Action.Owner ?? "", MaximumText);
        return $"{text} ({(owner.Length > 0 ? owner : words.Of(Sentences.ReminderNobody))}; {when}; {one.IncidentId})";
    }
}
