namespace ContactCenter.Simulation.Center.Description;

/// <summary>A contact flow.</summary>
/// <param name="Name">Display name.</param>
/// <param name="Share">Its part of all calls, relative to the other flows; 0 for a flow of chats.</param>
/// <param name="Queue">The queue to which it leads without asking, or null when the caller is asked.</param>
public sealed record FlowDescription(string Name, double Share, string? Queue = null)
{
    /// <summary>True for the flow of chats.</summary>
    public bool IsChat => Share == 0;

    /// <summary>A flow of this system: it asks what the call is about.</summary>
    internal static FlowDescription Own(string name) => new(name, 0.5);

    internal static FlowDescription ByPosition(string name, int position, IReadOnlyList<string> queues) => position switch
    {
        0 => new FlowDescription(name, 0.85),
        _ when name.Contains("chat", StringComparison.OrdinalIgnoreCase) => new FlowDescription(name, 0),
        _ => new FlowDescription(name, 0.15, queues.FirstOrDefault(queue => name.Contains(queue, StringComparison.OrdinalIgnoreCase)) ?? queues[^1]),
    };
}
