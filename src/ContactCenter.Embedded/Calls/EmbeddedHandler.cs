using Amazon.Lambda.APIGatewayEvents;
using Amazon.Lambda.Core;
using Amazon.Lambda.Serialization.SystemTextJson;
using ContactCenter.Functions;

namespace ContactCenter.Embedded.Calls;

/// <summary>Makes a handler of bytes of one of records, with the serializer that Lambda uses for it.</summary>
internal static class EmbeddedHandler
{
    private static readonly SourceGeneratorLambdaJsonSerializer<FunctionsJson> Serializer = new();

    /// <summary>Of a handler that takes an event.</summary>
    public static Func<Stream, ILambdaContext, Task<Stream>> Of<TEvent, TAnswer>(Func<TEvent, ILambdaContext, Task<TAnswer>> handler) =>
        async (input, context) => Write(await handler(Serializer.Deserialize<TEvent>(input), context));

    /// <summary>Of a handler behind the HTTP API.</summary>
    public static Func<Stream, ILambdaContext, Task<Stream>> Http(
        Func<APIGatewayHttpApiV2ProxyRequest, ILambdaContext, Task<APIGatewayHttpApiV2ProxyResponse>> handler) => Of(handler);

    /// <summary>Of a handler that does not care what it is sent.</summary>
    public static Func<Stream, ILambdaContext, Task<Stream>> Of<TAnswer>(Func<ILambdaContext, Task<TAnswer>> handler) =>
        async (_, context) => Write(await handler(context));

    private static MemoryStream Write<TAnswer>(TAnswer answer)
    {
        var output = new MemoryStream();
        Serializer.Serialize(answer, output);
        output.Position = 0;
        return output;
    }
}
