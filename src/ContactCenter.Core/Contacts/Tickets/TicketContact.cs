using ContactCenter.Core.Common;
using ContactCenter.Core.Configuration.Promises;
using ContactCenter.Core.Contacts.Customers;
using ContactCenter.Core.Contacts.Flows;
using ContactCenter.Core.Contacts.Promises;
using ContactCenter.Core.Contacts.Routing;
using ContactCenter.Core.Contacts.Sentiment;
using ContactCenter.Core.Contacts.Surveys;
using ContactCenter.Core.Deployment.Synthetic;
using ContactCenter.Core.Notifications.Tasks;

namespace ContactCenter.Core.Contacts.Tickets;

/// <summary>A contact that gets a ticket.</summary>
/// <param name="Id">Id of the contact that it began as.</param>
/// <param name="Channel">How the customer reaches the center, as Amazon Connect and its kinds of chats are called.</param>
public sealed record TicketContact(string Id, string Channel)
{
    /// <summary>Attribute of a contact with the ARN of the customer's profile, without which Amazon Connect Cases takes no case.</summary>
    public const string ProfileAttribute = "customerProfile";

    /// <summary>
    /// By these tasks are known that this system starts for its own people: incidents, calls that go badly, bad ratings. A post is a
    /// customer's.
    /// </summary>
    private static readonly string[] OwnTasks =
        [TaskRenderer.IncidentAttribute, SupervisorTask.CallAttribute, SurveyPlan.RatedAttribute];

    private const int MaximumName = 100;
    private const int MaximumAddress = 256;

    /// <summary>Topic of the classifier, or null.</summary>
    public string? Topic { get; init; }

    /// <summary>Segment of the customer, or null.</summary>
    public string? Segment { get; init; }

    /// <summary>Queue that the contact was sent to, or null.</summary>
    public string? Queue { get; init; }

    /// <summary>Telephone number or address of the customer, or null.</summary>
    public string? Address { get; init; }

    /// <summary>Id of the customer as the flow has set it, or null.</summary>
    public string? CustomerId { get; init; }

    /// <summary>ARN of the customer's profile as the flow has set it, or null.</summary>
    public string? Profile { get; init; }

    /// <summary>What the customer said, personal data masked; null where that is not to be told.</summary>
    public string? Said { get; init; }

    /// <summary>The customer's key, see <see cref="CallerKey"/>; null: nobody is remembered, or it is not known who it is.</summary>
    public string? Caller { get; init; }

    /// <summary>The contact; null where it gets no ticket: it is of another topic, synthetic, or a task of this system's own.</summary>
    /// <param name="record">What Amazon Connect knows of it.</param>
    /// <param name="settings">Which contacts get one.</param>
    /// <param name="caller">The customer's key, or null.</param>
    public static TicketContact? Of(FlowRequest record, TicketSettings settings, string? caller)
    {
        ArgumentNullException.ThrowIfNull(record);
        ArgumentNullException.ThrowIfNull(settings);
        var need = RoutingNeed.Of(record);
        var isOther = settings.Topics.Count > 0
            && (need.Topic is null || !settings.Topics.Contains(need.Topic, StringComparer.OrdinalIgnoreCase));
        return isOther
            || (ContactChannels.Find(record.Channel) == ContactChannel.Task && OwnTasks.Any(record.Attributes.ContainsKey))
            || record.Attributes.GetValueOrDefault(SyntheticMark.ProvedAttribute) is SyntheticMark.Proved or SyntheticMark.Dialled
            || (record.InitialContactId ?? record.ContactId) is not { } id
            ? null
            : new TicketContact(id, record.Messaging?.Name ?? ContactChannels.Find(record.Channel)?.Name() ?? "-")
            {
                Topic = Line(need.Topic, MaximumName),
                Segment = Line(need.Segment, MaximumName),
                Queue = Line(record.Find("routedQueue") ?? need.Queue, MaximumName),
                Address = Line(record.CustomerAddress, MaximumAddress),
                CustomerId = Line(record.CustomerId, MaximumAddress),
                Profile = Line(record.Find(ProfileAttribute), MaximumAddress),
                Said = settings.Summary ? PromisedContact.SummaryOf(record) : null,
                Caller = caller,
            };
    }

    private static string? Line(string? text, int maximum) =>
        CleanText.Line(text?.Trim(), maximum) is { Length: > 0 } line && line != FlowValue.None ? line : null;
}
