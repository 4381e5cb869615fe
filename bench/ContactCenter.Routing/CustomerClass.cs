namespace ContactCenter.Routing;

/// <summary>Customers of a segment.</summary>
/// <param name="Name">Name of the segment in the configuration.</param>
/// <param name="Share">Their part of all callers, 0 to 1.</param>
/// <param name="Value">What one of them is worth, relative to the others.</param>
/// <param name="Promise">Seconds within which they are promised an answer, as the configuration says.</param>
internal sealed record CustomerClass(string Name, double Share, double Value, double Promise);
