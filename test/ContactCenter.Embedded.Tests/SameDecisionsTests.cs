using Amazon.DynamoDBv2;
using ContactCenter.Aws.Tests;
using ContactCenter.Aws.Tests.Incidents;
using ContactCenter.Core.Monitoring.Alarms;
using ContactCenter.Core.Monitoring.Plan;
using ContactCenter.Core.Tests.Architecture;
using ContactCenter.Core.Tests.Monitoring.Parsing;
using ContactCenter.Simulation.Evaluation;

namespace ContactCenter.Embedded.Tests;

/// <summary>
/// The deployed container, with its table in the emulator, and the embedded one get the same events and must come to the same: severity,
/// incident, effects, and the requests that carry the text to SNS, Slack, Teams and ServiceNow.
/// </summary>
public sealed class SameDecisionsTests(Emulator emulator) : IAsyncDisposable
{
    private readonly AmazonDynamoDBClient _client = emulator.DynamoDb();
    private string _table = "";

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task A_payload_of_any_shape_is_decided_alike(PayloadShape shape, string kind) =>
        await AssertSameAsync(Kinds[kind].Bytes(shape));

    [Fact]
    public async Task The_recorded_alarm_is_decided_alike() =>
        await AssertSameAsync(await File.ReadAllBytesAsync(
            Repository.File("test/ContactCenter.Infra.Tests/EndToEnd/alarm.json"), TestContext.Current.CancellationToken));

    [Fact]
    public async Task What_cannot_be_read_is_decided_alike() => await AssertSameAsync("{\"AlarmName\":"u8.ToArray());

    [Fact]
    public async Task Every_alarm_of_the_catalog_is_decided_alike()
    {
        const string Reason = "Threshold Crossed: 1 datapoint [7.0] was greater than the threshold.";
        var writer = new AlarmMessageWriter(AlarmSource.Of(Sample.Configuration));
        var alarms = AlarmPlan.For(Sample.Configuration).DistinctBy(static alarm => alarm.Definition.Id);

        var sent = await AssertSameAsync([.. alarms.Select((alarm, i) => writer.WriteEvent(
            new AlarmTransition(alarm, AlarmState.Ok, AlarmState.Alarm, AlarmPayload.Noon.AddSeconds(i), Reason, [])))]);

        Assert.Contains(sent, static request => request.StartsWith("POST https://slack.com/", StringComparison.Ordinal));
        Assert.Contains(sent, static request => request.StartsWith("arn:aws:sns:", StringComparison.Ordinal));
    }

    public async ValueTask DisposeAsync()
    {
        await IncidentTable.DeleteAsync(_client, _table);
        _client.Dispose();
    }

    /// <summary>What kinds of alarms there are, by name.</summary>
    private static Dictionary<string, AlarmPayload> Kinds { get; } = new(StringComparer.Ordinal)
    {
        ["metric"] = new(),
        ["recovery"] = new() { State = "OK", PreviousState = "ALARM" },
        ["expression"] = new() { Expression = "m1 / 2" },
        ["anomaly"] = new() { Band = 2 },
        ["composite"] = new()
        {
            Name = "cc-prod/customers-cut-off",
            Rule = "ALARM(\"a\")",
            Children = ["arn:aws:cloudwatch:eu-central-1:123456789012:alarm:a"],
        },
        ["contributor"] = new() { ContributorId = "c1", ContributorAttributes = [("FunctionName", "cc-prod-route-contact")] },
    };

    /// <summary>Gives what both have sent.</summary>
    private async Task<IReadOnlyList<string>> AssertSameAsync(params byte[][] events)
    {
        _table = await IncidentTable.CreateAsync(_client);
        await using var deployed = ObservedSystem.Deployed(Sample.Configuration, _client, _table);
        await using var embedded = ObservedSystem.Embedded(Sample.Configuration);
        foreach (var one in events)
        {
            Assert.Equal(await deployed.TriageAsync(one), await embedded.TriageAsync(one));
        }

        var told = await embedded.DeliverAsync();
        Assert.Equal(await deployed.DeliverAsync(), told);
        return told;
    }

    public static TheoryData<PayloadShape, string> Cases
    {
        get
        {
            var cases = new TheoryData<PayloadShape, string>();
            foreach (var shape in Enum.GetValues<PayloadShape>())
            {
                foreach (var kind in Kinds.Keys)
                {
                    cases.Add(shape, kind);
                }
            }

            return cases;
        }
    }
}
