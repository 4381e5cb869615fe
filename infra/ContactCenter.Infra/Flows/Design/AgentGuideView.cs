using ContactCenter.Core.Configuration;
using ContactCenter.Core.Contacts.Corrections;
using ContactCenter.Core.Contacts.Customers;
using ContactCenter.Core.Contacts.Entities;
using ContactCenter.Core.Contacts.Serving;
using ContactCenter.Core.Deployment;
using ContactCenter.Language.Knowledge;

namespace ContactCenter.Infra.Flows.Design;

/// <summary>
/// The view of the guide beside a contact: what is known of it, and buttons. AWS manages none that has both. Headers and buttons in one
/// container are all that it is made of, because views that were published have these and a published one is refused for little else.
/// </summary>
/// <param name="configuration">What is known of contacts.</param>
/// <param name="words">What agents read.</param>
internal sealed class AgentGuideView(ContactCenterConfiguration configuration, ContactGuide words)
{
    /// <summary>Its name in the deployment.</summary>
    public const string Name = SystemFlows.AgentGuide;

    /// <summary>One sentence for the Amazon Connect console, of the characters that a view's description may have.</summary>
    public const string Description = "What a contact is about and what could help, for the agent who has it.";

    /// <summary>The topic is another one.</summary>
    public const string WrongTopic = "WrongTopic";

    /// <summary>Something is to be looked up.</summary>
    public const string Search = "SearchArticles";

    /// <summary>Something is wrong.</summary>
    public const string ReportFault = "ReportFault";

    /// <summary>The guide is closed.</summary>
    public const string Close = "Close";

    private const int Recommendations = 3;

    private const string FullWidth = "12";

    private readonly IReadOnlyList<Line> _lines = [.. Lines(configuration, words)];

    /// <summary>What agents read.</summary>
    public ContactGuide Words => words;

    /// <summary>What the view is told: each of its own names with a reference to an attribute of the contact, and nothing else.</summary>
    public IReadOnlyDictionary<string, string> Data => _lines
        .SelectMany(static line => line.Told)
        .ToDictionary(static told => told.Name, static told => $"$.Attributes.{told.Attribute}", StringComparer.Ordinal);

    /// <summary>What an agent can do with it.</summary>
    public IReadOnlyList<string> Actions => [.. Buttons().Select(static button => button.Action)];

    /// <summary>The view in the language of views.</summary>
    public Dictionary<string, object> Template => new()
    {
        ["Head"] = new Dictionary<string, object>
        {
            ["Title"] = words.Title,
            ["Configuration"] = new Dictionary<string, object>
            {
                ["Layout"] = new Dictionary<string, object> { ["Columns"] = new object[] { FullWidth } },
            },
        },
        ["Body"] = new object[]
        {
            Component(
                "contact",
                "Container",
                new() { ["HideBorder"] = true, ["Visibility"] = true },
                [
                    .. _lines.Select(static (line, i) => Component(
                        $"line-{i + 1}",
                        "Header",
                        new() { ["variant"] = "h3", ["description"] = line.Text },
                        [line.Heading])),
                    .. Buttons().Select(static button => Component(
                        button.Action,
                        "Button",
                        new() { ["Variant"] = "normal", ["Action"] = button.Action },
                        [button.Label])),
                ],
                new() { ["Layout"] = new Dictionary<string, object> { ["Columns"] = FullWidth } }),
        },
    };

    private IEnumerable<(string Action, string Label)> Buttons()
    {
        yield return (WrongTopic, words.WrongTopic);
        yield return (Search, words.Search);
        if (configuration.Flows?.AgentReports is not null)
        {
            yield return (ReportFault, words.ReportFault);
        }

        yield return (Close, words.Done);
    }

    private static IEnumerable<Line> Lines(ContactCenterConfiguration configuration, ContactGuide words)
    {
        yield return Line.Of(words.Topic, "Topic", "topic");
        yield return Line.Of(words.Words, "Words", GuideDetails.Words);
        yield return Line.Of(words.Urgency, "Urgency", "urgency");
        yield return Line.Of(words.Sounds, "Sounds", "mood");
        if (configuration.Topics.Complexity is not null)
        {
            yield return Line.Of(words.Complexity, "Complexity", ContactDetails.Complexity);
        }

        for (var i = 2; configuration.Topics.Concerns && i <= ContactDetails.MaximumConcerns; i++)
        {
            yield return Line.Of(words.Concern(i), $"Concern{i}", $"concern{i}");
        }

        foreach (var (i, name) in (configuration.Topics.Entities is { } entities ? EntityReading.Names(entities) : []).Index())
        {
            yield return Line.Of(words.Named(name), $"Named{i + 1}", name);
        }

        var known = (configuration.Crm?.Attributes.Keys ?? []).Where(static name => name != CustomerAnswer.RecentContacts);
        foreach (var (i, name) in known.Index())
        {
            yield return Line.Of(words.Customer(name), $"Customer{i + 1}", name);
        }

        yield return Line.Of(words.RecentContacts, "RecentContacts", CustomerAnswer.RecentContacts);
        if (configuration.Topics.Next)
        {
            yield return Line.Of(words.Likely, "NextTopic", CustomerAnswer.NextTopicAttribute);
            yield return Line.Of(words.LikelyShare, "NextTopicShare", CustomerAnswer.NextTopicShareAttribute);
        }

        if (configuration.Contacts.Tickets is not null)
        {
            yield return Line.Of(words.Ticket, "Ticket", Ticket.ReferenceAttribute);
            yield return Line.Of(words.TicketLink, "TicketLink", Ticket.LinkAttribute);
        }

        for (var i = 1; i <= Recommendations; i++)
        {
            yield return new Line(
                $"$.Recommendation{i}",
                $"$.RecommendationReason{i}",
                [($"Recommendation{i}", $"recommendation{i}"), ($"RecommendationReason{i}", $"recommendationReason{i}")]);
        }

        yield return Line.Of(words.Answer, "Answer", "answer");
        for (var i = 1; i <= KnowledgeBase.ArticlesInAnswer; i++)
        {
            yield return Line.Of(words.Article(i), $"Article{i}", $"articleTitle{i}");
        }
    }

    private static Dictionary<string, object> Component(
        string id, string type, Dictionary<string, object> props, object[] content, Dictionary<string, object>? configuration = null)
    {
        var component = new Dictionary<string, object> { ["_id"] = id, ["Type"] = type, ["Props"] = props, ["Content"] = content };
        if (configuration is not null)
        {
            component["Configuration"] = configuration;
        }

        return component;
    }

    /// <summary>A heading with a text below it.</summary>
    private sealed record Line(string Heading, string Text, IReadOnlyList<(string Name, string Attribute)> Told)
    {
        public static Line Of(string heading, string name, string attribute) => new(heading, $"$.{name}", [(name, attribute)]);
    }
}
