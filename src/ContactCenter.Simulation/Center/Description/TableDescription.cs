using ContactCenter.Core.Remediation.Capacity;

namespace ContactCenter.Simulation.Center.Description;

/// <summary>A DynamoDB table with provisioned capacity.</summary>
public sealed record TableDescription
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Names of its global secondary indexes; each starts with the table's capacity.</summary>
    public IReadOnlyList<string> Indexes { get; init; } = [];

    /// <summary>Capacity at the start.</summary>
    public Throughput Provisioned { get; init; } = new(25, 25);

    /// <summary>Read units per second that the desktop of each busy agent asks for.</summary>
    public double ReadsPerBusyAgent { get; init; }

    /// <summary>Read units asked of each index for each unit asked of the table.</summary>
    public double IndexReadsPerRead { get; init; } = 0.8;
}
