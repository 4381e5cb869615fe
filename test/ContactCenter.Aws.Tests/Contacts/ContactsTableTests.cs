using Amazon.DynamoDBv2;
using ContactCenter.Aws.Contacts;
using ContactCenter.Core.Contacts.Customers;
using ContactCenter.Core.Contacts.Heard;
using ContactCenter.Core.Contacts.Promises;
using ContactCenter.Core.Contacts.Queues;
using ContactCenter.Core.Contacts.Surveys;
using ContactCenter.Core.Monitoring.Anomalies;
using ContactCenter.Language.Retraining;
using static ContactCenter.Aws.Tests.Incidents.Samples;

namespace ContactCenter.Aws.Tests.Contacts;

/// <summary>The contract, kept on DynamoDB, and what only a table has.</summary>
public sealed class ContactsTableTests(Emulator emulator) : ContactStoresContract, IDisposable
{
    private readonly AmazonDynamoDBClient _client = emulator.DynamoDb();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task More_corrections_than_fit_a_page_are_all_read()
    {
        var corrections = await CorrectionsAsync(new ManualClock(Noon));
        var text = new string('x', Correction.MaximumText);
        for (var i = 0; i < 130; i++)
        {
            await corrections.PutAsync(new Correction($"c{i:000}", text, "billing", Noon), Stop);
        }

        Assert.Equal(130, (await corrections.AllAsync(Stop)).Count);
    }

    public void Dispose() => _client.Dispose();

    protected override async ValueTask<ICorrectionStore> CorrectionsAsync(TimeProvider clock) =>
        new DynamoDbCorrections(_client, await ContactsTable.CreateAsync(_client), clock);

    protected override async ValueTask<IQueueStateStore> QueueStatesAsync() =>
        new DynamoDbQueueStates(_client, await ContactsTable.CreateAsync(_client));

    protected override async ValueTask<IAnswerStore> AnswersAsync() =>
        new DynamoDbAnswers(_client, await ContactsTable.CreateAsync(_client));

    protected override async ValueTask<ICallerHistory> CallersAsync() =>
        new DynamoDbCallers(_client, await ContactsTable.CreateAsync(_client));

    protected override async ValueTask<ISurveyStore> SurveysAsync() =>
        new DynamoDbSurveys(_client, await ContactsTable.CreateAsync(_client));

    protected override async ValueTask<ICallbackStore> CallbacksAsync(TimeProvider clock) =>
        new DynamoDbCallbacks(_client, await ContactsTable.CreateAsync(_client), clock);

    protected override async ValueTask<IHeardContacts> HeardAsync(TimeProvider clock) =>
        new DynamoDbHeardContacts(_client, await ContactsTable.CreateAsync(_client), clock);

    protected override async ValueTask<IPromisedContacts> PromisedAsync() =>
        new DynamoDbPromisedContacts(_client, await ContactsTable.CreateAsync(_client));

    protected override async ValueTask<IAnomalyBands> BandsAsync() =>
        new DynamoDbAnomalyBands(_client, await ContactsTable.CreateAsync(_client));
}
