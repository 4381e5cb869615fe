using Amazon.Connect;
using ContactCenter.Aws.Notifications;
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

    private readonly Names _queues = new();
    private readonly Names _profiles = new();

    /// <summary>Names of the configured queues by their ids; a queue that does not exist is left out.</summary>
    public Task<IReadOnlyDictionary<string, string>> QueuesAsync(CancellationToken cancellationToken) =>
        FindAsync(
            _queues,
            [.. configuration.Queues.Select(static queue => (queue.Name, queue.Id))],
            ConnectLists.QueuesAsync,
            cancellationToken);

    /// <summary>Names of the configured routing profiles by their ids; one that does not exist is left out.</summary>
    public Task<IReadOnlyDictionary<string, string>> RoutingProfilesAsync(CancellationToken cancellationToken) =>
        FindAsync(
            _profiles,
            [.. configuration.RoutingProfiles.Select(static profile => (profile.Name, profile.Id))],
            ConnectLists.RoutingProfilesAsync,
            cancellationToken);

    /// <summary>The same; those that do not exist, and a look that failed, are added to what was wrong.</summary>
    /// <param name="problems">What was wrong, as sentences.</param>
    /// <param name="cancellationToken">Ends the look.</param>
    public Task<IReadOnlyDictionary<string, string>> QueuesAsync(List<string> problems, CancellationToken cancellationToken) =>
        TellAsync("queues", configuration.Queues.Select(static queue => queue.Name), QueuesAsync, problems, cancellationToken);

    /// <summary>The same; those that do not exist, and a look that failed, are added to what was wrong.</summary>
    /// <param name="problems">What was wrong, as sentences.</param>
    /// <param name="cancellationToken">Ends the look.</param>
    public Task<IReadOnlyDictionary<string, string>> RoutingProfilesAsync(List<string> problems, CancellationToken cancellationToken) =>
        TellAsync(
            "routing profiles", configuration.RoutingProfiles.Select(static profile => profile.Name), RoutingProfilesAsync, problems,
            cancellationToken);

    /// <summary>The id in an ARN, or the id itself.</summary>
    public static string IdOf(string idOrArn)
    {
        ArgumentNullException.ThrowIfNull(idOrArn);
        return idOrArn[(idOrArn.LastIndexOf('/') + 1)..];
    }

    private static async Task<IReadOnlyDictionary<string, string>> TellAsync(
        string what,
        IEnumerable<string> wanted,
        Func<CancellationToken, Task<IReadOnlyDictionary<string, string>>> find,
        List<string> problems,
        CancellationToken cancellationToken)
    {
        IReadOnlyDictionary<string, string> found = new Dictionary<string, string>();
        try
        {
            found = await find(cancellationToken);
            var missing = wanted.Except(found.Values).ToArray();
            if (missing.Length > 0)
            {
                problems.Add(
                    $"{what}: the instance has none called {string.Join(", ", missing.Select(static name => $"\"{name}\""))}; "
                        + "give the name as in Amazon Connect, or the id");
            }
        }
        catch (Exception failure) when (AwsFailure.IsOne(failure))
        {
            problems.Add($"{what}: their ids cannot be looked up: {AwsRefusal.Text(failure)}");
        }

        return found;
    }

    private async Task<IReadOnlyDictionary<string, string>> FindAsync(
        Names known, IReadOnlyList<(string Name, string? Id)> wanted,
        Func<IAmazonConnect, string, CancellationToken, Task<List<(string Id, string Name)>>> list,
        CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (wanted.Any(item => item.Id is null && !known.Ids.ContainsKey(item.Name))
            && (known.Looked is not { } looked || now - looked >= LookAgainAfter))
        {
            var ids = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var (id, name) in await list(connect, configuration.Instance.Id, cancellationToken))
            {
                ids[name] = id;
            }

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

    private sealed class Names
    {
        public Dictionary<string, string> Ids { get; set; } = new(StringComparer.Ordinal);

        public DateTimeOffset? Looked { get; set; }
    }
}
