using Amazon.DynamoDBv2;
using ContactCenter.Aws.Incidents;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Incidents.Delivery;

namespace ContactCenter.Aws.Tests.Incidents;

/// <summary>The contract, kept on DynamoDB.</summary>
public sealed class DynamoDbOutboxTests(Emulator emulator) : OutboxContract, IAsyncDisposable
{
    private readonly AmazonDynamoDBClient _client = emulator.DynamoDb();
    private string _table = "";

    public async ValueTask DisposeAsync()
    {
        await IncidentTable.DeleteAsync(_client, _table);
        _client.Dispose();
    }

    protected override async ValueTask<(IIncidentStore Store, IOutbox Outbox)> OutboxAsync()
    {
        _table = await IncidentTable.CreateAsync(_client);
        return (new DynamoDbIncidentStore(_client, _table, retentionDays: 400), new DynamoDbOutbox(_client, _table));
    }
}
