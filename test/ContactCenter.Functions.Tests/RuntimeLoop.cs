using Amazon.Lambda.Core;
using Amazon.Lambda.RuntimeSupport;
using Amazon.Lambda.Serialization.SystemTextJson;
using ContactCenter.Testing;

namespace ContactCenter.Functions.Tests;

/// <summary>Runs a function that a test has put together in the real runtime loop.</summary>
internal static class RuntimeLoop
{
    private static readonly SourceGeneratorLambdaJsonSerializer<FunctionsJson> Serializer = new();

    public static Task<LambdaOutcome> InvokeAsync<TInput, TOutput>(Func<TInput, ILambdaContext, Task<TOutput>> function, string json) =>
        RunAsync(LambdaBootstrapBuilder.Create(function, Serializer), json, limit: null);

    /// <summary>For a function that takes bytes; it may take so long.</summary>
    public static Task<LambdaOutcome> InvokeAsync(Func<Stream, ILambdaContext, Task<Stream>> function, string json, TimeSpan limit) =>
        RunAsync(LambdaBootstrapBuilder.Create(function), json, limit);

    public static Task<LambdaOutcome> InvokeAsync<TOutput>(Func<ILambdaContext, Task<TOutput>> function, string json) =>
        RunAsync(LambdaBootstrapBuilder.Create(function, Serializer), json, limit: null);

    /// <summary>For a function that reads the bytes of its event itself.</summary>
    public static Task<LambdaOutcome> InvokeBytesAsync(Func<Stream, ILambdaContext, Task<Stream>> function, string json) =>
        RunAsync(LambdaBootstrapBuilder.Create(function), json, limit: null);

    private static async Task<LambdaOutcome> RunAsync(LambdaBootstrapBuilder builder, string json, TimeSpan? limit)
    {
        var deadline = limit is { } time ? TimeProvider.System.GetUtcNow() + time : (DateTimeOffset?)null;
        await using var api = await LambdaRuntimeApi.StartAsync([new LambdaInvocation(json) { Deadline = deadline }]);
        await api.RunAsync(() => builder.Build().RunAsync());
        var outcome = Assert.Single(api.Outcomes);
        Assert.True(outcome.Succeeded, outcome.Body);
        return outcome;
    }
}
