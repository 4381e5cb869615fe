using System.Collections.Immutable;
using System.Globalization;
using ContactCenter.Core.Common;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Notifications.Tasks;

namespace ContactCenter.Core.Contacts.Sentiment;

/// <summary>The task that a supervisor gets when a call gets worse. Nothing that was said stands in it. Pure.</summary>
public static class SupervisorTask
{
    /// <summary>
    /// The task, or null when there is nothing to tell: the call goes well, somebody has a task of it, or it is long past.
    /// </summary>
    /// <param name="contactId">The contact.</param>
    /// <param name="contact">What is known of it.</param>
    /// <param name="settings">Who is told.</param>
    /// <param name="now">The time.</param>
    public static TaskContact? For(string contactId, ContactSentiment contact, LiveSentimentSettings settings, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(contact);
        ArgumentNullException.ThrowIfNull(settings);
        if (contact.Conversation is not { } conversation || !conversation.IsWaiting(now))
        {
            return null;
        }

        var queue = contact.Queue ?? "unknown";
        return new TaskContact(
            CleanText.Line($"A call gets worse (queue {queue})", 512),
            CleanText.Paragraphs(
                $"The customer of contact {contactId}, queue {queue}, sounds {Number(conversation.Lately)} in the last turns, "
                    + $"{Number(conversation.Before)} before (-1 to 1). Listen in, or offer the agent help.",
                4096),
            ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal,
            [
                KeyValuePair.Create("queue", settings.Queue),
                KeyValuePair.Create("callContactId", contactId),
                KeyValuePair.Create("callQueue", queue),
            ]),
            ImmutableSortedDictionary<string, Uri>.Empty,
            $"worse-{contactId}");
    }

    private static string Number(double? value) => value?.ToString("0.00", CultureInfo.InvariantCulture) ?? "unknown";
}

/// <summary>Starts tasks of supervisors.</summary>
public interface ISupervisorTasks
{
    /// <summary>Starts a task; the same again starts none.</summary>
    /// <param name="task">The task.</param>
    /// <param name="contactId">The contact that it is about.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    ValueTask StartAsync(TaskContact task, string contactId, CancellationToken cancellationToken);
}
