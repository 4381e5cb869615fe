using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using Amazon.Lambda.Core;
using ContactCenter.Core.Configuration;
using ContactCenter.Embedded.Calls;
using ContactCenter.Embedded.Ports;
using ContactCenter.Functions;
using Microsoft.Extensions.DependencyInjection;

namespace ContactCenter.Embedded;

/// <summary>
/// The deployed functions in this process: events go in and answers come out as JSON, as Lambda passes them. They are made of what a
/// deployment registers; only ports are others, in memory where nothing else is said. Nothing leaves this machine.
/// </summary>
public sealed class EmbeddedSystem : IDisposable
{
    private readonly ServiceProvider _services;
    private readonly TextWriter _log;
    private readonly ConcurrentDictionary<string, Func<Stream, ILambdaContext, Task<Stream>>> _handlers = new(StringComparer.Ordinal);

    /// <summary>A system with nothing in its stores.</summary>
    /// <param name="configuration">The configuration, checked.</param>
    /// <param name="clock">Says what time it is.</param>
    /// <param name="log">Takes the log and the metrics of the functions.</param>
    /// <param name="ports">Registers ports of the embedding's own; the others are in memory.</param>
    public EmbeddedSystem(ContactCenterConfiguration configuration, TimeProvider clock, TextWriter log, Action<IServiceCollection>? ports = null)
    {
        Configuration = configuration;
        _log = log;
        var services = new ServiceCollection();
        services.AddSingleton(clock);
        services.AddSingleton(new FunctionEnvironment(configuration, EmbeddedEnvironment.Variable));
        services.AddSingleton(new MetricLine(log));
        ports?.Invoke(services);
        MemoryPorts.AddTo(services, configuration);
        new Startup().ConfigureServices(services);
        _services = services.BuildServiceProvider();
    }

    /// <summary>What the functions are told.</summary>
    public ContactCenterConfiguration Configuration { get; }

    /// <summary>What the functions are made of.</summary>
    public IServiceProvider Services => _services;

    /// <summary>Runs a function on an event.</summary>
    /// <returns>What the function answers, UTF-8.</returns>
    public async Task<ReadOnlyMemory<byte>> InvokeAsync(EmbeddedFunction function, ReadOnlyMemory<byte> request)
    {
        ArgumentNullException.ThrowIfNull(function);
        var handler = _handlers.GetOrAdd(function.Name, static (_, call) => call.Function.Handler(call.System), (Function: function, System: this));
        using var input = new MemoryStream(request.ToArray(), writable: false);
        await using var answer = await handler(input, new EmbeddedCall(function.Name, _log));
        using var copy = new MemoryStream();
        await answer.CopyToAsync(copy);
        return copy.ToArray();
    }

    /// <inheritdoc/>
    public void Dispose() => _services.Dispose();

    /// <summary>Makes a function, once in a process as Lambda does.</summary>
    internal T Create<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] T>() =>
        ActivatorUtilities.CreateInstance<T>(_services);
}
