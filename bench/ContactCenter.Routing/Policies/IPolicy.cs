using ContactCenter.Core.Contacts.Queues;

namespace ContactCenter.Routing.Policies;

/// <summary>A way of routing.</summary>
internal interface IPolicy
{
    string Name { get; }

    Placement Place(Caller caller, QueueStates states, DateTimeOffset now);
}
