namespace ContactCenter.Core.Contacts.Flows;

/// <summary>Attributes of a contact that belong to hooks and flows.</summary>
public static class HookAttributes
{
    /// <summary>
    /// What the deployed flows keep of hooks' answers, but for what the customer system tells, and what they note of the language. A test
    /// holds them against the modules that are deployed.
    /// </summary>
    public static IReadOnlyList<string> Kept { get; } =
    [
        "serviceStatus", "hasAnnouncement", "announcement", "skip", "skipApi", "skipBot", "topicStatus", "topic", "urgency", "language",
        "sentiment", "mood", "customerStatus", "answerStatus", "answer", "article", "recommendation1", "recommendation2", "recommendation3",
        "recommendationReason1", "recommendationReason2", "recommendationReason3", "routing", "routedQueue", "routingReasons", "open",
        "offerCallback", "waitMinutes", "surveyStatus", "correctionStatus", "correctedTopic", "moodStatus", "moodAverage",
        SpokenLanguage.Attribute, SpokenLanguage.AssumedAttribute,
    ];
}
