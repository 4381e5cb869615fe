using System.ComponentModel;

namespace ContactCenter.Core.Configuration;

/// <summary>What is kept of what contacts are about, beside their number, and what flows are told of it beside the topic.</summary>
public sealed record TopicSettings
{
    [Description(
        "True: what customers said is kept for seven days, personal data masked, where the classifier was not sure, so that somebody can say in the console what it was about.")]
    public bool KeepUnsure { get; set; }

    [Description(
        "True: RetrainClassifier also learns from texts without a topic: from classifier/unlabelled.csv in the bucket of models, and from what keepUnsure keeps. Only where the encoder is deployed (docs/design/classification.md).")]
    public bool LearnsUnlabelled { get; set; }

    [Description(
        "What customers name that goes to the flow and the agent as attributes (docs/design/classification.md). Without it nothing does.")]
    public EntitySettings? Entities { get; set; }

    [Description(
        "True: the flow is also told up to three topics of a contact that are sure, the most urgent first, as concern1 to concern3.")]
    public bool Concerns { get; set; }

    [Description("How the flow is told whether a contact is simple or difficult, as complexity. Without it the flow is told nothing.")]
    public ComplexitySettings? Complexity { get; set; }

    [Description(
        "True: topics of customers are kept for 180 days under a key, and the flow and the agent are told as nextTopic what a customer is likely to need next, where that beats the most frequent topic (routing.remembersCallers).")]
    public bool Next { get; set; }
}

/// <summary>Which of the things that customers name are attributes of the contact.</summary>
public sealed record EntitySettings
{
    [Description(
        "Numbers, by the attribute that gets them, such as orderNumber: what they look like, of letters, digits, \\d, [A-F0-9], and ?, {6} or {4,8} behind one. Hyphens and blanks do not count.")]
    public IReadOnlyDictionary<string, string> Numbers { get; set; } = new Dictionary<string, string>();

    [Description("True: an amount with its currency, as saidAmount and saidCurrency.")]
    public bool Amounts { get; set; }

    [Description("True: a day, as saidDate; yesterday and last Friday are reckoned from the day of the contact in the zone of the center.")]
    public bool Dates { get; set; }

    [Description("True: the brand of a card, as saidCard.")]
    public bool Cards { get; set; }

    [Description("Places that saidPlace names, and under each the names that customers have for it.")]
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Places { get; set; } =
        new Dictionary<string, IReadOnlyList<string>>();
}

/// <summary>What makes a contact simple or difficult, beside what is known of it.</summary>
public sealed record ComplexitySettings
{
    [Description("Topics that are usually done with a sentence or two, such as opening hours.")]
    public IReadOnlyList<string> Simple { get; set; } = [];

    [Description("Topics that usually need somebody with experience, such as fraud.")]
    public IReadOnlyList<string> Difficult { get; set; } = [];
}
