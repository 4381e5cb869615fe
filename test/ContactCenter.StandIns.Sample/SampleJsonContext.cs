using System.Text.Json.Serialization;
using Amazon.Lambda.SNSEvents;

namespace ContactCenter.StandIns.Sample;

[JsonSerializable(typeof(SNSEvent))]
[JsonSerializable(typeof(Greeting))]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(int))]
internal sealed partial class SampleJsonContext : JsonSerializerContext;
