using Amazon.Connect;
using Amazon.Connect.Model;
using ContactCenter.Aws.Contacts;
using ContactCenter.Aws.Monitoring;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Texts;
using ContactCenter.Core.Validation.Account;

namespace ContactCenter.Aws.Account;

/// <summary>What is in the Amazon Connect instance, what is switched on in it, and its quotas.</summary>
internal sealed class InstanceReader(AccountClients clients, Unread unread)
{
    /// <summary>What the lists of associations give at most (API reference).</summary>
    private const int SmallPageSize = 25;

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
            Queues = await unread.TryAsync(
                "queues", "connect:ListQueues", () => ResourcesAsync(ConnectLists.QueuesAsync(_connect, id, cancellationToken))),
            ContactFlows = await unread.TryAsync(
                Sentences.PartFlows,
                "connect:ListContactFlows",
                () => ResourcesAsync(ConnectLists.ContactFlowsAsync(_connect, id, cancellationToken))),
            RoutingProfiles = await unread.TryAsync(
                Sentences.PartRoutingProfiles,
                "connect:ListRoutingProfiles",
                () => ResourcesAsync(ConnectLists.RoutingProfilesAsync(_connect, id, cancellationToken))),
            AssociatedFunctions =
                await unread.TryAsync(Sentences.PartFunctions, "connect:ListLambdaFunctions", () => FunctionsAsync(id, cancellationToken)),
            AssociatedBots = await unread.TryAsync(Sentences.PartBots, "connect:ListBots", () => BotsAsync(id, cancellationToken)),
            Attributes = await AttributesAsync(id, cancellationToken),
            Storage = await StorageAsync(id, cancellationToken),
            SegmentStreams = configuration.Sentiment.IsLive
                ? await unread.TryAsync(
                    Sentences.PartStreams,
                    "connect:ListInstanceStorageConfigs",
                    () => new ConnectSegmentStreams(_connect, id).ListAsync(cancellationToken).AsTask())
                : null,
            ConnectQuotas = await unread.TryAsync(
                Sentences.PartQuotas,
                "servicequotas:ListServiceQuotas",
                () => InstanceQuotas.ReadAsync(clients.Quotas, configuration.Instance.Arn, cancellationToken)),
        };
    }

    private static async Task<List<ConnectResource>> ResourcesAsync(Task<List<(string Id, string Name)>> reading) =>
        [.. (await reading).Select(static one => new ConnectResource(one.Id, one.Name))];

    private Task<List<string>> FunctionsAsync(string id, CancellationToken cancellationToken) =>
        Page<string>.AllAsync(MaximumPages, async token =>
        {
            var page = await _connect.ListLambdaFunctionsAsync(
                new ListLambdaFunctionsRequest { InstanceId = id, MaxResults = SmallPageSize, NextToken = token }, cancellationToken);
            return new(page.LambdaFunctions, page.NextToken);
        });

    private Task<List<string>> BotsAsync(string id, CancellationToken cancellationToken) =>
        Page<string>.AllAsync(MaximumPages, async token =>
        {
            var page = await _connect.ListBotsAsync(
                new ListBotsRequest { InstanceId = id, LexVersion = LexVersion.V2, MaxResults = SmallPageSize, NextToken = token },
                cancellationToken);
            return new(page.LexBots?.Select(static bot => bot.LexV2Bot?.AliasArn).OfType<string>(), page.NextToken);
        });

    private async Task<Dictionary<string, bool>> AttributesAsync(string id, CancellationToken cancellationToken)
    {
        var found = new Dictionary<string, bool>(StringComparer.Ordinal);
        foreach (var type in Attributes)
        {
            var answer = await unread.TryAsync(
                Sentences.PartAttribute(type.Value),
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
                Sentences.PartStorage(type.Value),
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
}
