using ContactCenter.Core.Common;
using ContactCenter.Core.Contacts.Flows;
using ContactCenter.Core.Contacts.Serving;
using ContactCenter.Language.Classification.Text;
using ContactCenter.Language.Retraining;

namespace ContactCenter.Core.Contacts.Corrections;

/// <summary>What became of a request to record a correction.</summary>
/// <param name="Status"><c>ok</c>, or what is missing: <c>no_contact</c>, <c>no_topic</c>, <c>bad_topic</c> or <c>no_text</c>.</param>
/// <param name="Correction">The correction when the status is <c>ok</c>, else null.</param>
public sealed record CorrectionReading(string Status, Correction? Correction)
{
    /// <summary>The status of a request that is complete.</summary>
    public const string Ok = "ok";

    /// <summary>
    /// Reads a request: the right topic is <c>correctTopic</c>, the text is found as <see cref="ContactWords"/> finds it and is masked
    /// here, before anybody can store it. What is <c>none</c> is nothing, as in all that hooks answer.
    /// </summary>
    /// <param name="request">What the flow or the agent's guide sent.</param>
    /// <param name="topics">Topics of the model in service, so that letter case does not make a new one.</param>
    /// <param name="now">The time.</param>
    public static CorrectionReading Of(FlowRequest request, IEnumerable<string> topics, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(topics);
        if (Contact(request) is not { } contact)
        {
            return new CorrectionReading("no_contact", null);
        }

        if (request.Find("correctTopic")?.Trim() is not { } named || named == FlowValue.None)
        {
            return new CorrectionReading("no_topic", null);
        }

        var topic = topics.Append(TrainingExample.OutOfScope).FirstOrDefault(known =>
            string.Equals(known, named, StringComparison.OrdinalIgnoreCase))
            ?? named;
        if (topic.Length > Correction.MaximumTopic || !topic.All(static c => char.IsLetterOrDigit(c) || c is '_' or '-' or ' '))
        {
            return new CorrectionReading("bad_topic", null);
        }

        var words = MaskedText.Of(ContactWords.Of(request).Words, Correction.MaximumText);
        return string.IsNullOrWhiteSpace(words) || words == FlowValue.None
            ? new CorrectionReading("no_text", null)
            : new CorrectionReading(Ok, new Correction(contact, words, topic, now));
    }

    /// <summary>A guide of agents is a contact of its own, and names the one that it is about.</summary>
    private static string? Contact(FlowRequest request) =>
        request.Parameters.GetValueOrDefault("contact") is { } named && named != FlowValue.None
            && FlowRequestReader.ContactId(named) is { } about
            ? about
            : request.ContactId;
}
