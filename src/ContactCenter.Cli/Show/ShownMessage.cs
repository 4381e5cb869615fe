using ContactCenter.Core.Configuration;
using ContactCenter.Core.Incidents;

namespace ContactCenter.Cli.Show;

/// <summary>A message with what a channel would have sent of it.</summary>
/// <param name="Effect">What is told to whom, and on which occasion.</param>
/// <param name="Endpoint">Where.</param>
/// <param name="Requests">The requests, in order; none when the channel has nothing to say.</param>
/// <param name="Refusal">Why the channel would not take it, or null.</param>
internal sealed record ShownMessage(NotifyEffect Effect, Endpoint Endpoint, IReadOnlyList<SentRequest> Requests, string? Refusal);
