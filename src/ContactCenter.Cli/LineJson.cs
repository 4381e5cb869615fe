using System.Text.Json.Serialization;
using ContactCenter.Core.Remediation.Failover;
using ContactCenter.Core.Validation.Account;

namespace ContactCenter.Cli;

/// <summary>What commands about an account print as one JSON object a line.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, IgnoreReadOnlyProperties = true)]
[JsonSerializable(typeof(AccountFinding))]
[JsonSerializable(typeof(DrillStep))]
internal sealed partial class LineJson : JsonSerializerContext;
