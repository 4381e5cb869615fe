using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace ContactCenter.Core.Configuration;

/// <summary>Where contacts about a topic go.</summary>
public sealed record TopicRoute
{
    /// <summary>The queue.</summary>
    [Description("Name of the queue in queues.")]
    public required string Queue { get; set; }

    /// <summary>Value of the agents' proficiency that helps most, or null.</summary>
    [Description("Value of the agents' proficiency that helps most, such as Billing.")]
    [RegularExpression("^[0-9A-Za-z .,\\-_/]{1,64}$")]
    public string? Skill { get; set; }

    /// <summary>Level of it that is looked for first, 1 to 5.</summary>
    [Description("Level of the proficiency that is looked for first, 1 to 5; it relaxes while the customer waits.")]
    [Range(1, 5)]
    public int Level { get; set; } = 4;

    /// <summary>True when every minute counts: such contacts are served before all others.</summary>
    [Description("True when every minute counts, as with a stolen card: such contacts are served before all others.")]
    public bool Emergency { get; set; }
}
