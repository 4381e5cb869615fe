using ContactCenter.Core.Contacts.Routing;

namespace ContactCenter.Routing;

/// <summary>Where a caller waits and when it is their turn.</summary>
/// <param name="Queue">The queue.</param>
/// <param name="Level">Priority; lower ones come first.</param>
/// <param name="HeadStart">Seconds by which they count as having come earlier.</param>
/// <param name="Criteria">Which agents are looked for.</param>
/// <param name="OffersCallback">Whether they are asked to be called back.</param>
internal sealed record Placement(string Queue, int Level, double HeadStart, RoutingCriteria Criteria, bool OffersCallback);
