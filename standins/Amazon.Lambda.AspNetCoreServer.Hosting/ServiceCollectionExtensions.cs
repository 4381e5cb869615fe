using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Amazon.Lambda.AspNetCoreServer.Hosting;
using Amazon.Lambda.AspNetCoreServer.Hosting.Http;
using Amazon.Lambda.Core;
using Amazon.Lambda.Serialization.SystemTextJson;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Lets an ASP.NET Core application answer the events of a function.</summary>
public static class ServiceCollectionExtensions
{
    private const string FunctionName = "AWS_LAMBDA_FUNCTION_NAME";

    public static IServiceCollection AddAWSLambdaHosting(this IServiceCollection services, LambdaEventSource eventSource) =>
        services.AddAWSLambdaHosting(eventSource, (Action<HostingOptions>)null);

    public static IServiceCollection AddAWSLambdaHosting(
        this IServiceCollection services, LambdaEventSource eventSource, Action<HostingOptions> configure = null) =>
        Add(services, eventSource, null, configure);

    /// <summary>In Lambda the runtime's loop takes the place of the web server; elsewhere the server stays.</summary>
    public static IServiceCollection AddAWSLambdaHosting<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] T>(
        this IServiceCollection services,
        LambdaEventSource eventSource,
        SourceGeneratorLambdaJsonSerializer<T> serializer,
        Action<HostingOptions> configure = null)
        where T : JsonSerializerContext => Add(services, eventSource, serializer, configure);

    /// <summary>There are no snapshots here, so nothing is asked before one.</summary>
    public static IServiceCollection AddAWSLambdaBeforeSnapshotRequest(
        this IServiceCollection services, HttpRequestMessage beforeSnapStartRequests)
    {
        ArgumentNullException.ThrowIfNull(beforeSnapStartRequests);
        return services;
    }

    private static IServiceCollection Add(
        IServiceCollection services, LambdaEventSource eventSource, ILambdaSerializer serializer, Action<HostingOptions> configure)
    {
        if (string.IsNullOrEmpty(Environment.GetEnvironmentVariable(FunctionName)))
        {
            return services;
        }

        if (eventSource != LambdaEventSource.HttpApi)
        {
            throw new ArgumentException(
                $"{eventSource} is not served by this stand-in, only {LambdaEventSource.HttpApi} is", nameof(eventSource));
        }

        var options = new HostingOptions();
        configure?.Invoke(options);
        services.TryAddSingleton(serializer ?? options.Serializer ?? new DefaultLambdaJsonSerializer());
        services.RemoveAll<IServer>();
        return services.AddSingleton<IServer, LambdaServer>();
    }
}
