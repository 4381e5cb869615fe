using System.Text.Json.Serialization;
using ContactCenter.Core.Contacts.Sentiment;

namespace ContactCenter.Aws.Contacts;

/// <summary>How sentiment is written.</summary>
[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Metadata,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, IgnoreReadOnlyProperties = true)]
[JsonSerializable(typeof(ContactSentiment))]
[JsonSerializable(typeof(QueueSentiment))]
internal sealed partial class SentimentStoreJson : JsonSerializerContext;
