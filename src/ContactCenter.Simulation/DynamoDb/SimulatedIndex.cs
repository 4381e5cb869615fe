using ContactCenter.Core.Remediation.Capacity;

namespace ContactCenter.Simulation.DynamoDb;

/// <summary>A global secondary index of a simulated table.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Provisioned">Its own capacity at the start.</param>
/// <param name="ReadsPerTableRead">Read units on the index for each read unit asked of the table; 0 when nobody queries it.</param>
/// <param name="WritesPerTableWrite">Write units on the index for each write unit of the table; below 1 for a sparse index.</param>
/// <param name="HotShare">Share of the index's load for one of its keys, 0 to 1; null: as on the table.</param>
public sealed record SimulatedIndex(
    string Name, Throughput Provisioned, double ReadsPerTableRead = 0, double WritesPerTableWrite = 1, double? HotShare = null);
