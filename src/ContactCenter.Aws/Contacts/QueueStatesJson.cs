using System.Text.Json.Serialization;
using ContactCenter.Core.Contacts.Queues;

namespace ContactCenter.Aws.Contacts;

/// <summary>How the states of queues are written.</summary>
[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Metadata,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, IgnoreReadOnlyProperties = true)]
[JsonSerializable(typeof(QueueStates))]
internal sealed partial class QueueStatesJson : JsonSerializerContext;
