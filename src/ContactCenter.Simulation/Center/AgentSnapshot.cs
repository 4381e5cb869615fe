namespace ContactCenter.Simulation.Center;

/// <summary>The agents of a routing profile at the end of a minute.</summary>
/// <param name="Name">Display name of the routing profile.</param>
/// <param name="Staffed">Agents who work.</param>
/// <param name="Busy">Agents with a customer.</param>
/// <param name="Occupancy">Share of their time since the start that they were busy, 0 to 1.</param>
public sealed record AgentSnapshot(string Name, int Staffed, int Busy, double Occupancy);
