using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;
using ContactCenter.Aws.Account;
using ContactCenter.Aws.Tests.Incidents;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Monitoring.Growth;
using ContactCenter.Core.Tests.Architecture;
using ContactCenter.Core.Validation;

namespace ContactCenter.Aws.Tests.Account;

/// <summary>What is counted at night, over the wire: the lists of the instance from records, tables from the emulator.</summary>
public sealed class AccountCountsTests(Emulator emulator)
{
    private static readonly ContactCenterConfiguration Configuration =
        ConfigurationReader.ReadChecked(File.ReadAllBytes(Repository.File("contactcenter.json")));

    [Fact]
    public async Task Things_of_the_instance_are_counted_beside_their_quotas_and_what_is_refused_is_told()
    {
        var counts = await CountAsync(Configuration with { Tables = [] });

        Assert.Equal(
            [
                new DayValue(CountedThings.Queues, "", 2, null), new DayValue(CountedThings.Flows, "", 4, null),
                new DayValue(CountedThings.Functions, "", 1, 50), new DayValue(CountedThings.Users, "", 3, 500),
            ],
            counts.Values);
        Assert.StartsWith("routing profiles: ", Assert.Single(counts.Problems), StringComparison.Ordinal);
    }

    [Fact]
    public async Task How_large_a_table_is_stands_beside_what_it_should_not_reach_and_one_that_is_not_there_is_told()
    {
        using var dynamoDb = emulator.DynamoDb();
        var table = await IncidentTable.CreateAsync(dynamoDb, $"sized-{Guid.NewGuid():N}");
        _ = await dynamoDb.PutItemAsync(
            new PutItemRequest
            {
                TableName = table,
                Item = new() { ["pk"] = new("a"), ["sk"] = new("b"), ["text"] = new(new string('x', 1000)) },
            },
            TestContext.Current.CancellationToken);

        var counts = await CountAsync(Configuration with
        {
            Tables = [new() { Name = table, MaximumGigabytes = 20 }, new() { Name = "is-not-there" }],
        });

        await IncidentTable.DeleteAsync(dynamoDb, table);
        var size = Assert.Single(counts.Values, static value => value.Name == CountedThings.TableSize);
        Assert.Equal((table, 20), (size.Of, size.Limit));
        Assert.InRange(size.Value, 0, 1e-3);
        Assert.Contains(counts.Problems, static problem => problem.StartsWith("table \"is-not-there\": ", StringComparison.Ordinal));
    }

    private async Task<CenterCounts> CountAsync(ContactCenterConfiguration configuration)
    {
        using var required = emulator.DynamoDb();
        await using var account = await RecordedAccount.StartAsync(emulator.Address, configuration);
        using var clients = AccountClients.For(
            configuration.Instance.Region, account.Address, new BasicAWSCredentials("test", "test"));
        return await new AccountCounts(clients, configuration).ReadAsync(TestContext.Current.CancellationToken);
    }
}
