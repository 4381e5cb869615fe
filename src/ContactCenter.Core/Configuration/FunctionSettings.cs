using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace ContactCenter.Core.Configuration;

/// <summary>A Lambda function that contact flows call.</summary>
public sealed record FunctionSettings
{
    /// <summary>Name of the function.</summary>
    [Description("Name of the Lambda function: letters, digits, - and _.")]
    [RegularExpression("^[A-Za-z0-9_-]{1,64}$")]
    public required string Name { get; set; }

    /// <summary>Limits within which its reserved concurrency may be lifted; without them the function is watched, never changed.</summary>
    [Description("Limits within which its reserved concurrency may be lifted while it is throttled. Without them the function is watched, never changed.")]
    public ReservedConcurrencySettings? ReservedConcurrency { get; set; }
}
