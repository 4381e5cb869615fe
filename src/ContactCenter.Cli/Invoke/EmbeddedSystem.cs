using System.Text;
using Amazon;
using Amazon.Connect;
using Amazon.Runtime;
using ContactCenter.Aws.Monitoring;
using ContactCenter.Aws.Notifications.Secrets;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Contacts.Customers;
using ContactCenter.Core.Contacts.Queues;
using ContactCenter.Core.Contacts.Sentiment;
using ContactCenter.Core.Contacts.Surveys;
using ContactCenter.Core.Deployment;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Incidents.Changes;
using ContactCenter.Core.Incidents.Delivery;
using ContactCenter.Core.Monitoring.Plan;
using ContactCenter.Functions;
using ContactCenter.Functions.Contacts;
using ContactCenter.Functions.Incidents;
using ContactCenter.Language.Retraining;
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
    /// <param name="remarks">Takes what would leave this machine.</param>
    public EmbeddedSystem(ContactCenterConfiguration configuration, TimeProvider clock, TextWriter log, TextWriter remarks)
    {
        Configuration = configuration;
        Effects = new PrintedEffects(remarks);
        _log = log;
        var services = new ServiceCollection();
        new Startup().ConfigureServices(services);

        // what is registered last counts
        var incidents = new InMemoryIncidentStore();
        services.AddSingleton(new FunctionEnvironment(configuration, TestSecrets.Variable));
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
        services.AddSingleton<ISentimentStore, InMemorySentiment>();
        services.AddSingleton<ICallerHistory, InMemoryCallers>();
        services.AddSingleton(provider => new RecentCallers(provider.GetRequiredService<ICallerHistory>(), Secrets, TestSecrets.CallerKey, clock));
        services.AddSingleton<INotebook, InMemoryNotebook>();
        services.AddSingleton<ISecretSource>(Secrets);
        services.AddSingleton(new HttpClient(new UnsentHttp(remarks)));
        services.AddSingleton<ICenterMetrics>(new EmptyCenter(remarks));
        services.AddSingleton<IAmazonConnect>(static _ => new AmazonConnectClient(new AnonymousAWSCredentials(), RegionEndpoint.USEast1));
        services.AddSingleton(provider => new ConnectDirectory(provider.GetRequiredService<IAmazonConnect>(), WithIds(configuration), clock));
        services.AddSingleton<IEffectHandler>(provider => new EffectRouter(
            Effects, Effects, new ProbeHandler(at => provider.GetRequiredService<HeartbeatMetric>().Tell(at, HeartbeatComponents.Pipeline), clock)));
        _services = services.BuildServiceProvider();
    }

    /// <summary>What the functions are told.</summary>
    public ContactCenterConfiguration Configuration { get; }

    /// <summary>Effects that were carried out, which means said.</summary>
    public PrintedEffects Effects { get; }

    /// <summary>The secrets of the functions.</summary>
    public TestSecrets Secrets { get; } = new();

    /// <summary>Effects that wait.</summary>
    public IOutbox Outbox => _services.GetRequiredService<IOutbox>();

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

    /// <summary>Every name has an id, so that none is looked up in AWS; an id that was not configured belongs to no name, as it does there.</summary>
    private static ContactCenterConfiguration WithIds(ContactCenterConfiguration configuration) => configuration with
    {
        Queues = [.. configuration.Queues.Select(static queue => queue with { Id = queue.Id ?? queue.Name })],
        RoutingProfiles = [.. configuration.RoutingProfiles.Select(static profile => profile with { Id = profile.Id ?? profile.Name })],
    };

    public void Dispose() => _services.Dispose();
}
