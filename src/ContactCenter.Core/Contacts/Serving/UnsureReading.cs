using ContactCenter.Core.Common;
using ContactCenter.Core.Contacts.Flows;
using ContactCenter.Core.Contacts.Heard;

namespace ContactCenter.Core.Contacts.Serving;

/// <summary>Takes from a request what somebody needs to say what the contact was about. Pure.</summary>
public static class UnsureReading
{
    /// <summary>The contact; null where the classifier was sure, or no customer has said anything.</summary>
    /// <param name="request">What the flow tells.</param>
    /// <param name="answer">What it was told.</param>
    /// <param name="now">The time.</param>
    public static UnsureContact? Of(FlowRequest request, TopicAnswer answer, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(answer);
        if (answer is not { Status: TopicStatus.Unsure or TopicStatus.OutOfScope, Source: TopicSource.Words }
            || request.ContactId is not { } contact)
        {
            return null;
        }

        var text = MaskedText.Of(ContactWords.Of(request).Words, UnsureContact.MaximumText);
        return string.IsNullOrWhiteSpace(text) ? null : new UnsureContact(contact, text, answer.Best, answer.Language, now);
    }
}
