using ContactCenter.Core.Incidents;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Notifications.Text;

/// <summary>The word that everything begins with that an exercise tells, so that nobody takes it for real.</summary>
internal static class ExerciseText
{
    /// <summary>
    /// The word with a blank behind it, and the message without the word in its subject, for what puts something before the subject;
    /// nothing, and the message as it is, where something is broken.
    /// </summary>
    public static (string Word, IncidentMessage Told) Lead(IncidentMessage message) => message.Exercise is { } subject
        ? ($"{message.Say(Sentences.ExerciseWord)} ", message with { Subject = subject })
        : ("", message);
}
