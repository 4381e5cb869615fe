using System.ComponentModel;
using System.Text.Json.Serialization;
using ContactCenter.Core.Common;
using ContactCenter.Core.Contacts.Articles;
using ContactCenter.Language.Knowledge;

namespace ContactCenter.Core.Api.Knowledge;

/// <summary>Whether customers are answered with an article.</summary>
[JsonConverter(typeof(NamedEnumConverter<ArticleState>))]
public enum ArticleState
{
    /// <summary>With the draft as it is.</summary>
    Published,

    /// <summary>With another version than the draft.</summary>
    Changed,

    /// <summary>Not with it.</summary>
    Draft,
}

/// <summary>A line of the list of articles.</summary>
/// <param name="Id">Its short name.</param>
/// <param name="Language">Two-letter code.</param>
/// <param name="Title">What the draft is called.</param>
/// <param name="State">Whether customers are answered with it.</param>
/// <param name="Version">Version of the draft.</param>
public sealed record ArticleHead(string Id, string Language, string Title, ArticleState State, int Version)
{
    /// <summary>Who wrote it.</summary>
    [Description("Who wrote the draft; absent: it came with the deployment.")]
    public string? Author { get; init; }

    /// <summary>When.</summary>
    [Description("When the draft was written.")]
    public DateTimeOffset? At { get; init; }

    internal static ArticleState StateOf(KnownArticle article) =>
        article.PublishedVersion == 0 ? ArticleState.Draft
        : article.PublishedVersion == article.Version ? ArticleState.Published
        : ArticleState.Changed;

    internal static ArticleHead Of(KnownArticle article) =>
        new(article.Draft.Id, article.Draft.Language, article.Draft.Title, StateOf(article), article.Version)
        {
            Author = article.Author,
            At = article.At,
        };
}

/// <summary>A page of articles.</summary>
/// <param name="Items">The articles, by their ids.</param>
/// <param name="Total">How many there are that fit what was asked for.</param>
/// <param name="Next">Where the page after it begins; absent behind the last.</param>
public sealed record ArticlePage(IReadOnlyList<ArticleHead> Items, int Total, string? Next);

/// <summary>An article as it is edited, and as customers are answered with it.</summary>
public sealed record ArticleView
{
    /// <summary>As it is edited.</summary>
    [Description("The article as it is edited.")]
    public required Article Draft { get; init; }

    /// <summary>Its version.</summary>
    [Description("Version of the draft, from 1.")]
    public required int Version { get; init; }

    /// <summary>By which one sees that it has changed.</summary>
    [Description("Changes with every act about it; If-Match takes it.")]
    public required int Revision { get; init; }

    /// <summary>Whether customers are answered with it.</summary>
    [Description("Whether customers are answered with the draft, with another version, or not with it.")]
    public required ArticleState State { get; init; }

    /// <summary>What customers are answered with.</summary>
    [Description("What customers are answered with, as soon as the base is built; absent: not with this article.")]
    public Article? Published { get; init; }

    /// <summary>Which version that is.</summary>
    [Description("Version that is published; absent: none.")]
    public int? PublishedVersion { get; init; }

    /// <summary>Who wrote it.</summary>
    [Description("Who wrote the draft; absent: it came with the deployment.")]
    public string? Author { get; init; }

    /// <summary>When.</summary>
    [Description("When the draft was written.")]
    public DateTimeOffset? At { get; init; }

    /// <summary>Why.</summary>
    [Description("Why the draft was written, as far as its author has said.")]
    public string? Reason { get; init; }

    internal static ArticleView Of(KnownArticle article) => new()
    {
        Draft = article.Draft,
        Version = article.Version,
        Revision = article.Revision,
        State = ArticleHead.StateOf(article),
        Published = article.Published,
        PublishedVersion = article.PublishedVersion == 0 ? null : article.PublishedVersion,
        Author = article.Author,
        At = article.At,
        Reason = article.Reason,
    };
}

/// <summary>A version of a draft.</summary>
/// <param name="Version">Its number.</param>
/// <param name="Content">What it says.</param>
/// <param name="Author">Who wrote it; absent: it came with the deployment.</param>
/// <param name="At">When.</param>
/// <param name="Reason">Why, as far as they said.</param>
/// <param name="Restores">The earlier version that it is; absent: none.</param>
public sealed record ArticleVersionView(
    int Version, Article Content, string? Author, DateTimeOffset? At, string? Reason, int? Restores);

/// <summary>Versions of an article.</summary>
/// <param name="Items">The last ones, the newest first.</param>
public sealed record ArticleVersions(IReadOnlyList<ArticleVersionView> Items);

/// <summary>What somebody did to an article.</summary>
/// <param name="Number">Its number.</param>
/// <param name="At">When.</param>
/// <param name="Author">Who.</param>
/// <param name="Verb">What.</param>
/// <param name="Article">Id of the article.</param>
/// <param name="Version">Version of the draft behind it.</param>
/// <param name="Reason">Why, as far as they said.</param>
/// <param name="Before">What it said before.</param>
/// <param name="After">What it says behind it.</param>
public sealed record ArticleActView(
    int Number, DateTimeOffset At, string Author, ArticleVerb Verb, string Article, int Version, string? Reason, Article? Before,
    Article? After);

/// <summary>What people did to articles.</summary>
/// <param name="Items">The last acts, the newest first.</param>
public sealed record ArticleActList(IReadOnlyList<ArticleActView> Items);

/// <summary>Where editing and building stand.</summary>
public sealed record KnowledgeView
{
    /// <summary>How many articles there are.</summary>
    [Description("Articles that are edited.")]
    public required int Articles { get; init; }

    /// <summary>How many answer.</summary>
    [Description("Articles that are published.")]
    public required int Published { get; init; }

    /// <summary>Whether customers are answered with what is published.</summary>
    [Description("True: the base that answers is made of what is published. False: it is being built, or could not be.")]
    public required bool IsBuilt { get; init; }

    /// <summary>When it was built.</summary>
    [Description("When a base was built, or tried, last; absent: what the deployment brought answers.")]
    public DateTimeOffset? BuiltAt { get; init; }

    /// <summary>Why not.</summary>
    [Description("Why no base was built of what is published; the one before it answers.")]
    public required IReadOnlyList<string> Problems { get; init; }

    /// <summary>From which probability an article is the answer.</summary>
    [Description("Probability from which an article is the answer.")]
    public required double MinimumConfidence { get; init; }

    /// <summary>What the deployment brings that is not in the book.</summary>
    [Description("What the deployment brings new, or otherwise than it was taken from there; it answers nobody until somebody takes it.")]
    public required IReadOnlyList<ArticleHead> Deployed { get; init; }
}

/// <summary>Another draft.</summary>
public sealed record ArticleBody
{
    /// <summary>Its language.</summary>
    [Description("Two-letter code of the language that it is written in.")]
    public required string Language { get; init; }

    /// <summary>What it is about.</summary>
    [Description("What it is about, in the words of a customer.")]
    public required string Title { get; init; }

    /// <summary>How customers ask.</summary>
    [Description("How customers ask for it.")]
    public IReadOnlyList<string> Questions { get; init; } = [];

    /// <summary>Its topic.</summary>
    [Description("Topic of the classifier that it belongs to; absent: none.")]
    public string? Topic { get; init; }

    /// <summary>The answer.</summary>
    [Description("The answer as it is written in a chat.")]
    public required string Answer { get; init; }

    /// <summary>The answer aloud.</summary>
    [Description("The answer as it is spoken; absent: the same.")]
    public string? Spoken { get; init; }

    /// <summary>Why.</summary>
    [Description("Why it is written; at most 300 characters.")]
    public string? Reason { get; init; }
}

/// <summary>Why something is done to an article.</summary>
public sealed record ArticleReasonBody
{
    /// <summary>Why.</summary>
    [Description("Why; at most 300 characters. What customers hear is changed with a reason.")]
    public string? Reason { get; init; }
}

/// <summary>A question to try.</summary>
public sealed record PreviewBody
{
    /// <summary>The question.</summary>
    [Description("What a customer asks.")]
    public required string Question { get; init; }

    /// <summary>Their language.</summary>
    [Description("Language of the contact, such as de or en-US; the words themselves count before it.")]
    public string? Language { get; init; }
}

/// <summary>What a question would be answered.</summary>
/// <param name="Drafts">If everything were published as it is edited.</param>
/// <param name="Published">With what is published.</param>
public sealed record PreviewView(PreviewedAnswer Drafts, PreviewedAnswer Published);

/// <summary>An answer as a customer would get it.</summary>
/// <param name="IsAnswered">True: the first article is the answer. False: the contact goes to an agent.</param>
/// <param name="Confidence">Probability that the first article is right, 0 to 1.</param>
/// <param name="Articles">The nearest articles, the best first.</param>
public sealed record PreviewedAnswer(bool IsAnswered, double Confidence, IReadOnlyList<Article> Articles);

/// <summary>How it is read and written.</summary>
[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Metadata,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    MaxDepth = 16,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(CamelCaseEnumConverter<ArticleState>), typeof(CamelCaseEnumConverter<ArticleVerb>)])]
[JsonSerializable(typeof(ArticlePage))]
[JsonSerializable(typeof(ArticleView))]
[JsonSerializable(typeof(ArticleVersions))]
[JsonSerializable(typeof(ArticleActList))]
[JsonSerializable(typeof(KnowledgeView))]
[JsonSerializable(typeof(ArticleBody))]
[JsonSerializable(typeof(ArticleReasonBody))]
[JsonSerializable(typeof(PreviewBody))]
[JsonSerializable(typeof(PreviewView))]
[JsonSerializable(typeof(IReadOnlyList<Article>), TypeInfoPropertyName = "ArticleList")]
internal sealed partial class KnowledgeApiJson : JsonSerializerContext;
