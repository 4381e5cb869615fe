using System.Globalization;
using ContactCenter.Core.Common;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Contacts.Sentiment;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Notifications.Notices;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Contacts.Promises;

/// <summary>A contact of which somebody is told, and why.</summary>
/// <param name="Contact">The contact.</param>
/// <param name="Reasons">Why, the gravest first.</param>
public sealed record EscalatedContact(PromisedContact Contact, IReadOnlyList<EscalationReason> Reasons);

/// <summary>Words what leads and supervisors are told of contacts.</summary>
public static class PromiseNotice
{
    /// <summary>So many contacts stand in a message one by one; the rest is counted.</summary>
    public const int MaximumListed = 6;

    /// <summary>The message.</summary>
    /// <param name="audience">Who is told.</param>
    /// <param name="contacts">The contacts, the gravest first; one at least.</param>
    /// <param name="reader">Who reads it.</param>
    /// <param name="now">The time.</param>
    public static Notice For(string audience, IReadOnlyList<EscalatedContact> contacts, Reader reader, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(contacts);
        ArgumentNullException.ThrowIfNull(reader);
        var first = contacts[0];
        var subject = contacts.Count == 1
            ? Sentences.ContactNeedsYou(first.Contact.Queue ?? "-")
            : Sentences.ContactsNeedYou(Number(contacts.Count));
        var more = contacts.Count - MaximumListed;
        return new Notice
        {
            Id = string.Create(CultureInfo.InvariantCulture, $"contacts-{audience}-{now.ToUnixTimeSeconds()}"),
            Subject = Say(subject),
            Paragraphs =
            [
                .. contacts.Take(MaximumListed).Select(one => string.Join('\n', Lines(one, reader))),
                .. more > 0 ? [Say(Sentences.ContactsMore(Number(more)))] : Array.Empty<string>(),
            ],
            Brief = $"{Say(subject)}: {Say(Why(first.Reasons[0]))}",
            At = now,
            Reader = reader,
        };

        string Say(string sentence) => reader.Words.Of(sentence);
    }

    private static IEnumerable<string> Lines(EscalatedContact escalated, Reader reader)
    {
        var contact = escalated.Contact;
        yield return reader.Words.Of(Sentences.ContactIs(
            contact.Id, contact.Messaging?.Name ?? contact.Channel.Name(),
            contact.Queue ?? "-", contact.Topic ?? "-", contact.Segment ?? "-"));
        foreach (var reason in escalated.Reasons)
        {
            yield return reader.Words.Of(Why(reason));
        }

        if (contact.Said is { } said)
        {
            yield return $"{reader.Words.Of(Sentences.ContactSays)} {said}";
        }
    }

    private static string Why(EscalationReason reason)
    {
        var (elapsed, promised) = (Length(reason.Elapsed), Length(reason.Promised));
        return reason.Kind switch
        {
            EscalationKind.AnswerPast => Sentences.ContactAnswerPast(elapsed, promised),
            EscalationKind.AnswerNear => Sentences.ContactAnswerNear(elapsed, promised),
            EscalationKind.ResolutionPast => Sentences.ContactResolutionPast(elapsed, promised),
            EscalationKind.ResolutionNear => Sentences.ContactResolutionNear(elapsed, promised),
            EscalationKind.ValuableWaiting => Sentences.ContactValuable(elapsed),
            EscalationKind.Worsening when reason.Trend is { } trend => Worsening(trend),
            EscalationKind.Transferred => Sentences.ContactTransferred(Number(reason.Count)),
            EscalationKind.Unresolved => Sentences.ContactUnresolved(Number(reason.Count)),
            _ => throw new ArgumentOutOfRangeException(nameof(reason), reason.Kind, null),
        };
    }

    /// <summary>What is not known is said, so that nobody takes it for calm.</summary>
    private static string Worsening(ContactTrend trend)
    {
        var (lately, before) = (Sound(trend.Lately), trend.Before is { } known ? Sound(known) : "?");
        return trend is { Interruptions: { } cuts, SilentShare: { } silent }
            ? Sentences.ContactWorsening(lately, before, Number(cuts), Number((int)Math.Round(silent * 100)))
            : Sentences.ContactWorseningWords(lately, before);
    }

    private static string Sound(double score) => score.ToString("0.00", CultureInfo.InvariantCulture);

    /// <summary>Whole seconds below an hour, then whole minutes: nobody needs more of a day.</summary>
    private static string Length(TimeSpan span) => DurationConverter.Format(
        span < TimeSpan.FromHours(1)
            ? TimeSpan.FromSeconds(Math.Floor(span.TotalSeconds))
            : TimeSpan.FromMinutes(Math.Floor(span.TotalMinutes)));

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
