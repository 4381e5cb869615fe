namespace ContactCenter.Core.Remediation.EventSources;

/// <summary>What feeds a function.</summary>
/// <param name="Function">The function.</param>
/// <param name="Mappings">Its event source mappings; none when it has none, or is gone.</param>
public sealed record EventSourceMappingState(string Function, IReadOnlyList<EventSourceMapping> Mappings);
