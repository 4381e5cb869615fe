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

    /// <summary>Id in Amazon Connect, a UUID, or null: of a routing profile it is looked up by name; without that of a contact flow its outcomes are not measured.</summary>
    [Description("Id in Amazon Connect, the last part of the ARN: of a contact flow, so that its outcomes are measured; of a routing profile, so that it need not be looked up.")]
    [RegularExpression("^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$")]
    public string? Id { get; set; }
}
