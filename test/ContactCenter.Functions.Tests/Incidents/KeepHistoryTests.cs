using Amazon.DynamoDBv2.Model;
using Amazon.Lambda.DynamoDBEvents;
using ContactCenter.Core.Deployment;
using ContactCenter.Core.Incidents.History;
using ContactCenter.Core.Learning.Reviews;
using ContactCenter.Functions.Incidents;
using ContactCenter.Simulation.Stores;
using static ContactCenter.Aws.Tests.Incidents.Samples;

namespace ContactCenter.Functions.Tests.Incidents;

/// <summary>What the second reader of the stream does with records that are odd, and with failures of its own.</summary>
public sealed class KeepHistoryTests
{
    private readonly InMemoryIncidentStore _store = new();
    private readonly InMemoryIncidentHistory _history = new();
    private readonly InMemoryAlarmHistory _alarms = new();
    private readonly InMemoryReviews _reviews = new();

    [Fact]
    public async Task A_record_that_cannot_be_read_holds_up_no_other()
    {
        await OpenAsync("Billing");
        var broken = Correlation("Sales");
        broken["news"] = new("0.0");
        broken["body"] = new("{");

        var failures = await KeepAsync(_store, [broken, Correlation("Billing")]);

        Assert.Empty(failures);
        Assert.Equal("Billing", Assert.Single(_history.All).Resource);
    }

    [Fact]
    public async Task Only_records_of_an_incident_that_could_not_be_kept_come_again()
    {
        await OpenAsync("Billing");
        await OpenAsync("Sales");

        var failures = await KeepAsync(
            new FailingFiles(_store, Key("Sales").Code), [Correlation("Sales"), Correlation("Billing"), Correlation("Sales")]);

        Assert.Equal([$"{1:D21}", $"{3:D21}"], failures.Order());
        Assert.Equal("Billing", Assert.Single(_history.All).Resource);
    }

    [Fact]
    public async Task What_time_to_live_removes_and_what_is_no_incident_is_passed_over()
    {
        await OpenAsync("Billing");
        var note = Correlation("Billing");
        note[TableLayout.Kind] = new("note");

        Assert.Empty(await KeepAsync(_store, [Correlation("Billing")], "REMOVE"));
        Assert.Empty(await KeepAsync(_store, [note, Correlation("Nobody"), []]));
        Assert.Empty(_history.All);
    }

    private static Dictionary<string, AttributeValue> Correlation(string resource) => new()
    {
        [TableLayout.PartitionKey] = new(Key(resource).Code),
        [TableLayout.SortKey] = new("correlation"),
        [TableLayout.Kind] = new(TableLayout.CorrelationKind),
    };

    private async Task OpenAsync(string resource) =>
        Assert.True(await _store.CommitAsync(Opening(resource, Noon), TestContext.Current.CancellationToken));

    private async Task<IReadOnlyList<string>> KeepAsync(
        IIncidentFiles files, IEnumerable<Dictionary<string, AttributeValue>> images, string eventName = "MODIFY")
    {
        var function = new KeepHistoryFunction(new HistoryKeeper(files, _history), _alarms, new ReviewOpener(_reviews));
        var outcome = await RuntimeLoop.InvokeAsync<DynamoDBEvent, StreamsEventResponse>(
            function.KeepHistory, Events.Stream(images, eventName));
        using var reply = System.Text.Json.JsonDocument.Parse(outcome.Body);
        return
        [
            .. reply.RootElement.GetProperty("batchItemFailures").EnumerateArray()
                .Select(static failure => failure.GetProperty("itemIdentifier").GetString()!),
        ];
    }

    /// <summary>Files of which those under one key cannot be opened now.</summary>
    private sealed class FailingFiles(IIncidentFiles files, string code) : IIncidentFiles
    {
        public ValueTask<IncidentFile?> OpenNewestAsync(string wanted, CancellationToken cancellationToken) =>
            wanted == code ? throw new TimeoutException("throttled") : files.OpenNewestAsync(wanted, cancellationToken);

        public ValueTask<IncidentFile?> OpenAsync(string incidentId, CancellationToken cancellationToken) =>
            files.OpenAsync(incidentId, cancellationToken);
    }
}
