using ContactCenter.Core.Configuration;
using ContactCenter.Core.Deployment;
using ContactCenter.Core.Monitoring.Alarms;
using ContactCenter.Core.Settings;

namespace ContactCenter.Core.Validation.Account;

/// <summary>The account that a configuration is about, with Slack, ServiceNow and Jira beside it. It is only read.</summary>
public interface IAccount
{
    /// <summary>Reads everything that the configuration concerns; what is refused is told and stops nothing else.</summary>
    Task<AccountReading> ReadAsync(ContactCenterConfiguration configuration, CancellationToken cancellationToken);

    /// <summary>Reads only what people are reached by: subscriptions, limits of text messages, secrets, Slack and ServiceNow.</summary>
    Task<AccountReading> ReadReachAsync(ContactCenterConfiguration configuration, CancellationToken cancellationToken);
}

/// <summary>
/// What was read from an account, from Slack, ServiceNow and Jira. A member that is null, or a name that a dictionary lacks, was not read;
/// <see cref="Unread"/> says why, and nothing is concluded from it.
/// </summary>
public sealed record AccountReading
{
    /// <summary>What could not be read.</summary>
    public IReadOnlyList<UnreadPart> Unread { get; init; } = [];

    /// <summary>What could not be read of that by which people are reached.</summary>
    public IReadOnlyList<UnreadPart> UnreadOfReach { get; init; } = [];

    /// <summary>Series with data in the last two weeks, of the namespaces that alarms read.</summary>
    public IReadOnlyList<PublishedSeries>? Series { get; init; }

    /// <summary>Alarms whose names begin with this deployment's prefix.</summary>
    public IReadOnlyList<DeployedAlarm>? Alarms { get; init; }

    /// <summary>The same in the Region that stands by; null also where none does.</summary>
    public IReadOnlyList<DeployedAlarm>? StandbyAlarms { get; init; }

    /// <summary>What people have decided over the file while the center runs.</summary>
    public RuntimeSettings? Settings { get; init; }

    /// <summary>When that was read.</summary>
    public DateTimeOffset ReadAt { get; init; }

    /// <summary>Queues of the instance that have a name.</summary>
    public IReadOnlyList<ConnectResource>? Queues { get; init; }

    /// <summary>Contact flows of the instance.</summary>
    public IReadOnlyList<ConnectResource>? ContactFlows { get; init; }

    /// <summary>Routing profiles of the instance.</summary>
    public IReadOnlyList<ConnectResource>? RoutingProfiles { get; init; }

    /// <summary>Attributes of the instance by AWS's names, such as <c>CONTACT_LENS</c>.</summary>
    public IReadOnlyDictionary<string, bool> Attributes { get; init; } = new Dictionary<string, bool>();

    /// <summary>How many places the instance has to store something, by AWS's names, such as <c>CALL_RECORDINGS</c>.</summary>
    public IReadOnlyDictionary<string, int> Storage { get; init; } = new Dictionary<string, int>();

    /// <summary>Where the instance sends segments of calls while they last.</summary>
    public IReadOnlyList<StreamAssociation>? SegmentStreams { get; init; }

    /// <summary>Bots by their names in the configuration; null where the alias does not exist.</summary>
    public IReadOnlyDictionary<string, BotAliasReading?> Bots { get; init; } = new Dictionary<string, BotAliasReading?>();

    /// <summary>Ids of the bot that is deployed; null where none is to be, and where nobody could look.</summary>
    public BotIds? DeployedBotIds { get; init; }

    /// <summary>Whether a function exists, by name.</summary>
    public IReadOnlyDictionary<string, bool> Functions { get; init; } = new Dictionary<string, bool>();

    /// <summary>ARNs of the functions that flows of the instance may call.</summary>
    public IReadOnlyList<string>? AssociatedFunctions { get; init; }

    /// <summary>ARNs of the bot aliases that flows of the instance may ask.</summary>
    public IReadOnlyList<string>? AssociatedBots { get; init; }

    /// <summary>Tables by name; null where one does not exist.</summary>
    public IReadOnlyDictionary<string, TableReading?> Tables { get; init; } = new Dictionary<string, TableReading?>();

    /// <summary>Subscriptions by name of the topic; null where the topic does not exist.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<SubscriptionReading>?> Subscriptions { get; init; } =
        new Dictionary<string, IReadOnlyList<SubscriptionReading>?>();

    /// <summary>Concurrent executions that Lambda allows the account, and what no function has reserved.</summary>
    public LambdaLimits? Lambda { get; init; }

    /// <summary>Quotas of Amazon Connect as applied to the instance, by AWS's names for people.</summary>
    public IReadOnlyDictionary<string, double>? ConnectQuotas { get; init; }

    /// <summary>What holds for text messages.</summary>
    public TextMessageLimits? TextMessages { get; init; }

    /// <summary>Names of the fields of secrets by ARN, never values; null where a secret does not exist.</summary>
    public IReadOnlyDictionary<string, SecretShape?> Secrets { get; init; } = new Dictionary<string, SecretShape?>();

    /// <summary>Scopes of Slack's tokens by ARN of the secret.</summary>
    public IReadOnlyDictionary<string, SlackAccess> Slack { get; init; } = new Dictionary<string, SlackAccess>();

    /// <summary>Fields of the table of incidents by host of ServiceNow.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> ServiceNow { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>What Jira says of keys, by ARN of the secret.</summary>
    public IReadOnlyDictionary<string, JiraAccess> Jira { get; init; } = new Dictionary<string, JiraAccess>();
}

/// <summary>Something that could not be read.</summary>
/// <param name="What">What, as the subject of a sentence: <c>queues</c>.</param>
/// <param name="Why">Why.</param>
/// <param name="Right">What would let it be read.</param>
public sealed record UnreadPart(string What, string Why, string Right);

/// <summary>A series that CloudWatch lists.</summary>
/// <param name="Namespace">Namespace.</param>
/// <param name="Name">Name of the metric.</param>
/// <param name="Dimensions">The complete set.</param>
public sealed record PublishedSeries(string Namespace, string Name, IReadOnlyList<MetricDimension> Dimensions);

/// <summary>An alarm as it is deployed.</summary>
/// <param name="Name">Name.</param>
/// <param name="Threshold">Threshold, null for a band.</param>
/// <param name="DatapointsToAlarm">M of N.</param>
/// <param name="EvaluationPeriods">N.</param>
/// <param name="HasActions">Whether its actions are switched on.</param>
public sealed record DeployedAlarm(string Name, double? Threshold, int? DatapointsToAlarm, int? EvaluationPeriods, bool HasActions);

/// <summary>A queue, contact flow or routing profile.</summary>
/// <param name="Id">Id.</param>
/// <param name="Name">Name.</param>
public sealed record ConnectResource(string Id, string Name);

/// <summary>By what Amazon Lex knows a bot.</summary>
/// <param name="BotId">Id of the bot.</param>
/// <param name="AliasId">Id of its alias.</param>
public sealed record BotIds(string BotId, string AliasId);

/// <summary>The alias of a bot.</summary>
/// <param name="Status">Amazon Lex's word, <c>Available</c> when it can be talked to.</param>
/// <param name="Version">The version behind it; null: none.</param>
/// <param name="Locales">Locales that are switched on.</param>
public sealed record BotAliasReading(string Status, string? Version, IReadOnlyList<string> Locales);

/// <summary>A table.</summary>
/// <param name="Indexes">Names of its global secondary indexes.</param>
/// <param name="IsOnDemand">Whether it is billed by request, so that there is no capacity to change.</param>
public sealed record TableReading(IReadOnlyList<string> Indexes, bool IsOnDemand);

/// <summary>A subscription.</summary>
/// <param name="Protocol"><c>email</c>, <c>sms</c> …</param>
/// <param name="Endpoint">The address.</param>
/// <param name="Arn">Its ARN, or <c>PendingConfirmation</c>, or <c>Deleted</c>.</param>
public sealed record SubscriptionReading(string Protocol, string Endpoint, string Arn);

/// <summary>Limits of Lambda.</summary>
/// <param name="Concurrency">Concurrent executions of all functions.</param>
/// <param name="Unreserved">Those that no function has reserved.</param>
public sealed record LambdaLimits(int Concurrency, int Unreserved);

/// <summary>Limits of text messages.</summary>
/// <param name="IsInSandbox">Whether only verified numbers get any.</param>
/// <param name="MonthlyLimit">US dollars a month after which none is sent; null: not set, which means 1.</param>
public sealed record TextMessageLimits(bool IsInSandbox, double? MonthlyLimit)
{
    /// <summary>US dollars that have been spent this month; null: not known, as while nothing was sent.</summary>
    public double? Spent { get; init; }

    /// <summary>Numbers that get no text message any more, because their owners have said so.</summary>
    public IReadOnlyCollection<string> OptedOut { get; init; } = [];
}

/// <summary>What a secret is made of.</summary>
/// <param name="Fields">Names of the fields that have a value; none for a plain text.</param>
/// <param name="IsText">Whether it is a plain text.</param>
public sealed record SecretShape(IReadOnlyList<string> Fields, bool IsText)
{
    /// <summary>Whether it has this field.</summary>
    public bool Has(string field) => Fields.Contains(field, StringComparer.Ordinal);
}

/// <summary>What a token of Slack may do.</summary>
/// <param name="Scopes">Scopes of the token.</param>
/// <param name="Error">Slack's error, such as <c>token_revoked</c>; null: none.</param>
public sealed record SlackAccess(IReadOnlyList<string> Scopes, string? Error);

/// <summary>What a key of Jira may do.</summary>
/// <param name="IsTaken">False: it is refused.</param>
public sealed record JiraAccess(bool IsTaken);
