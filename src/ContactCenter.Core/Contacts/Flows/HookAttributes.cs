using ContactCenter.Core.Configuration;
using ContactCenter.Core.Deployment.Synthetic;

namespace ContactCenter.Core.Contacts.Flows;

/// <summary>Attributes of a contact that belong to hooks and flows.</summary>
public static class HookAttributes
{
    /// <summary>User name of the agent who reports something, where the guide itself does not know it; a flow of agents sets it.</summary>
    public const string ReportingAgent = "reportingAgent";

    /// <summary>The same as an ARN.</summary>
    public const string ReportingAgentArn = "reportingAgentArn";

    /// <summary>Where a dialogue stands.</summary>
    public const string DialogueStateAttribute = "dialogueState";

    /// <summary>The contact that a guide of agents is about: a guide is a contact of its own.</summary>
    public const string GuideContact = "guideContact";

    /// <summary>What an agent has chosen in a guide as the right topic.</summary>
    public const string GuideTopic = "guideTopic";

    /// <summary>What an agent looks up in a guide.</summary>
    public const string GuideQuestion = "guideQuestion";

    /// <summary>What is there without any setting.</summary>
    private static readonly string[] Always =
    [
        "serviceStatus", "hasAnnouncement", "announcement", "skip", "skipApi", "skipBot", "topicStatus", "topic", "urgency", "language",
        "sentiment", "mood", "customerStatus", "answerStatus", "answer", "article", "recommendation1", "recommendation2", "recommendation3",
        "recommendationReason1", "recommendationReason2", "recommendationReason3", "routing", "routedQueue", "routingReasons", "open",
        "offerCallback", "waitMinutes", "surveyStatus", "correctionStatus", "correctedTopic", "moodStatus", "moodAverage",
        "faultStatus", "faultIncident", "faultAnswer", "faultKind", "faultText", "faultQueue", ReportingAgent, ReportingAgentArn,
        SpokenLanguage.Attribute, SpokenLanguage.AssumedAttribute,
        SyntheticMark.Attribute, SyntheticMark.ProvedAttribute, SyntheticMark.BotHeardAttribute,
    ];

    private static readonly string[] OfGuide =
    [
        "customerWords", "likelyTopic1", "likelyTopic2", "likelyTopic3", "articleTitle1", "articleTitle2", "articleTitle3",
        GuideContact, GuideTopic, GuideQuestion,
    ];

    private static readonly string[] OfTickets = ["ticketReference", "ticketLink", "ticketTopic"];

    private static readonly string[] OfNextTopic = ["nextTopic", "nextTopicShare"];

    private static readonly string[] OfDialogues =
        ["dialogueStatus", "dialogue", "dialogueReason", "dialogueSay", DialogueStateAttribute, "dialogueSaid"];

    /// <summary>
    /// What the deployed flows keep of hooks' answers, but for what the customer system tells, and what they note of the language. A test
    /// holds them against the modules that are deployed.
    /// </summary>
    /// <param name="configuration">The configuration: what it does not have on takes no names.</param>
    public static IReadOnlyList<string> Kept(ContactCenterConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return
        [
            .. Always,
            .. configuration.Flows?.AgentGuide is null ? [] : OfGuide,
            .. configuration.Contacts.Tickets is null ? [] : OfTickets,
            .. configuration.Topics.Next ? OfNextTopic : [],
            .. configuration.Dialogues.Count == 0 ? [] : OfDialogues,
        ];
    }
}
