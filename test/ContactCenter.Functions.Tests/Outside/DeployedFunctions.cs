using System.Reflection;
using System.Text;
using Amazon.Lambda.Annotations;
using Amazon.Lambda.Core;
using ContactCenter.Simulation;
using ContactCenter.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace ContactCenter.Functions.Tests.Outside;

/// <summary>
/// The functions on their own composition root and serializer, with a clock that is set and HTTP that is played. They are found by the
/// attributes that AWS knows and the names under which they are deployed, so nothing here depends on what their types are called.
/// </summary>
internal sealed class DeployedFunctions : IAsyncDisposable
{
    private static readonly Assembly Functions = Assembly.Load("ContactCenter.Functions");

    private static readonly ILambdaSerializer Serializer =
        (ILambdaSerializer)Activator.CreateInstance(Functions.GetCustomAttribute<LambdaSerializerAttribute>()!.SerializerType)!;

    private readonly LambdaRuntimeApi _environments;
    private readonly HttpClient _http;
    private readonly Dictionary<string, string?> _environment;
    private ServiceProvider? _services;

    private DeployedFunctions(LambdaRuntimeApi environments, PlayedAws aws, string configuration, DateTimeOffset now)
    {
        _environments = environments;
        _http = new HttpClient(Http);
        Aws = aws;
        Clock = new VirtualClock(now);
        _environment = new Dictionary<string, string?>
        {
            ["AWS_ENDPOINT_URL"] = aws.Address.ToString(),
            ["AWS_ACCESS_KEY_ID"] = "test",
            ["AWS_SECRET_ACCESS_KEY"] = "test",
            ["AWS_SESSION_TOKEN"] = "token",
            ["AWS_REGION"] = "eu-central-1",
            ["CONTACTCENTER_CONFIG"] = configuration,
        };
    }

    /// <summary>Names under which functions are deployed.</summary>
    public static IReadOnlyList<string> Names => [.. Handlers().Select(handler => handler.Name).Order(StringComparer.Ordinal)];

    public VirtualClock Clock { get; }

    public PlayedAws Aws { get; }

    public PlayedHttp Http { get; } = new();

    /// <summary>The functions before a first event, at a time.</summary>
    public static async Task<DeployedFunctions> StartAsync(PlayedAws aws, string configuration, DateTimeOffset now) =>
        new(await LambdaRuntimeApi.StartAsync([]), aws, configuration, now);

    /// <summary>With one more environment variable.</summary>
    public DeployedFunctions With(string variable, string value)
    {
        _environment[variable] = value;
        return this;
    }

    /// <summary>New processes: what the old ones knew is gone.</summary>
    public async Task RestartAsync()
    {
        if (_services is { } services)
        {
            await services.DisposeAsync();
            _services = null;
        }
    }

    /// <summary>What a function answers to an event.</summary>
    /// <param name="function">The name under which it is deployed.</param>
    /// <param name="json">The event.</param>
    /// <param name="beside">What it does beside its answer and is waited for, while the environment is its own.</param>
    public async Task<string> InvokeAsync(string function, string json, Task? beside = null)
    {
        var answer = "";
        await _environments.RunAsync(
            async () =>
            {
                _services ??= Build();
                answer = await AnswerAsync(Handlers().Single(handler => handler.Name == function), json);
                await (beside ?? Task.CompletedTask);
            },
            _environment);
        return answer;
    }

    public async ValueTask DisposeAsync()
    {
        await RestartAsync();
        await Aws.DisposeAsync();
        await _environments.DisposeAsync();
        _http.Dispose();
        Http.Dispose();
    }

    private static IEnumerable<MethodInfo> Handlers() => Functions.GetTypes().SelectMany(type => type.GetMethods())
        .Where(method => method.GetCustomAttribute<LambdaFunctionAttribute>() is not null);

    private ServiceProvider Build()
    {
        var startup = Functions.GetTypes().Single(type => type.GetCustomAttribute<LambdaStartupAttribute>() is not null);
        var services = new ServiceCollection();
        _ = startup.GetMethod("ConfigureServices")!.Invoke(Activator.CreateInstance(startup), [services]);

        // what is registered last counts
        services.AddSingleton<TimeProvider>(Clock);
        services.AddSingleton(_http);
        foreach (var function in Handlers().Select(handler => handler.DeclaringType!))
        {
            services.AddSingleton(function);
        }

        return services.BuildServiceProvider();
    }

    private async Task<string> AnswerAsync(MethodInfo handler, string json)
    {
        using var input = new MemoryStream(Encoding.UTF8.GetBytes(json));

        // who has less than no time is in no hurry: one look at a resource, and no time limit
        var context = new LoggedCall(TimeSpan.FromTicks(-1));
        object?[] arguments = handler.GetParameters() switch
        {
            [_] => [context],
            [var only, _] when only.ParameterType == typeof(Stream) => [input, context],
            [var typed, _] => [Serialize(nameof(ILambdaSerializer.Deserialize), typed.ParameterType, input), context],
            _ => throw new InvalidOperationException($"{handler.Name} takes what no function takes"),
        };
        var running = (Task)handler.Invoke(_services!.GetRequiredService(handler.DeclaringType!), arguments)!;
        await running;
        var type = handler.ReturnType.GetGenericArguments().Single();
        var result = typeof(Task<>).MakeGenericType(type).GetProperty(nameof(Task<>.Result))!.GetValue(running)!;
        if (result is Stream stream)
        {
            using var reader = new StreamReader(stream, Encoding.UTF8);
            return await reader.ReadToEndAsync();
        }

        using var output = new MemoryStream();
        _ = Serialize(nameof(ILambdaSerializer.Serialize), type, result, output);
        return Encoding.UTF8.GetString(output.ToArray());
    }

    private static object? Serialize(string way, Type type, params object[] arguments) =>
        typeof(ILambdaSerializer).GetMethod(way)!.MakeGenericMethod(type).Invoke(Serializer, arguments);
}
