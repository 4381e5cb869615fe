using Amazon.DynamoDBv2;
using ContactCenter.Aws.Remediation;
using ContactCenter.Aws.Tests.Incidents;
using ContactCenter.Core.Remediation.Runs;
using static ContactCenter.Aws.Tests.Incidents.Samples;

namespace ContactCenter.Aws.Tests.Remediation;

public sealed class DynamoDbRemediationRecordsTests(Emulator emulator) : IDisposable
{
    private readonly AmazonDynamoDBClient _client = emulator.DynamoDb();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_case_comes_back_as_it_was_written_and_is_written_by_one_only()
    {
        var cases = new DynamoDbRemediationCases(_client, await IncidentTable.CreateAsync(_client), "heal-capacity");
        var asked = new RemediationCase("customers", Noon.AddHours(1)) { Incidents = ["7Q2M9KXA-3"], Told = "Change", Refusals = 2, ApprovedUntil = Noon.AddMinutes(15) };

        Assert.Null(await cases.FindAsync("customers", Stop));
        Assert.True(await cases.WriteAsync(asked, Stop));
        Assert.False(await cases.WriteAsync(asked, Stop));

        Assert.Equivalent(asked with { Version = 1 }, await cases.FindAsync("customers", Stop), strict: true);
        Assert.True(await cases.WriteAsync(asked with { Version = 1, Told = null }, Stop));
    }

    [Fact]
    public async Task Every_case_is_found()
    {
        var cases = new DynamoDbRemediationCases(_client, await IncidentTable.CreateAsync(_client), "heal-capacity");
        await cases.WriteAsync(new RemediationCase("orders", Noon), Stop);
        await cases.WriteAsync(new RemediationCase("customers", Noon), Stop);

        Assert.Equal(["customers", "orders"], (await cases.AllAsync(Stop)).Select(healing => healing.Resource));
    }

    [Fact]
    public async Task Decreases_since_a_time_are_known_by_table_and_index()
    {
        var log = new DynamoDbRemediationLog(_client, await IncidentTable.CreateAsync(_client), "heal-capacity");
        await log.AddAsync("customers", null, Noon.AddDays(-1), Stop);
        await log.AddAsync("customers", "by-phone", Noon.AddHours(1), Stop);
        await log.AddAsync("customers", null, Noon, Stop);
        await log.AddAsync("orders", null, Noon, Stop);

        Assert.Equal([(null, Noon), ("by-phone", Noon.AddHours(1))], await log.SinceAsync("customers", Noon, Stop));
    }

    public void Dispose() => _client.Dispose();
}
