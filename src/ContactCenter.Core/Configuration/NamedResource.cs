using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace ContactCenter.Core.Configuration;

/// <summary>A resource of which only the name is needed.</summary>
public sealed record NamedResource
{
    /// <summary>Characters with which Amazon Connect publishes metrics for a flow or queue (administrator guide, monitoring).</summary>
    internal const string NamePattern = "^[0-9A-Za-z .,\\-_/#:$@|&{}+?%]{1,127}$";

    /// <summary>Name by which metrics know it.</summary>
    [Description("Name by which metrics know it.")]
    [RegularExpression(NamePattern)]
    public required string Name { get; set; }
}
