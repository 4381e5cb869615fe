using Amazon.DynamoDBv2;
using ContactCenter.Aws.Incidents;
using ContactCenter.Core.Incidents;

namespace ContactCenter.Aws.Tests.Incidents;

/// <summary>The contract, kept on DynamoDB.</summary>
public sealed class DynamoDbOutboxTests(Emulator emulator) : OutboxContract, IDisposable
{
    private readonly AmazonDynamoDBClient _client = emulator.DynamoDb();

    public void Dispose() => _client.Dispose();

    protected override async ValueTask<(IIncidentStore Store, IOutbox Outbox)> OutboxAsync()
    {
        var table = await IncidentTable.CreateAsync(_client);
        return (new DynamoDbIncidentStore(_client, table, retentionDays: 400), new DynamoDbOutbox(_client, table));
    }
}
