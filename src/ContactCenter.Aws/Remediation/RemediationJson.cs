using System.Text.Json.Serialization;
using ContactCenter.Core.Remediation.Capacity;
using ContactCenter.Core.Remediation.Concurrency;
using ContactCenter.Core.Remediation.Ended;
using ContactCenter.Core.Remediation.EventSources;
using ContactCenter.Core.Remediation.Failover;
using ContactCenter.Core.Remediation.Runs;

namespace ContactCenter.Aws.Remediation;

/// <summary>How records of repairs are written into items. Every member is written, so that reading never meets a missing list.</summary>
[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Metadata, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true, IgnoreReadOnlyProperties = true)]
[JsonSerializable(typeof(RemediationLease<CapacityChange>))]
[JsonSerializable(typeof(RemediationLease<ReservedConcurrencyChange>))]
[JsonSerializable(typeof(RemediationLease<EventSourceMappingChange>))]
[JsonSerializable(typeof(RemediationLease<FailoverChange>))]
[JsonSerializable(typeof(RemediationCase))]
[JsonSerializable(typeof(LeaseRecord))]
internal sealed partial class RemediationJson : JsonSerializerContext;
