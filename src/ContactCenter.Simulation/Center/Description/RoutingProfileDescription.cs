namespace ContactCenter.Simulation.Center.Description;

/// <summary>A group of agents who take contacts of the same queues, longest wait first.</summary>
/// <param name="Name">Display name.</param>
/// <param name="Queues">Names of the queues.</param>
/// <param name="FixedAgents">Always this many agents; null: shifts of half an hour, planned for the expected load.</param>
public sealed record RoutingProfileDescription(string Name, IReadOnlyList<string> Queues, int? FixedAgents = null)
{
    internal static IReadOnlyList<RoutingProfileDescription> InHalves(IReadOnlyList<string> names, IReadOnlyList<string> queues)
    {
        IReadOnlyList<string> profiles = names.Count == 0 ? ["Agents"] : [.. names.Take(queues.Count)];
        return
        [
            .. profiles.Select((name, i) => new RoutingProfileDescription(
                name, [.. queues.Where((_, queue) => queue * profiles.Count / queues.Count == i)])),
        ];
    }
}
