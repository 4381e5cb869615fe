using Amazon.DynamoDBv2;
using ContactCenter.Aws.Incidents;
using ContactCenter.Core.Settings;

namespace ContactCenter.Aws.Tests.Incidents;

/// <summary>The contract, kept on DynamoDB.</summary>
public sealed class DynamoDbSettingsTests(Emulator emulator) : SettingsStoreContract, IDisposable
{
    private readonly AmazonDynamoDBClient _client = emulator.DynamoDb();

    public void Dispose() => _client.Dispose();

    protected override async ValueTask<ISettingsStore> StoreAsync() =>
        new DynamoDbSettings(_client, await IncidentTable.CreateAsync(_client), retentionDays: 400);
}
