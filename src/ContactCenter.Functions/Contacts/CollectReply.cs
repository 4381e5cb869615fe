namespace ContactCenter.Functions.Contacts;

/// <summary>What one collection has done.</summary>
/// <param name="Metrics">Values that were published.</param>
/// <param name="Queues">Queues whose state was left for the hooks.</param>
/// <param name="Problems">What could not be read or written.</param>
public sealed record CollectReply(int Metrics, int Queues, IReadOnlyList<string> Problems);
