using ContactCenter.Core.Common;

namespace ContactCenter.Core.Contacts.Queues;

/// <summary>What Amazon Connect says about a contact center at one time; what could not be read is left out and named.</summary>
public sealed record CenterFigures
{
    /// <summary>When it was asked.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The time before it that rates and means are about.</summary>
    public required TimeSpan Window { get; init; }

    /// <summary>Queues by name.</summary>
    public IReadOnlyDictionary<string, QueueFigures> Queues { get; init; } = new Dictionary<string, QueueFigures>();

    /// <summary>Routing profiles by name.</summary>
    public IReadOnlyDictionary<string, ProfileFigures> RoutingProfiles { get; init; } = new Dictionary<string, ProfileFigures>();

    /// <summary>Contact flows by name.</summary>
    public IReadOnlyDictionary<string, OutcomeFigures> ContactFlows { get; init; } = new Dictionary<string, OutcomeFigures>();

    /// <summary>Bots by name.</summary>
    public IReadOnlyDictionary<string, OutcomeFigures> Bots { get; init; } = new Dictionary<string, OutcomeFigures>();

    /// <summary>
    /// Customers who wish to be called back, from our own record, because Amazon Connect does not tell callbacks from callers; null: it
    /// could not be read.
    /// </summary>
    public IReadOnlyList<CallbackWish>? Callbacks { get; init; }

    /// <summary>What could not be read, and why.</summary>
    public IReadOnlyList<string> Problems { get; init; } = [];
}

/// <summary>What Amazon Connect says about a queue. Null: it could not be computed, or was not asked for.</summary>
public sealed record QueueFigures
{
    /// <summary>Agents who are not offline.</summary>
    public double? AgentsOnline { get; init; }

    /// <summary>Those who have a contact.</summary>
    public double? AgentsOnContact { get; init; }

    /// <summary>Those in a status of their own.</summary>
    public double? AgentsNonProductive { get; init; }

    /// <summary>Contacts after which agents have not finished their work.</summary>
    public double? AfterContactWork { get; init; }

    /// <summary>Agents in the status of an error, such as after a call that they did not answer.</summary>
    public double? AgentsInError { get; init; }

    /// <summary>Callbacks whose time to be put into the queue has not come.</summary>
    public double? CallbacksScheduled { get; init; }

    /// <summary>Callers, and callbacks that wait for an agent.</summary>
    public ChannelFigures? Voice { get; init; }

    /// <summary>Chats; null: there are none.</summary>
    public ChannelFigures? Chat { get; init; }

    /// <summary>Tasks; null: there are none.</summary>
    public ChannelFigures? Task { get; init; }

    /// <summary>E-mails; null: there are none, or nobody asks for them.</summary>
    public ChannelFigures? Email { get; init; }

    /// <summary>The channels of which something is known.</summary>
    internal IEnumerable<(ContactChannel Channel, ChannelFigures Figures)> Channels
    {
        get
        {
            foreach (var (channel, figures) in new[]
            {
                (ContactChannel.Voice, Voice), (ContactChannel.Chat, Chat), (ContactChannel.Task, Task), (ContactChannel.Email, Email),
            })
            {
                if (figures is not null)
                {
                    yield return (channel, figures);
                }
            }
        }
    }
}

/// <summary>What Amazon Connect says about one channel of a queue. Null: it could not be computed, or was not asked for.</summary>
public sealed record ChannelFigures
{
    /// <summary>Contacts that wait now.</summary>
    public double? Waiting { get; init; }

    /// <summary>How long the first of them has waited, in seconds.</summary>
    public double? OldestSeconds { get; init; }

    /// <summary>Agents who serve it and are in no status of their own.</summary>
    public double? AgentsStaffed { get; init; }

    /// <summary>Those of them who can take a contact now.</summary>
    public double? AgentsAvailable { get; init; }

    /// <summary>Contacts queued in the window.</summary>
    public double? Queued { get; init; }

    /// <summary>Share of them that gave up, in percent.</summary>
    public double? AbandonmentRate { get; init; }

    /// <summary>Share of them that left the queue in time, in percent.</summary>
    public double? ServiceLevel { get; init; }

    /// <summary>Mean wait of those who were answered, in seconds.</summary>
    public double? AverageAnswerSeconds { get; init; }

    /// <summary>Mean time of agents for a contact, in seconds.</summary>
    public double? AverageHandleSeconds { get; init; }
}

/// <summary>What Amazon Connect says about the agents of a routing profile. Null: it could not be computed.</summary>
/// <param name="AgentsOnline">Agents who are not offline.</param>
/// <param name="AgentsAvailable">Those of them who can take a contact now.</param>
/// <param name="AgentsOnContact">Those who have one.</param>
/// <param name="AgentsNonProductive">Those in a status of their own.</param>
/// <param name="Occupancy">Share of their time for contacts that they had one in the window, in percent.</param>
/// <param name="AfterContactWork">Contacts after which they have not finished their work.</param>
/// <param name="AgentsInError">Those in the status of an error.</param>
public sealed record ProfileFigures(
    double? AgentsOnline = null, double? AgentsAvailable = null, double? AgentsOnContact = null, double? AgentsNonProductive = null,
    double? Occupancy = null, double? AfterContactWork = null, double? AgentsInError = null);

/// <summary>How often something ran in the window and how often it ended badly. Null: it could not be computed.</summary>
/// <param name="Count">Executions of a flow, conversations of a bot.</param>
/// <param name="BadPercent">Share of those that ended in which the customer was dropped, or the bot failed; in percent.</param>
public sealed record OutcomeFigures(double? Count = null, double? BadPercent = null);

/// <summary>Where the figures of a contact center come from.</summary>
public interface ICenterMetrics
{
    /// <summary>Reads the figures of everything that the configuration names.</summary>
    Task<CenterFigures> ReadAsync(DateTimeOffset now, CancellationToken cancellationToken);
}
