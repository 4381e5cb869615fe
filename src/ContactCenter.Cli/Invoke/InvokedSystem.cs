using System.Text;
using ContactCenter.Aws.Notifications.Secrets;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Contacts.Customers;
using ContactCenter.Core.Contacts.Dialogues;
using ContactCenter.Core.Contacts.Queues;
using ContactCenter.Core.Incidents.Delivery;
using ContactCenter.Embedded;
using ContactCenter.Embedded.Calls;
using ContactCenter.Embedded.Ports;
using ContactCenter.Functions;
using ContactCenter.Functions.Contacts;
using ContactCenter.Language.Knowledge;
using Microsoft.Extensions.DependencyInjection;

namespace ContactCenter.Cli.Invoke;

/// <summary>The embedded functions for whoever tries one out: what would leave this machine is said instead.</summary>
internal sealed class InvokedSystem : IDisposable
{
    private readonly EmbeddedSystem _system;

    /// <summary>A system with nothing in its stores.</summary>
    /// <param name="configuration">The configuration.</param>
    /// <param name="clock">Says what time it is.</param>
    /// <param name="log">Takes the log and the metrics of the functions.</param>
    /// <param name="remarks">Takes what would leave this machine.</param>
    /// <param name="knowledge">The articles that the configuration names, or null.</param>
    public InvokedSystem(
        ContactCenterConfiguration configuration, TimeProvider clock, TextWriter log, TextWriter remarks, KnowledgeBase? knowledge = null)
    {
        Effects = new PrintedEffects(remarks);
        Customer = new RecordedCustomer(configuration);
        Function = new RecordedFunction(remarks);
        _system = new EmbeddedSystem(configuration, clock, log, services =>
        {
            services.AddSingleton<ISecretSource>(Secrets);
            services.AddSingleton<ICustomerSystem>(Customer);
            services.AddSingleton<IDialogueFunctions>(Function);
            services.AddSingleton(new HttpClient(new UnsentHttp(remarks)));
            services.AddSingleton<ICenterMetrics>(new EmptyCenter(remarks));
            services.AddSingleton(new EffectPorts(Effects, Effects));
            if (knowledge is not null)
            {
                services.AddSingleton(new PackagedKnowledge(knowledge));
            }
        });
    }

    /// <summary>What the functions are told.</summary>
    public ContactCenterConfiguration Configuration => _system.Configuration;

    /// <summary>Effects that were carried out, which means said.</summary>
    public PrintedEffects Effects { get; }

    /// <summary>The secrets of the functions.</summary>
    public TestSecrets Secrets { get; } = new();

    /// <summary>Effects that wait.</summary>
    public IOutbox Outbox => _system.Services.GetRequiredService<IOutbox>();

    /// <summary>Where the state of the queues is taken from.</summary>
    public IQueueStateStore Queues => _system.Services.GetRequiredService<IQueueStateStore>();

    /// <summary>What the customer system replies.</summary>
    public RecordedCustomer Customer { get; }

    /// <summary>What the customer's functions answer a dialogue.</summary>
    public RecordedFunction Function { get; }

    /// <summary>Runs a function on an event.</summary>
    /// <returns>What the function answers.</returns>
    public async Task<string> InvokeAsync(EmbeddedFunction function, ReadOnlyMemory<byte> request) =>
        Encoding.UTF8.GetString((await _system.InvokeAsync(function, request)).Span);

    public void Dispose() => _system.Dispose();
}
