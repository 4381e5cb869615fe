using Amazon.Connect;
using Amazon.Connect.Model;
using Amazon.ServiceQuotas;
using Amazon.ServiceQuotas.Model;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Validation.Account;

namespace ContactCenter.Aws.Account;

/// <summary>What is in the Amazon Connect instance, what is switched on in it, and its quotas.</summary>
internal sealed class InstanceReader(AccountClients clients, Unread unread)
{
    private const int PageSize = 100;

    /// <summary>Enough for a thousand flows; no answer is longer.</summary>
    private const int MaximumPages = 50;

    private static readonly InstanceAttributeType[] Attributes =
        [InstanceAttributeType.CONTACTFLOW_LOGS, InstanceAttributeType.CONTACT_LENS];

    private static readonly InstanceStorageResourceType[] Places =
        [InstanceStorageResourceType.CALL_RECORDINGS, InstanceStorageResourceType.CHAT_TRANSCRIPTS];

    private readonly IAmazonConnect _connect = clients.Connect;

    public async Task<AccountReading> ReadAsync(
        AccountReading reading, ContactCenterConfiguration configuration, CancellationToken cancellationToken)
    {
        var id = configuration.Instance.Id;
        return reading with
        {
            Queues = await unread.TryAsync("queues", "connect:ListQueues", () => QueuesAsync(id, cancellationToken)),
            ContactFlows = await unread.TryAsync("contact flows", "connect:ListContactFlows", () => FlowsAsync(id, cancellationToken)),
            RoutingProfiles =
                await unread.TryAsync("routing profiles", "connect:ListRoutingProfiles", () => ProfilesAsync(id, cancellationToken)),
            Attributes = await AttributesAsync(id, cancellationToken),
            Storage = await StorageAsync(id, cancellationToken),
            ConnectQuotas = await unread.TryAsync(
                "quotas of Amazon Connect",
                "servicequotas:ListServiceQuotas",
                () => QuotasAsync(configuration.Instance.Arn, cancellationToken)),
        };
    }

    private Task<List<ConnectResource>> QueuesAsync(string id, CancellationToken cancellationToken) => AllAsync(async token =>
    {
        var page = await _connect.ListQueuesAsync(
            new ListQueuesRequest { InstanceId = id, QueueTypes = [QueueType.STANDARD], MaxResults = PageSize, NextToken = token },
            cancellationToken);
        return new Page(page.QueueSummaryList?.Select(static queue => Resource(queue.Id, queue.Name)), page.NextToken);
    });

    private Task<List<ConnectResource>> FlowsAsync(string id, CancellationToken cancellationToken) => AllAsync(async token =>
    {
        var page = await _connect.ListContactFlowsAsync(
            new ListContactFlowsRequest { InstanceId = id, MaxResults = PageSize, NextToken = token }, cancellationToken);
        return new Page(page.ContactFlowSummaryList?.Select(static flow => Resource(flow.Id, flow.Name)), page.NextToken);
    });

    private Task<List<ConnectResource>> ProfilesAsync(string id, CancellationToken cancellationToken) => AllAsync(async token =>
    {
        var page = await _connect.ListRoutingProfilesAsync(
            new ListRoutingProfilesRequest { InstanceId = id, MaxResults = PageSize, NextToken = token }, cancellationToken);
        return new Page(page.RoutingProfileSummaryList?.Select(static profile => Resource(profile.Id, profile.Name)), page.NextToken);
    });

    private async Task<Dictionary<string, bool>> AttributesAsync(string id, CancellationToken cancellationToken)
    {
        var found = new Dictionary<string, bool>(StringComparer.Ordinal);
        foreach (var type in Attributes)
        {
            var answer = await unread.TryAsync(
                $"attribute {type.Value} of the instance",
                "connect:DescribeInstanceAttribute",
                () => _connect.DescribeInstanceAttributeAsync(
                    new DescribeInstanceAttributeRequest { InstanceId = id, AttributeType = type }, cancellationToken));
            if (answer?.Attribute?.Value is { } value)
            {
                found[type.Value] = bool.TryParse(value, out var isOn) && isOn;
            }
        }

        return found;
    }

    private async Task<Dictionary<string, int>> StorageAsync(string id, CancellationToken cancellationToken)
    {
        var found = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var type in Places)
        {
            var answer = await unread.TryAsync(
                $"storage of {type.Value}",
                "connect:ListInstanceStorageConfigs",
                () => _connect.ListInstanceStorageConfigsAsync(
                    new ListInstanceStorageConfigsRequest { InstanceId = id, ResourceType = type }, cancellationToken));
            if (answer is not null)
            {
                found[type.Value] = answer.StorageConfigs?.Count ?? 0;
            }
        }

        return found;
    }

    /// <summary>The quotas of the account first, then those of the instance, which count where there are both.</summary>
    private async Task<Dictionary<string, double>> QuotasAsync(string arn, CancellationToken cancellationToken)
    {
        var found = new Dictionary<string, double>(StringComparer.Ordinal);
        var request = new ListServiceQuotasRequest
        {
            ServiceCode = "connect",
            QuotaAppliedAtLevel = AppliedLevelEnum.ALL,
            MaxResults = PageSize,
        };
        for (var page = 0; page < MaximumPages; page++)
        {
            var answer = await clients.Quotas.ListServiceQuotasAsync(request, cancellationToken);
            foreach (var quota in answer.Quotas ?? [])
            {
                var isOfInstance = quota.QuotaContext?.ContextId == arn;
                if (quota is { QuotaName: { } name, Value: { } value }
                    && (isOfInstance || quota.QuotaContext?.ContextId is null or "*")
                    && (isOfInstance || !found.ContainsKey(name)))
                {
                    found[name] = value;
                }
            }

            if (string.IsNullOrEmpty(answer.NextToken))
            {
                break;
            }

            request.NextToken = answer.NextToken;
        }

        return found;
    }

    private static async Task<List<ConnectResource>> AllAsync(Func<string?, Task<Page>> read)
    {
        var all = new List<ConnectResource>();
        string? token = null;
        for (var i = 0; i < MaximumPages; i++)
        {
            var page = await read(token);
            all.AddRange((page.Resources ?? []).OfType<ConnectResource>());
            if (string.IsNullOrEmpty(page.Next))
            {
                break;
            }

            token = page.Next;
        }

        return all;
    }

    /// <summary>Queues of agents have no name.</summary>
    private static ConnectResource? Resource(string? id, string? name) => id is null || name is null ? null : new ConnectResource(id, name);

    private sealed record Page(IEnumerable<ConnectResource?>? Resources, string? Next);
}
