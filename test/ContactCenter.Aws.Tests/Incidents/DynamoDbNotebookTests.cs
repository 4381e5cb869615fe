using Amazon.DynamoDBv2;
using ContactCenter.Aws.Incidents;
using static ContactCenter.Aws.Tests.Incidents.Samples;

namespace ContactCenter.Aws.Tests.Incidents;

public sealed class DynamoDbNotebookTests(Emulator emulator) : IDisposable
{
    private readonly AmazonDynamoDBClient _client = emulator.DynamoDb();
    private readonly ManualClock _clock = new(Noon);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_name_is_added_once_until_it_expires()
    {
        var notebook = await NotebookAsync();

        Assert.True(await notebook.TryAddAsync("request-1", "seen", Noon.AddMinutes(10), Stop));
        Assert.False(await notebook.TryAddAsync("request-1", "again", Noon.AddMinutes(20), Stop));
        Assert.Equal("seen", await notebook.FindAsync("request-1", Stop));

        _clock.Now = Noon.AddMinutes(10);
        Assert.Null(await notebook.FindAsync("request-1", Stop));
        Assert.True(await notebook.TryAddAsync("request-1", "again", Noon.AddMinutes(20), Stop));
    }

    [Fact]
    public async Task The_newest_text_of_a_name_counts()
    {
        var notebook = await NotebookAsync();
        await notebook.SetAsync("slack/7Q2M9KXA-3", "1", Noon.AddDays(1), Stop);
        await notebook.SetAsync("slack/7Q2M9KXA-3", "2", Noon.AddDays(1), Stop);

        Assert.Equal("2", await notebook.FindAsync("slack/7Q2M9KXA-3", Stop));
        Assert.Null(await notebook.FindAsync("slack/7Q2M9KXA-4", Stop));
    }

    public void Dispose() => _client.Dispose();

    private async Task<DynamoDbNotebook> NotebookAsync() => new(_client, await IncidentTable.CreateAsync(_client), _clock);
}
