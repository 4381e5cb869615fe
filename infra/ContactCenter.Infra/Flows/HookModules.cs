using ContactCenter.Core.Configuration;
using ContactCenter.Core.Contacts.Complexity;
using ContactCenter.Core.Contacts.Customers;
using ContactCenter.Core.Contacts.Faults;
using ContactCenter.Core.Contacts.Flows;
using ContactCenter.Core.Contacts.SelfService;
using ContactCenter.Core.Contacts.Serving;
using ContactCenter.Core.Deployment;
using ContactCenter.Core.Deployment.Synthetic;
using ContactCenter.Core.Texts;
using ContactCenter.Language.Knowledge;

namespace ContactCenter.Infra.Flows;

/// <summary>
/// The modules around the hooks: what each is told, and what it keeps with the contact. Hooks read attributes of the contact under their
/// own names, so what one keeps the next one knows.
/// </summary>
/// <param name="configuration">The configuration, which says what the customer system tells.</param>
internal sealed class HookModules(ContactCenterConfiguration configuration)
{
    /// <summary>Recommendations for the agent's screen.</summary>
    private const int Recommendations = 3;

    /// <summary>Whether the customer would run into something that is broken.</summary>
    public HookModule CheckService { get; } = new(
        SystemFunctions.CheckService,
        "Asks whether the customer would run into something that is broken, and keeps what to say and what to go around.",
        [
            new("serviceStatus", "status", "unknown"),
            new("hasAnnouncement", "hasAnnouncement", "no"),
            new("announcement", "announcement"),
            new("skip", "skip"),
            new("skipApi", "skipApi", "no"),
            new("skipBot", "skipBot", "no"),
            .. configuration.Synthetic is null
                ? Array.Empty<HookAttribute>()
                : [new(SyntheticMark.ProvedAttribute, SyntheticMark.Attribute, "no")],
        ],
        []);

    /// <summary>What the contact is about.</summary>
    public HookModule ClassifyContact { get; } = new(
        SystemFunctions.ClassifyContact,
        "Asks what the contact is about, and keeps topic, urgency, language and mood.",
        [
            new("topicStatus", "status", "default"), new("topic", "topic"), new("urgency", "urgency"), new("language", "language"),
            new("sentiment", "sentiment"), new("mood", "mood"), .. Details(configuration.Topics), .. Guided(configuration),
        ],
        ["text", "body", "intent", "digits", "menu"]);

    /// <summary>Who the customer is.</summary>
    public HookModule LookUpCustomer { get; } = new(
        SystemFunctions.LookUpCustomer,
        "Asks the customer system who the customer is, and keeps what the configuration names and how often the customer was in "
            + "touch lately.",
        [
            new("customerStatus", "status", "failed"),
            .. Told(configuration).Where(kept => kept.Name != CustomerAnswer.RecentContacts),
            new(CustomerAnswer.RecentContacts, CustomerAnswer.RecentContacts),
            .. configuration.Contacts.Tickets is null
                ? Array.Empty<HookAttribute>()
                :
                [
                    new(Ticket.ReferenceAttribute, Ticket.ReferenceAttribute), new(Ticket.LinkAttribute, Ticket.LinkAttribute),
                    new(Ticket.TopicAttribute, Ticket.TopicAttribute),
                ],
            .. configuration.Topics.Next
                ?
                [
                    new(CustomerAnswer.NextTopicAttribute, CustomerAnswer.NextTopicAttribute),
                    new(CustomerAnswer.NextTopicShareAttribute, CustomerAnswer.NextTopicShareAttribute),
                ]
                : Array.Empty<HookAttribute>(),
        ],
        []);

    /// <summary>What the knowledge base says.</summary>
    public HookModule AnswerQuestion { get; } = new(
        SystemFunctions.AnswerQuestion,
        "Asks the knowledge base, and keeps its answer; told whether an answer has helped, counts that.",
        [new("answerStatus", "status", "default"), new("answer", "answer"), new("article", "article1"), .. Near(configuration)],
        HasGuide(configuration) ? ["text", "helped", SelfServiceAnswer.Asker] : ["text", "helped"]);

    /// <summary>The next step of a dialogue, or null: there are none.</summary>
    public HookModule? ContinueDialogue { get; } = configuration.Dialogues.Count == 0 ? null : new(
        SystemFunctions.ContinueDialogue,
        "Makes the next step of a dialogue, and keeps what to say, where it stands and what was said so far.",
        [
            new("dialogueStatus", "status", "default"), new("dialogue", "dialogue"), new("dialogueReason", "reason"),
            new("dialogueSay", "say"), new(HookAttributes.DialogueStateAttribute, "state"), new("dialogueSaid", "said")
        ],
        ["step", "text", "digits", "intent"]);

    /// <summary>What could be offered.</summary>
    public HookModule Recommend { get; } = new(
        SystemFunctions.Recommend,
        "Asks what the agent could offer or do, and keeps it for the agent's screen.",
        [
            .. Enumerable.Range(1, Recommendations).SelectMany(i => new HookAttribute[]
            {
                new($"recommendation{i}", $"text{i}"), new($"recommendationReason{i}", $"reason{i}"),
            }),
        ],
        []);

    /// <summary>Where the contact goes.</summary>
    public HookModule RouteContact { get; } = new(
        SystemFunctions.RouteContact,
        "Asks where the contact goes, and chooses queue, turn and skills.",
        [
            new("routing", "decision", "default"),
            new("routedQueue", "queue"),
            new("routingReasons", "reasons"),
            new("open", "open", "yes"),
            new("offerCallback", "callback", "no"),
            new("waitMinutes", "predictedWaitMinutes", "unknown"),
        ],
        []);

    /// <summary>What the customer thought of it.</summary>
    public HookModule RecordSurvey { get; } = new(
        SystemFunctions.RecordSurvey, "Keeps the customer's rating and comment.", [new("surveyStatus", "status", "failed")],
        ["rating", "comment"]);

    /// <summary>
    /// What the contact was really about, for flows of agents: a guide, or a flow behind a quick connect. Of the flows here the guide
    /// beside a contact asks it.
    /// </summary>
    public HookModule RecordCorrection { get; } = new(
        SystemFunctions.RecordCorrection,
        "Keeps what an agent says the contact was really about, so that the next training learns it.",
        [new("correctionStatus", "status", "failed"), new("correctedTopic", "topic")],
        HasGuide(configuration) ? ["text", "correctTopic", "contact"] : ["text", "correctTopic"]);

    /// <summary>What an agent says is wrong, or null: agents report nothing from a guide.</summary>
    public HookModule? ReportFault { get; } = configuration.Flows?.AgentReports is null ? null : new(
        SystemFunctions.ReportFault,
        "Takes what an agent says is wrong, and keeps what is known of it, as a sentence for the agent.",
        [
            new("faultStatus", "status", "failed"), new("faultIncident", "incident"),
            new("faultAnswer", "answer", new FaultGuide(Translation.Into(FlowSentences.AgentLanguage(configuration.Flows))).Unsure),
        ],
        ["kind", "title", "text", "queue", "agentName", "agentArn", "language"]);

    /// <summary>How the customer sounds, or null: Contact Lens reads along.</summary>
    public HookModule? TrackMood { get; } = configuration.Sentiment.ContactLens ? null : new(
        SystemFunctions.TrackMood,
        "Follows how the customer sounds, for the mood of the queue; keeps numbers and no words.",
        [new("moodStatus", "status", "default"), new("moodAverage", "average")],
        ["text"]);

    /// <summary>All of them.</summary>
    public IReadOnlyList<HookModule> All =>
    [
        CheckService, ClassifyContact, LookUpCustomer, AnswerQuestion, Recommend, RouteContact, RecordSurvey, RecordCorrection,
        .. ContinueDialogue is { } dialogue ? new[] { dialogue } : [],
        .. ReportFault is { } report ? new[] { report } : [],
        .. TrackMood is { } track ? new[] { track } : [],
    ];

    private static bool HasGuide(ContactCenterConfiguration configuration) => configuration.Flows?.AgentGuide is not null;

    private static IEnumerable<HookAttribute> Guided(ContactCenterConfiguration configuration) =>
        HasGuide(configuration) ? GuideDetails.Likely.Append(GuideDetails.Words).Select(static name => new HookAttribute(name, name)) : [];

    /// <summary>Titles of the articles that are nearest, for an agent who looks something up.</summary>
    private static IEnumerable<HookAttribute> Near(ContactCenterConfiguration configuration) =>
        HasGuide(configuration)
            ? Enumerable.Range(1, KnowledgeBase.ArticlesInAnswer).Select(static i => new HookAttribute($"articleTitle{i}", $"title{i}"))
            : [];

    private static IEnumerable<HookAttribute> Told(ContactCenterConfiguration configuration) =>
        (configuration.Crm?.Attributes.Keys ?? []).Select(name => new HookAttribute(name, name));

    private static IEnumerable<HookAttribute> Details(TopicSettings settings) =>
        ContactDetails.Names(settings).Select(static name => name switch
        {
            ContactDetails.Concerns => new HookAttribute(name, name, "0"),
            ContactDetails.Complexity => new HookAttribute(name, name, ContactComplexity.Usual),
            _ => new HookAttribute(name, name),
        });
}
