using System.Text;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Contacts.Corrections;
using ContactCenter.Core.Contacts.Customers;
using ContactCenter.Core.Contacts.Routing;
using ContactCenter.Core.Contacts.Surveys;
using ContactCenter.Core.Incidents;
using ContactCenter.Functions;
using Microsoft.Extensions.DependencyInjection;

namespace ContactCenter.Cli.Invoke;

/// <summary>
/// What the functions are made of, as in a deployment, with stores in memory in the place of tables. Nothing leaves this machine.
/// </summary>
internal sealed class EmbeddedSystem : IDisposable
{
    private readonly ServiceProvider _services;
    private readonly TextWriter _log;

    /// <summary>A system with nothing in its stores.</summary>
    /// <param name="configuration">The configuration.</param>
    /// <param name="clock">Says what time it is.</param>
    /// <param name="log">Takes the log and the metrics of the functions.</param>
    public EmbeddedSystem(ContactCenterConfiguration configuration, TimeProvider clock, TextWriter log)
    {
        _log = log;
        var services = new ServiceCollection();
        new Startup().ConfigureServices(services);

        // what is registered last counts
        var incidents = new InMemoryIncidentStore();
        services.AddSingleton(new FunctionEnvironment(configuration, static _ => null));
        services.AddSingleton(clock);
        services.AddSingleton(new MetricLine(log));
        services.AddSingleton<IIncidentStore>(incidents);
        services.AddSingleton<IOutbox>(incidents.Outbox);
        services.AddSingleton<IChangeLog, InMemoryChangeLog>();
        services.AddSingleton<ICorrectionStore, InMemoryCorrections>();
        services.AddSingleton<IQueueStateStore, InMemoryQueueStates>();
        services.AddSingleton<QueueView>();
        services.AddSingleton<InMemorySurveys>();
        services.AddSingleton<ISurveyStore>(static provider => provider.GetRequiredService<InMemorySurveys>());
        services.AddSingleton<ISurveyTasks>(static provider => provider.GetRequiredService<InMemorySurveys>());
        services.AddSingleton<ICustomerSystem>(Customer = new RecordedCustomer(configuration));
        _services = services.BuildServiceProvider();
    }

    /// <summary>Where the state of the queues is taken from.</summary>
    public IQueueStateStore Queues => _services.GetRequiredService<IQueueStateStore>();

    /// <summary>What the customer system replies.</summary>
    public RecordedCustomer Customer { get; }

    /// <summary>Makes a function.</summary>
    public T Create<T>() => ActivatorUtilities.CreateInstance<T>(_services);

    /// <summary>Runs a function on an event.</summary>
    /// <returns>What the function answers.</returns>
    public async Task<string> InvokeAsync(EmbeddedFunction function, byte[] request)
    {
        using var input = new MemoryStream(request, writable: false);
        await using var answer = await function.Handler(this)(input, new EmbeddedCall(function.Name, _log));
        using var reader = new StreamReader(answer, Encoding.UTF8);
        return await reader.ReadToEndAsync();
    }

    public void Dispose() => _services.Dispose();
}
