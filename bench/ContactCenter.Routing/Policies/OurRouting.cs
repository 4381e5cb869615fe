using ContactCenter.Core.Contacts.Queues;
using ContactCenter.Core.Contacts.Routing;

namespace ContactCenter.Routing.Policies;

/// <summary>The decision of the hook RouteContact, with or without the offer of a callback.</summary>
internal sealed class OurRouting(ContactRouter router, bool callbacks) : IPolicy
{
    public string Name => callbacks ? "RouteContact" : "RouteContact, no callback";

    public Placement Place(Caller caller, QueueStates states, DateTimeOffset now)
    {
        var need = new RoutingNeed { Topic = caller.Topic, Queue = caller.Queue, Segment = caller.Class.Name, CanBeCalled = callbacks };
        var decision = router.Route(need, new RoutingSituation(now, states, null));
        var isEmergency = decision.Priority.IsEmergency;
        return new Placement(
            decision.Queue.Name,
            isEmergency ? decision.Priority.Level : ContactPriority.Usual,
            isEmergency ? 0 : decision.Priority.HeadStart.TotalSeconds,
            decision.Criteria,
            decision.OffersCallback);
    }
}
