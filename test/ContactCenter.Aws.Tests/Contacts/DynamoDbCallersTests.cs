using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using ContactCenter.Aws.Contacts;
using ContactCenter.Core.Contacts.Customers;
using Moq;
using static ContactCenter.Aws.Tests.Incidents.Samples;

namespace ContactCenter.Aws.Tests.Contacts;

public sealed class DynamoDbCallersTests(Emulator emulator) : IDisposable
{
    private readonly AmazonDynamoDBClient _client = emulator.DynamoDb();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_item_ends_with_the_last_contact()
    {
        var (callers, table) = await CreateAsync();

        _ = await callers.ArriveAsync("key", "a", Noon, Stop);
        _ = await callers.ArriveAsync("key", "b", Noon.AddDays(1), Stop);

        var item = await ItemAsync(table);
        Assert.Equal(
            (Noon.AddDays(1) + CallerKey.Remembered).ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture),
            item["expiresAt"].N);
    }

    [Fact]
    public async Task Somebody_who_calls_all_the_time_does_not_fill_the_table()
    {
        var (callers, table) = await CreateAsync();
        var count = 0;
        for (var i = 0; i < 200; i++)
        {
            count = (await callers.ArriveAsync("key", $"contact-{i}", Noon.AddMinutes(i), Stop)).Contacts;
        }

        // nobody waits for the clean-up, so it may lag behind by some contacts
        Assert.InRange(count, 80, 150);
        Assert.InRange((await ItemAsync(table))["contacts"].SS.Count, 80, 150);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_clean_up_that_fails_or_does_not_end_costs_no_answer(bool ends)
    {
        var client = new Mock<IAmazonDynamoDB>();
        List<string> entries =
        [
            .. Enumerable.Range(0, 40).Select(i => $"old-{i}|{Noon.AddDays(-8).ToUnixTimeSeconds()}"),
            $"fresh|{Noon.AddDays(-1).ToUnixTimeSeconds()}"
        ];
        client.Setup(static one =>
            one.UpdateItemAsync(
                It.Is<UpdateItemRequest>(request => request.UpdateExpression.StartsWith("ADD")), It.IsAny<CancellationToken>()))
            .ReturnsAsync(new UpdateItemResponse
            {
                Attributes = new Dictionary<string, AttributeValue> { ["contacts"] = new() { SS = entries } }
            });
        client.Setup(static one =>
            one.UpdateItemAsync(
                It.Is<UpdateItemRequest>(request => request.UpdateExpression.StartsWith("DELETE")), It.IsAny<CancellationToken>()))
            .Returns(ends
                ? Task.FromException<UpdateItemResponse>(new ProvisionedThroughputExceededException("slow down"))
                : new TaskCompletionSource<UpdateItemResponse>().Task);

        var counting = new DynamoDbCallers(client.Object, "table").ArriveAsync("key", "now", Noon, Stop);

        Assert.True(counting.IsCompletedSuccessfully);
        Assert.Equal(new CallerMemory(1), await counting);
        client.Verify(static one => one.UpdateItemAsync(It.IsAny<UpdateItemRequest>(), It.IsAny<CancellationToken>()), Times.Exactly(2));
    }

    public void Dispose() => _client.Dispose();

    private async Task<(DynamoDbCallers Callers, string Table)> CreateAsync()
    {
        var table = await ContactsTable.CreateAsync(_client);
        return (new DynamoDbCallers(_client, table), table);
    }

    private async Task<Dictionary<string, AttributeValue>> ItemAsync(string table) =>
        (await _client.GetItemAsync(
            table, new Dictionary<string, AttributeValue> { ["pk"] = new("caller/key"), ["sk"] = new("history") }, Stop)).Item;
}
