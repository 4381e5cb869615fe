using Amazon.Connect.Model;
using Amazon.DynamoDBv2.Model;
using ContactCenter.Aws.Monitoring;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Monitoring.Growth;
using ContactCenter.Core.Texts;

namespace ContactCenter.Aws.Account;

/// <summary>
/// Counts what is in the instance by its lists, beside its quotas, and asks DynamoDB how large tables are, which it counts anew about every
/// six hours. Of users nothing but their number leaves this class.
/// </summary>
/// <param name="clients">Clients of the account.</param>
/// <param name="configuration">The instance and its tables.</param>
public sealed class AccountCounts(AccountClients clients, ContactCenterConfiguration configuration) : ICenterCounts
{
    /// <summary>What lists of an instance give at most, and those of associations (API reference).</summary>
    private const int PageSize = 1000;

    private const int SmallPageSize = 25;
    private const int MaximumPages = 100;
    private const double Gigabyte = 1024.0 * 1024 * 1024;

    /// <inheritdoc/>
    public async Task<CenterCounts> ReadAsync(CancellationToken cancellationToken)
    {
        var (unread, id, connect) = (new Unread(), configuration.Instance.Id, clients.Connect);
        var quotas = await unread.TryAsync(
            Sentences.PartQuotas,
            "servicequotas:ListServiceQuotas",
            () => InstanceQuotas.ReadAsync(clients.Quotas, configuration.Instance.Arn, cancellationToken)) ?? [];
        var values = new List<DayValue>();
        await CountAsync(
            CountedThings.Queues, "queues", "connect:ListQueues", async () =>
                (await ConnectLists.QueuesAsync(connect, id, cancellationToken)).Count);
        await CountAsync(
            CountedThings.Flows, Sentences.PartFlows, "connect:ListContactFlows", async () =>
                (await ConnectLists.ContactFlowsAsync(connect, id, cancellationToken)).Count);
        await CountAsync(
            CountedThings.RoutingProfiles, Sentences.PartRoutingProfiles, "connect:ListRoutingProfiles", async () =>
                (await ConnectLists.RoutingProfilesAsync(connect, id, cancellationToken)).Count);
        await CountAsync(
            CountedThings.Functions, Sentences.PartFunctions, "connect:ListLambdaFunctions", async () =>
                (await Page<string>.AllAsync(MaximumPages, async token =>
                {
                    var page = await connect.ListLambdaFunctionsAsync(
                        new ListLambdaFunctionsRequest { InstanceId = id, MaxResults = SmallPageSize, NextToken = token },
                        cancellationToken);
                    return new(page.LambdaFunctions, page.NextToken);
                })).Count);
        await CountAsync(
            CountedThings.Users, Sentences.PartUsers, "connect:ListUsers", async () =>
                (await Page<string>.AllAsync(MaximumPages, async token =>
                {
                    var page = await connect.ListUsersAsync(
                        new ListUsersRequest { InstanceId = id, MaxResults = PageSize, NextToken = token }, cancellationToken);
                    return new(page.UserSummaryList?.Select(static user => user.Id), page.NextToken);
                })).Count);
        var sizes = await unread.EachAsync(
            "table",
            "dynamodb:DescribeTable",
            configuration.Tables.Select(static table => table.Name),
            async name => (await clients.DynamoDb.DescribeTableAsync(
                new DescribeTableRequest { TableName = name }, cancellationToken)).Table);
        values.AddRange(configuration.Tables
            .Where(table => sizes.GetValueOrDefault(table.Name) is not null)
            .Select(table => new DayValue(CountedThings.TableSize, table.Name, Size(sizes[table.Name]!), table.MaximumGigabytes)));
        return new(values, [.. unread.Parts.Select(static part => $"{part.What}: {part.Why} {part.Right}")]);

        async Task CountAsync(string name, string what, string right, Func<Task<int>> count)
        {
            if (await unread.TryAsync(what, right, async () => new Count(await count())) is { } counted)
            {
                values.Add(new(name, "", counted.Number, LimitOf(name, quotas)));
            }
        }
    }

    /// <summary>A table and its indexes, which are stored beside it.</summary>
    private static double Size(TableDescription table) => ((table.TableSizeBytes ?? 0)
        + (table.GlobalSecondaryIndexes?.Sum(static index => index.IndexSizeBytes ?? 0) ?? 0)) / Gigabyte;

    private static double? LimitOf(string name, Dictionary<string, double> quotas) => quotas
        .Where(quota => quota.Value > 0 && CountedThings.OfQuota(quota.Key) == name)
        .Select(static quota => (double?)quota.Value).FirstOrDefault();

    private sealed record Count(int Number);
}
