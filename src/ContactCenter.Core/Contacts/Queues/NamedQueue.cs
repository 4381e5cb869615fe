using ContactCenter.Core.Configuration;

namespace ContactCenter.Core.Contacts.Queues;

/// <summary>The queue that a flow means: flows know queues by their name, their id and their ARN.</summary>
public static class NamedQueue
{
    /// <summary>The queue of the configuration, or null: there is none of this name, id or ARN of the instance.</summary>
    public static QueueSettings? Find(string? named, ContactCenterConfiguration configuration)
    {
        var name = named?.Trim();
        return string.IsNullOrEmpty(name) ? null : configuration.Queues.FirstOrDefault(queue =>
            Is(name, queue.Name) || (queue.Id is { } id && (Is(name, id) || Is(name, configuration.Instance.QueueArn(id)))));
    }

    private static bool Is(string named, string known) => string.Equals(named, known, StringComparison.OrdinalIgnoreCase);
}
