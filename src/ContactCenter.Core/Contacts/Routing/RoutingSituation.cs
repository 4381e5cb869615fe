using ContactCenter.Core.Contacts.Queues;
using ContactCenter.Core.Contacts.Service;

namespace ContactCenter.Core.Contacts.Routing;

/// <summary>What goes on while a contact is routed.</summary>
/// <param name="At">The time.</param>
/// <param name="Queues">State of the queues, or null when it is not known.</param>
/// <param name="Troubles">Open troubles, or null when they are not known.</param>
public sealed record RoutingSituation(DateTimeOffset At, QueueStates? Queues, OpenTroubles? Troubles);
