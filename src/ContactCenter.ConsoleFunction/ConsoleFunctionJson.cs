using System.Text.Json.Serialization;
using Amazon.Lambda.APIGatewayEvents;

namespace ContactCenter.WebFunction;

/// <summary>What comes in and goes out.</summary>
[JsonSerializable(typeof(APIGatewayHttpApiV2ProxyRequest))]
[JsonSerializable(typeof(APIGatewayHttpApiV2ProxyResponse))]
public sealed partial class ConsoleFunctionJson : JsonSerializerContext;
