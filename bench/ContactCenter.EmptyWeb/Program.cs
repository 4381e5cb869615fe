using System.Text.Json.Serialization;
using Amazon.Lambda.APIGatewayEvents;
using Amazon.Lambda.Serialization.SystemTextJson;
using ContactCenter.EmptyWeb;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
builder.WebHost.UseKestrelCore();
builder.Services.AddAWSLambdaHosting(LambdaEventSource.HttpApi, new SourceGeneratorLambdaJsonSerializer<EmptyWebJson>());
await using var application = builder.Build();
application.Run(static context => context.Response.WriteAsync("<!DOCTYPE html><title>Nothing</title>"));
await application.RunAsync();

namespace ContactCenter.EmptyWeb
{
    /// <summary>What comes in and goes out.</summary>
    [JsonSerializable(typeof(APIGatewayHttpApiV2ProxyRequest))]
    [JsonSerializable(typeof(APIGatewayHttpApiV2ProxyResponse))]
    internal sealed partial class EmptyWebJson : JsonSerializerContext;
}
