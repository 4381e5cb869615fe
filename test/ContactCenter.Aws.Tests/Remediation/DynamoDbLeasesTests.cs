using Amazon.DynamoDBv2;
using ContactCenter.Aws.Remediation;
using ContactCenter.Aws.Tests.Incidents;
using ContactCenter.Core.Remediation.Capacity;
using ContactCenter.Core.Remediation.Runs;
using static ContactCenter.Aws.Tests.Incidents.Samples;

namespace ContactCenter.Aws.Tests.Remediation;

/// <summary>The contract, kept on DynamoDB.</summary>
public sealed class DynamoDbLeasesTests(Emulator emulator) : LeasesContract, IDisposable
{
    private readonly AmazonDynamoDBClient _client = emulator.DynamoDb();

    public void Dispose() => _client.Dispose();

    protected override async ValueTask<IRemediationLeases<CapacityChange>> LeasesAsync() =>
        RemediationLeases.OfCapacity(_client, await IncidentTable.CreateAsync(_client), new ManualClock(Noon));
}
