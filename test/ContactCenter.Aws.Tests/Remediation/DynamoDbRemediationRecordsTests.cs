using Amazon.DynamoDBv2;
using ContactCenter.Aws.Remediation;
using ContactCenter.Aws.Tests.Incidents;
using ContactCenter.Core.Remediation.Runs;

namespace ContactCenter.Aws.Tests.Remediation;

/// <summary>The contract, kept on DynamoDB.</summary>
public sealed class DynamoDbRemediationRecordsTests(Emulator emulator) : RemediationRecordsContract, IDisposable
{
    private readonly AmazonDynamoDBClient _client = emulator.DynamoDb();

    public void Dispose() => _client.Dispose();

    protected override async ValueTask<IRemediationCases> CasesAsync() =>
        new DynamoDbRemediationCases(_client, await IncidentTable.CreateAsync(_client), "heal-capacity");

    protected override async ValueTask<IRemediationLog> LogAsync() =>
        new DynamoDbRemediationLog(_client, await IncidentTable.CreateAsync(_client), "heal-capacity");
}
