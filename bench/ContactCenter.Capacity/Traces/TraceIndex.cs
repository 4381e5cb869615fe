namespace ContactCenter.Capacity.Traces;

/// <summary>An index of a trace's table, with a distribution of its own.</summary>
/// <param name="Name">Its name.</param>
/// <param name="ReadsPerRead">Read units of queries on it for each read unit of the table.</param>
/// <param name="WritesPerWrite">Write units on it for each write unit of the table; below 1 for a sparse index.</param>
/// <param name="HotShare">Share of its load for one of its keys.</param>
public sealed record TraceIndex(string Name, double ReadsPerRead, double WritesPerWrite, double HotShare);
