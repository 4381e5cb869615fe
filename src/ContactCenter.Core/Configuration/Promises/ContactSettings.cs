using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace ContactCenter.Core.Configuration.Promises;

/// <summary>What contacts are promised one by one, and who is told of a contact that is stuck. Without promises none is watched.</summary>
public sealed record ContactSettings
{
    [Description("What contacts are promised, by topic, segment and channel; the first that fits a contact counts. At most 50.")]
    public IReadOnlyList<ContactPromise> Promises { get; set; } = [];

    [Description("From which percentage of a promised time on a contact is near its promise, 10 to 99.")]
    [Range(10, 99)]
    public int NearPercent { get; set; } = 80;

    [Description(
        "Who is told of a contact that is stuck, and of which. Without it nobody is, and metrics and reports tell of promises alone.")]
    public ContactEscalationSettings? Escalation { get; set; }

    [Description("Where a ticket is opened for each contact that comes into a queue. Without it none is.")]
    public TicketSettings? Tickets { get; set; }

    /// <summary>Names of the audiences that are told of contacts, each once; none without <see cref="Escalation"/>.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> Told => Escalation is null
        ? []
        : [.. Promises.Select(static promise => promise.Audience).OfType<string>().Append(Escalation.Audience).Distinct()];

    /// <summary>Whether any contact is watched.</summary>
    [JsonIgnore]
    public bool IsWatched => Promises.Count > 0;
}

/// <summary>Which contacts need a lead or a supervisor, who is told, and how often.</summary>
public sealed record ContactEscalationSettings
{
    [Description("Audience that is told, by e-mail, text message, Slack, Teams or webhook.")]
    public required string Audience { get; set; }

    [Description("At most one message in this time; contacts of which it is to tell stand in it together.")]
    public TimeSpan Every { get; set; } = TimeSpan.FromMinutes(5);

    [Description("A contact that was transferred more often than this is told.")]
    [Range(0, 20)]
    public int MaximumTransfers { get; set; } = 1;

    [Description(
        "Whoever has been in touch more often than this in the last days, and is again, is told as unresolved (routing.remembersCallers).")]
    [Range(1, 100)]
    public int MaximumContacts { get; set; } = 2;

    [Description("Segments of customers of whom it is told when they wait longer than valuableWait.")]
    public IReadOnlyList<string> ValuableSegments { get; set; } = [];

    [Description("How long such a customer waits before it is told.")]
    public TimeSpan ValuableWait { get; set; } = TimeSpan.FromMinutes(2);

    [Description(
        "True tells of a contact with an agent whose conversation gets worse: calls that are followed while they last (sentiment.live), and chats whose flow asks for the sentiment of each message.")]
    public bool Worsening { get; set; }

    [Description(
        "True tells what the customer said as well: 200 characters at most, personal data masked, kept until the contact is over.")]
    public bool Summary { get; set; }
}
