namespace ContactCenter.Simulation.DynamoDb;

/// <summary>What the callers of a table ask for in one second.</summary>
/// <param name="Reads">Read capacity units asked for.</param>
/// <param name="Writes">Write capacity units asked for.</param>
/// <param name="HotShare">Share of it that goes to one hot partition, 0 to 1; the rest spreads evenly.</param>
public readonly record struct TableDemand(double Reads, double Writes, double HotShare = 0);
