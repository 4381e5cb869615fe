using Amazon.DynamoDBv2;
using ContactCenter.Aws.Incidents;
using ContactCenter.Core.Incidents.Delivery;

namespace ContactCenter.Aws.Tests.Incidents;

/// <summary>The contract, kept on DynamoDB.</summary>
public sealed class DynamoDbNotebookTests(Emulator emulator) : NotebookContract, IDisposable
{
    private readonly AmazonDynamoDBClient _client = emulator.DynamoDb();

    public void Dispose() => _client.Dispose();

    protected override async ValueTask<INotebook> NotebookAsync(TimeProvider clock) =>
        new DynamoDbNotebook(_client, await IncidentTable.CreateAsync(_client), clock);
}
