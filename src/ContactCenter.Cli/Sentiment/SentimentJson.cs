using System.Text.Json.Serialization;
using ContactCenter.Language.Sentiment;

namespace ContactCenter.Cli.Sentiment;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(SentimentReading))]
internal sealed partial class SentimentJson : JsonSerializerContext;
