using ContactCenter.Core.Configuration;
using ContactCenter.Core.Contacts.Flows;
using ContactCenter.Core.Contacts.Queues;

namespace ContactCenter.Core.Contacts.Callbacks;

/// <summary>What became of a flow's request to take a wish.</summary>
/// <param name="Status"><c>ok</c>, or what is missing: <c>no_contact</c> or <c>no_queue</c>.</param>
/// <param name="Wish">The wish when the status is <c>ok</c>, else null.</param>
public sealed record CallbackReading(string Status, CallbackWish? Wish)
{
    /// <summary>
    /// Reads a request: the queue is the parameter <c>queue</c> where a flow lets another queue call back, else the one that the flow has
    /// set.
    /// </summary>
    public static CallbackReading Of(FlowRequest request, ContactCenterConfiguration configuration, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(configuration);
        if (request.ContactId is not { } contact)
        {
            return new CallbackReading("no_contact", null);
        }

        var named = request.Parameters.GetValueOrDefault("queue");
        return NamedQueue.Find(string.IsNullOrWhiteSpace(named) ? request.Queue : named, configuration) is { } queue
            ? new CallbackReading("ok", new CallbackWish(contact, queue.Name, now))
            : new CallbackReading("no_queue", null);
    }
}
