using ContactCenter.Aws.Notifications.Secrets;

namespace ContactCenter.Aws.Notifications;

/// <summary>What a deployment knows besides its configuration: what it created, and where people reach it.</summary>
public sealed record NotificationOptions
{
    /// <summary>ARN of the SNS topic of each audience, by its name.</summary>
    public required IReadOnlyDictionary<string, string> Topics { get; init; }

    /// <summary>
    /// Id of the contact flow that takes tasks to the queue that their attribute <c>queue</c> names; null: there are no tasks.
    /// </summary>
    public string? TaskFlowId { get; init; }

    /// <summary>Id of the contact flow that calls of people run through; null: nobody is called.</summary>
    public string? CallFlowId { get; init; }

    /// <summary>Address below which signed links are answered, or null: messages have no links.</summary>
    public Uri? LinkBase { get; init; }

    /// <summary>ARN of the secret with the keys of signed links (<see cref="LinkKeyText"/>), or null: messages have no links.</summary>
    public string? LinkSecret { get; init; }

    /// <summary>Address of the dashboard, or null.</summary>
    public Uri? Dashboard { get; init; }

    /// <summary>Address of Slack's Web API.</summary>
    public Uri SlackApi { get; init; } = new("https://slack.com/api/");

    /// <summary>True: channels may be on this machine, as in a rehearsal. What is deployed never posts there.</summary>
    public bool IsRehearsal { get; init; }

    /// <summary>Time limits and retries.</summary>
    public ChannelLimits Limits { get; init; } = new();
}
