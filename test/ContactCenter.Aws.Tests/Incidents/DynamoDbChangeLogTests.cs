using Amazon.DynamoDBv2;
using ContactCenter.Aws.Incidents;
using ContactCenter.Core.Incidents.Changes;
using static ContactCenter.Aws.Tests.Incidents.Samples;

namespace ContactCenter.Aws.Tests.Incidents;

public sealed class DynamoDbChangeLogTests(Emulator emulator) : IDisposable
{
    private readonly AmazonDynamoDBClient _client = emulator.DynamoDb();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Changes_come_in_order_of_time_each_once_from_a_time_on()
    {
        var log = new DynamoDbChangeLog(_client, await IncidentTable.CreateAsync(_client));
        foreach (var minute in (int[])[20, 5, 10, 20])
        {
            await log.AddAsync(new ConfigurationChange($"event-{minute}", Noon.AddMinutes(minute), Location, "Ada changed a flow."), Stop);
        }

        var since = await log.SinceAsync(Noon.AddMinutes(10), Stop);

        Assert.Equal(["event-10", "event-20"], since.Select(change => change.Id));
        Assert.Equal(new ConfigurationChange("event-10", Noon.AddMinutes(10), Location, "Ada changed a flow."), since[0]);
    }

    public void Dispose() => _client.Dispose();
}
