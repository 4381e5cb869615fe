using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace ContactCenter.Core.Configuration;

/// <summary>A resource of which only the name is needed.</summary>
public sealed record NamedResource
{
    /// <summary>Characters with which Amazon Connect publishes metrics for a flow or queue (administrator guide, monitoring).</summary>
    internal const string NamePattern = "^[0-9A-Za-z .,\\-_/#:$@|&{}+?%]{1,127}$";

    /// <summary>What fits <see cref="NamePattern"/>, in words.</summary>
    internal const string NameMeaning = "1 to 127 characters of A-Z, a-z, 0-9, space and . , - _ / # : $ @ | & { } + ? %: the name is the dimension of a metric in CloudWatch, and Amazon Connect publishes none for other names";

    /// <summary>What a UUID of Amazon Connect looks like, in words.</summary>
    internal const string IdMeaning = "a UUID in lower case, such as 0a1b2c3d-0000-4000-8000-000000000001";

    /// <summary>Name by which metrics know it.</summary>
    [Description("Name by which metrics know it.")]
    [RegularExpression(NamePattern, ErrorMessage = NameMeaning)]
    public required string Name { get; set; }

    /// <summary>Id in Amazon Connect, a UUID, or null: of a routing profile it is looked up by name; without that of a contact flow its outcomes are not measured.</summary>
    [Description("Id in Amazon Connect, the last part of the ARN: of a contact flow, so that its outcomes are measured; of a routing profile, so that it need not be looked up.")]
    [RegularExpression("^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$", ErrorMessage = IdMeaning)]
    public string? Id { get; set; }
}
