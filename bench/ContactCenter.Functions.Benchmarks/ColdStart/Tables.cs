using ContactCenter.Aws.Contacts;
using ContactCenter.Aws.Incidents;
using ContactCenter.Aws.Tests.Contacts;
using ContactCenter.Aws.Tests.Incidents;
using ContactCenter.Core.Contacts.Queues;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Monitoring.Parsing;

namespace ContactCenter.Functions.Benchmarks.ColdStart;

/// <summary>
/// The tables of one start, as they are deployed: each start finds the same, and they are deleted after it, because the emulator copies
/// everything that it holds with every transaction.
/// </summary>
internal sealed class Tables : IAsyncDisposable
{
    private readonly Services _services;

    private Tables(Services services, string incidents, string contacts)
    {
        _services = services;
        Incidents = incidents;
        Contacts = contacts;
    }

    public string Incidents { get; }

    public string Contacts { get; }

    public static async Task<Tables> CreateAsync(Services services) => new(
        services, await IncidentTable.CreateAsync(services.DynamoDb), await ContactsTable.CreateAsync(services.DynamoDb));

    /// <summary>Opens an incident, as an alarm does.</summary>
    public async Task<Decision> OpenIncidentAsync()
    {
        var now = TimeProvider.System.GetUtcNow();
        var desk = new IncidentDesk(_services.Configuration, new DynamoDbIncidentStore(_services.DynamoDb, Incidents, retentionDays: 400));
        return (await desk.Pipeline.ReceiveAsync(AlarmParser.Parse(Events.Alarm(now), now).Single(), now)).Decision;
    }

    /// <summary>Leaves the states of the queues, as the collector does every minute.</summary>
    public async Task WriteQueueStatesAsync() => await new DynamoDbQueueStates(_services.DynamoDb, Contacts).WriteAsync(
        new QueueStates(
            TimeProvider.System.GetUtcNow(),
            [.. _services.Configuration.Queues.Select(static queue => new QueueState(queue.Name, 4, 20, 10, 0, 10, 4, 300, 5))]),
        CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        await IncidentTable.DeleteAsync(_services.DynamoDb, Incidents);
        await IncidentTable.DeleteAsync(_services.DynamoDb, Contacts);
    }
}
