using Amazon.Connect;
using Amazon.Connect.Model;

namespace ContactCenter.Aws.Monitoring;

/// <summary>Ids and names of what is in an Amazon Connect instance.</summary>
internal static class ConnectLists
{
    /// <summary>The longest page that these calls give (API reference).</summary>
    private const int PageSize = 1000;

    /// <summary>An instance has 200 queues unless its quota was raised.</summary>
    private const int MaximumPages = 20;

    /// <summary>Queues; those of agents have no names and can be thousands.</summary>
    public static Task<List<(string Id, string Name)>> QueuesAsync(
        IAmazonConnect connect, string instanceId, CancellationToken cancellationToken) => AllAsync(async token =>
    {
        var page = await connect.ListQueuesAsync(
            new ListQueuesRequest { InstanceId = instanceId, QueueTypes = [QueueType.STANDARD], MaxResults = PageSize, NextToken = token },
            cancellationToken);
        return new(page.QueueSummaryList?.Select(static queue => ((string?)queue.Id, (string?)queue.Name)), page.NextToken);
    });

    /// <summary>Routing profiles.</summary>
    public static Task<List<(string Id, string Name)>> RoutingProfilesAsync(
        IAmazonConnect connect, string instanceId, CancellationToken cancellationToken) => AllAsync(async token =>
    {
        var page = await connect.ListRoutingProfilesAsync(
            new ListRoutingProfilesRequest { InstanceId = instanceId, MaxResults = PageSize, NextToken = token }, cancellationToken);
        return new(page.RoutingProfileSummaryList?.Select(static profile => ((string?)profile.Id, (string?)profile.Name)), page.NextToken);
    });

    /// <summary>Contact flows.</summary>
    public static Task<List<(string Id, string Name)>> ContactFlowsAsync(
        IAmazonConnect connect, string instanceId, CancellationToken cancellationToken) => AllAsync(async token =>
    {
        var page = await connect.ListContactFlowsAsync(
            new ListContactFlowsRequest { InstanceId = instanceId, MaxResults = PageSize, NextToken = token }, cancellationToken);
        return new(page.ContactFlowSummaryList?.Select(static flow => ((string?)flow.Id, (string?)flow.Name)), page.NextToken);
    });

    private static async Task<List<(string Id, string Name)>> AllAsync(Func<string?, Task<Page<(string? Id, string? Name)>>> read) =>
    [
        .. (await Page<(string? Id, string? Name)>.AllAsync(MaximumPages, read))
            .Where(static one => one is { Id: not null, Name: not null })
            .Select(static one => (one.Id!, one.Name!)),
    ];
}
