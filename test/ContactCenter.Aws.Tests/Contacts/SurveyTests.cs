using Amazon.Connect;
using Amazon.Connect.Model;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using ContactCenter.Aws.Contacts;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Contacts.Flows;
using ContactCenter.Core.Contacts.Surveys;
using Moq;
using static ContactCenter.Aws.Tests.Incidents.Samples;

namespace ContactCenter.Aws.Tests.Contacts;

public sealed class SurveyTests(Emulator emulator) : IDisposable
{
    private readonly AmazonDynamoDBClient _client = emulator.DynamoDb();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_first_rating_of_a_contact_stays()
    {
        var (surveys, table) = await CreateAsync();

        Assert.True(await surveys.AddAsync(Survey(2, null), Stop));
        Assert.False(await surveys.AddAsync(Survey(2, null), Stop));
        Assert.False(await surveys.AddAsync(Survey(5, null), Stop));

        Assert.Equal("2", (await ItemAsync(table))["rating"].N);
    }

    [Fact]
    public async Task A_comment_can_come_before_or_after_the_rating()
    {
        var (surveys, table) = await CreateAsync();

        Assert.False(await surveys.AddAsync(Survey(null, "too slow"), Stop));
        Assert.True(await surveys.AddAsync(Survey(1, null), Stop));

        var item = await ItemAsync(table);
        Assert.Equal(("1", "too slow", "Cards"), (item["rating"].N, item["comment"].S, item["queue"].S));
        Assert.Equal(
            (Noon + Core.Contacts.Surveys.Survey.Kept).ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture),
            item["expiresAt"].N);
    }

    [Fact]
    public async Task A_task_is_related_to_the_contact_and_has_its_token()
    {
        var connect = new Mock<IAmazonConnect>();
        var task = SurveyPlan.Task(Survey(1, null), new SurveySettings { TaskQueue = "Supervisors" }, FlowRequest.Empty)!;

        await new ConnectTasks(connect.Object, "instance", "flow").StartAsync(task, "c-1", Stop);

        connect.Verify(one => one.StartTaskContactAsync(
            It.Is<StartTaskContactRequest>(request =>
                request.RelatedContactId == "c-1" && request.ClientToken == "survey-c-1" && request.Attributes["queue"] == "Supervisors"),
                Stop));
    }

    [Fact]
    public async Task A_deployment_without_a_flow_for_tasks_says_so() => await Assert.ThrowsAsync<InvalidOperationException>(async () =>
        await new ConnectTasks(Mock.Of<IAmazonConnect>(), "instance", null)
            .StartAsync(
                SurveyPlan.Task(Survey(1, null), new SurveySettings { TaskQueue = "Supervisors" }, FlowRequest.Empty)!, "c-1", Stop));

    public void Dispose() => _client.Dispose();

    private static Survey Survey(int? rating, string? comment) => new("c-1", rating, comment, "Cards", null, Noon);

    private async Task<(DynamoDbSurveys Surveys, string Table)> CreateAsync()
    {
        var table = await ContactsTable.CreateAsync(_client);
        return (new DynamoDbSurveys(_client, table), table);
    }

    private async Task<Dictionary<string, AttributeValue>> ItemAsync(string table) =>
        Assert.Single(
            (await _client.ScanAsync(new ScanRequest { TableName = table }, Stop)).Items, static item => item["pk"].S == "contact/c-1");
}
