using System.Collections.Immutable;
using System.Globalization;
using ContactCenter.Core.Common;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Notifications.Tasks;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Contacts.Sentiment;

/// <summary>The task that a supervisor gets when a call gets worse. Nothing that was said stands in it. Pure.</summary>
public static class SupervisorTask
{
    /// <summary>Attribute of the task with the call that it is about.</summary>
    public const string CallAttribute = "callContactId";

    /// <summary>
    /// The task, or null when there is nothing to tell: the call goes well, somebody has a task of it, or it is long past.
    /// </summary>
    /// <param name="contactId">The contact.</param>
    /// <param name="contact">What is known of it.</param>
    /// <param name="settings">Who is told.</param>
    /// <param name="now">The time.</param>
    /// <param name="words">The language of the center; null: English.</param>
    public static TaskContact? For(
        string contactId, ContactSentiment contact, LiveSentimentSettings settings, DateTimeOffset now, Translation? words = null)
    {
        ArgumentNullException.ThrowIfNull(contact);
        ArgumentNullException.ThrowIfNull(settings);
        if (contact.Conversation is not { } conversation || !conversation.IsWaiting(now))
        {
            return null;
        }

        var queue = contact.Queue ?? "unknown";
        return new TaskContact(
            CleanText.Line(Say(Sentences.CallGetsWorse(queue)), 512),
            CleanText.Paragraphs(
                $"{Say(Sentences.CallSounds(contactId, queue, Number(conversation.Lately), Number(conversation.Before)))} "
                    + Say(Sentences.ListenIn),
                4096),
            ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal,
            [
                KeyValuePair.Create("queue", settings.Queue),
                KeyValuePair.Create(CallAttribute, contactId),
                KeyValuePair.Create("callQueue", queue),
            ]),
            ImmutableSortedDictionary<string, Uri>.Empty,
            $"worse-{contactId}");

        string Say(string sentence) => (words ?? Translation.None).Of(sentence);
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
