using ContactCenter.Core.Contacts.Queues;
using ContactCenter.Core.Contacts.Routing;

namespace ContactCenter.Routing.Policies;

/// <summary>Everybody waits in the queue of their topic, in the order in which they came: Amazon Connect left alone.</summary>
internal sealed class FirstInFirstOut : IPolicy
{
    public string Name => "first in, first out";

    public Placement Place(
        Caller caller, QueueStates states,
        DateTimeOffset now) => new(caller.Queue, ContactPriority.Usual, 0, RoutingCriteria.None, OffersCallback: false);
}
