using Amazon.DynamoDBv2;
using ContactCenter.Aws.Incidents;
using ContactCenter.Core.Incidents.Changes;

namespace ContactCenter.Aws.Tests.Incidents;

/// <summary>The contract, kept on DynamoDB.</summary>
public sealed class DynamoDbChangeLogTests(Emulator emulator) : ChangeLogContract, IDisposable
{
    private readonly AmazonDynamoDBClient _client = emulator.DynamoDb();

    public void Dispose() => _client.Dispose();

    protected override async ValueTask<IChangeLog> LogAsync() =>
        new DynamoDbChangeLog(_client, await IncidentTable.CreateAsync(_client), 90);
}
