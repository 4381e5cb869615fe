using Amazon.Connect;
using Amazon.Connect.Model;
using ContactCenter.Core.Configuration;

namespace ContactCenter.Aws.Monitoring;

/// <summary>
/// Ids of what the configuration knows by name, because Amazon Connect wants ids. An id of the configuration is taken as it is; the
/// others are looked up, and kept as long as the process lives.
/// </summary>
public sealed class ConnectDirectory(IAmazonConnect connect, ContactCenterConfiguration configuration, TimeProvider clock)
{
    /// <summary>A name that was not found is looked for again after this: a list call counts against a limit of two a second.</summary>
    private static readonly TimeSpan LookAgainAfter = TimeSpan.FromMinutes(15);

    /// <summary>The longest page that the API gives.</summary>
    private const int PageSize = 1000;

    /// <summary>An instance has 200 queues unless its quota was raised.</summary>
    private const int MaximumPages = 20;

    private readonly Names _queues = new();
    private readonly Names _profiles = new();

    /// <summary>Names of the configured queues by their ids; a queue that does not exist is left out.</summary>
    public Task<IReadOnlyDictionary<string, string>> QueuesAsync(CancellationToken cancellationToken) =>
        FindAsync(_queues, [.. configuration.Queues.Select(static queue => (queue.Name, queue.Id))], ListQueuesAsync, cancellationToken);

    /// <summary>Names of the configured routing profiles by their ids; one that does not exist is left out.</summary>
    public Task<IReadOnlyDictionary<string, string>> RoutingProfilesAsync(CancellationToken cancellationToken) =>
        FindAsync(
            _profiles,
            [.. configuration.RoutingProfiles.Select(static profile => (profile.Name, profile.Id))],
            ListRoutingProfilesAsync,
            cancellationToken);

    /// <summary>The id in an ARN, or the id itself.</summary>
    public static string IdOf(string idOrArn)
    {
        ArgumentNullException.ThrowIfNull(idOrArn);
        return idOrArn[(idOrArn.LastIndexOf('/') + 1)..];
    }

    private async Task<IReadOnlyDictionary<string, string>> FindAsync(
        Names known, IReadOnlyList<(string Name, string? Id)> wanted, Func<Dictionary<string, string>, CancellationToken, Task> list,
        CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (wanted.Any(item => item.Id is null && !known.Ids.ContainsKey(item.Name))
            && (known.Looked is not { } looked || now - looked >= LookAgainAfter))
        {
            var ids = new Dictionary<string, string>(StringComparer.Ordinal);
            await list(ids, cancellationToken);
            (known.Ids, known.Looked) = (ids, now);
        }

        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, id) in wanted)
        {
            if ((id ?? known.Ids.GetValueOrDefault(name)) is { } its)
            {
                found[its] = name;
            }
        }

        return found;
    }

    private async Task ListQueuesAsync(Dictionary<string, string> ids, CancellationToken cancellationToken)
    {
        // queues of agents have no names and can be thousands
        var request = new ListQueuesRequest
        {
            InstanceId = configuration.Instance.Id,
            QueueTypes = [QueueType.STANDARD],
            MaxResults = PageSize
        };
        for (var page = 0; page < MaximumPages; page++)
        {
            var response = await connect.ListQueuesAsync(request, cancellationToken);
            foreach (var queue in response.QueueSummaryList ?? [])
            {
                Keep(ids, queue.Name, queue.Id);
            }

            if (string.IsNullOrEmpty(response.NextToken))
            {
                return;
            }

            request.NextToken = response.NextToken;
        }
    }

    private async Task ListRoutingProfilesAsync(Dictionary<string, string> ids, CancellationToken cancellationToken)
    {
        var request = new ListRoutingProfilesRequest { InstanceId = configuration.Instance.Id, MaxResults = PageSize };
        for (var page = 0; page < MaximumPages; page++)
        {
            var response = await connect.ListRoutingProfilesAsync(request, cancellationToken);
            foreach (var profile in response.RoutingProfileSummaryList ?? [])
            {
                Keep(ids, profile.Name, profile.Id);
            }

            if (string.IsNullOrEmpty(response.NextToken))
            {
                return;
            }

            request.NextToken = response.NextToken;
        }
    }

    private static void Keep(Dictionary<string, string> ids, string? name, string? id)
    {
        if (name is not null && id is not null)
        {
            ids[name] = id;
        }
    }

    private sealed class Names
    {
        public Dictionary<string, string> Ids { get; set; } = new(StringComparer.Ordinal);

        public DateTimeOffset? Looked { get; set; }
    }
}
