using ContactCenter.Core.Contacts.Queues;
using ContactCenter.Core.Contacts.Routing;

namespace ContactCenter.Routing.Policies;

/// <summary>One priority for each segment, as flows usually set it.</summary>
internal sealed class FixedPriority : IPolicy
{
    public string Name => "fixed priority";

    public Placement Place(Caller caller, QueueStates states, DateTimeOffset now) =>
        new(caller.Queue, caller.Class.Name switch { "gold" => 1, "silver" => 3, _ => 5 }, 0, RoutingCriteria.None, OffersCallback: false);
}
