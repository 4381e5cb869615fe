using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using ContactCenter.Core.Common;
using ContactCenter.Language.Knowledge;

namespace ContactCenter.Core.Contacts.Articles;

/// <summary>
/// All articles that people edit: of each what is drafted and what customers are answered with. One document, so that it changes as a
/// whole or not at all; what it no longer needs is kept apart as <see cref="ArticleAct"/>s.
/// </summary>
public sealed record ArticleBook
{
    /// <summary>Repetitions of a request are recognised among so many of the last ones.</summary>
    public const int MaximumMarks = 20;

    /// <summary>Number of the last act; 0: nobody has decided anything.</summary>
    public int Version { get; init; }

    /// <summary>Number of the last act that changed what customers are answered with.</summary>
    public int Publication { get; init; }

    /// <summary>The articles by their ids.</summary>
    public ImmutableSortedDictionary<string, KnownArticle> Articles
    {
        get;

        // read from a file it would be sorted by the words of some culture
        init => field = value.WithComparers(StringComparer.Ordinal);
    } = ImmutableSortedDictionary.Create<string, KnownArticle>(StringComparer.Ordinal);

    /// <summary>The last act; those before it are kept apart.</summary>
    public ArticleAct? Last { get; init; }

    /// <summary>What stands for the last requests that were carried out.</summary>
    public ImmutableArray<string> Marks { get; init; } = [];

    /// <summary>What customers are answered with.</summary>
    [JsonIgnore]
    public IEnumerable<Article> Published => Articles.Values.Select(static article => article.Published).OfType<Article>();

    /// <summary>The articles as they are edited.</summary>
    [JsonIgnore]
    public IEnumerable<Article> Drafts => Articles.Values.Select(static article => article.Draft);

    /// <summary>Where a deployment begins: every article that it brought, published as it is.</summary>
    public static ArticleBook Begin(IEnumerable<Article> deployed)
    {
        ArgumentNullException.ThrowIfNull(deployed);
        return new ArticleBook
        {
            Articles = deployed.ToImmutableSortedDictionary(
                static article => article.Id,
                static article => new KnownArticle
                {
                    Draft = article,
                    Version = 1,
                    PublishedVersion = 1,
                    Deployed = KnownArticle.MarkOf(article),
                },
                StringComparer.Ordinal),
        };
    }
}

/// <summary>One article: as it is edited, and as customers are answered with it.</summary>
public sealed record KnownArticle
{
    /// <summary>As it is edited.</summary>
    public required Article Draft { get; init; }

    /// <summary>Version of the draft, from 1.</summary>
    public required int Version { get; init; }

    /// <summary>The version that is published; 0: none.</summary>
    public int PublishedVersion { get; init; }

    /// <summary>What is published, where that is another version than the draft.</summary>
    public Article? Earlier { get; init; }

    /// <summary>Who wrote this draft; null: it came with the deployment.</summary>
    public string? Author { get; init; }

    /// <summary>When.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>Why, as far as they said.</summary>
    public string? Reason { get; init; }

    /// <summary>What stands for the article of the deployment that it was taken from last; null: from none.</summary>
    public string? Deployed { get; init; }

    /// <summary>Numbers of the acts about it, the oldest first.</summary>
    public ImmutableArray<int> Acts { get; init; } = [];

    /// <summary>Changes with every act about it; 1: it is as the deployment brought it. Whoever has seen no article has seen 0.</summary>
    [JsonIgnore]
    public int Revision => Acts.IsDefaultOrEmpty ? 1 : Acts[^1] + 1;

    /// <summary>What customers are answered with; null: not with this article.</summary>
    [JsonIgnore]
    public Article? Published => PublishedVersion == 0 ? null : PublishedVersion == Version ? Draft : Earlier;

    /// <summary>What stands for what an article says.</summary>
    public static string MarkOf(Article article) => Convert.ToHexStringLower(SHA256.HashData(
        Encoding.UTF8.GetBytes(JsonSerializer.Serialize(article, ArticleJson.Default.Article))).AsSpan(0, 8));
}

/// <summary>What somebody does to an article.</summary>
[JsonConverter(typeof(NamedEnumConverter<ArticleVerb>))]
public enum ArticleVerb
{
    /// <summary>Wrote another draft.</summary>
    Written,

    /// <summary>Made an earlier version the draft again.</summary>
    Restored,

    /// <summary>Took over what the deployment brings.</summary>
    Adopted,

    /// <summary>Let customers be answered with the draft.</summary>
    Published,

    /// <summary>Let customers no longer be answered with it.</summary>
    Withdrawn,
}

/// <summary>What somebody did to an article. Kept for good: who, when, why, and what it was before and after.</summary>
public sealed record ArticleAct
{
    /// <summary>Its number, from 1 without a gap.</summary>
    public required int Number { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Who.</summary>
    public required string Author { get; init; }

    /// <summary>Why, as far as they said.</summary>
    public string? Reason { get; init; }

    /// <summary>What.</summary>
    public required ArticleVerb Verb { get; init; }

    /// <summary>Id of the article.</summary>
    public required string Article { get; init; }

    /// <summary>Version of the draft behind it.</summary>
    public required int Version { get; init; }

    /// <summary>The version that was made the draft again; null: none was.</summary>
    public int? Restores { get; init; }

    /// <summary>The draft, or what was published, before it; null: there was none.</summary>
    public Article? Before { get; init; }

    /// <summary>The same behind it; null: there is none.</summary>
    public Article? After { get; init; }

    /// <summary>Whether it changed the draft, and not what customers are answered with.</summary>
    [JsonIgnore]
    public bool IsOfDraft => Verb is not (ArticleVerb.Published or ArticleVerb.Withdrawn);
}

/// <summary>The base that was built last, and what came of trying.</summary>
public sealed record BuiltKnowledge
{
    /// <summary>Nothing was ever built.</summary>
    public static BuiltKnowledge Nothing { get; } = new();

    /// <summary>What stands for the file of the base: the SHA-256 of it; null: none was built yet.</summary>
    public string? Id { get; init; }

    /// <summary>The publication that is in the base.</summary>
    public int Publication { get; init; }

    /// <summary>The newest publication that a base was tried of.</summary>
    public int Tried { get; init; }

    /// <summary>When that was.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>Articles of the base.</summary>
    public int Articles { get; init; }

    /// <summary>How the base makes probabilities.</summary>
    public Calibration? Calibration { get; init; }

    /// <summary>Why no base was built of the newest publication; empty: it was.</summary>
    public ImmutableArray<string> Problems { get; init; } = [];
}

/// <summary>How it is stored.</summary>
[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Metadata,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true,
    Converters = [typeof(CamelCaseEnumConverter<ArticleVerb>)])]
[JsonSerializable(typeof(ArticleBook))]
[JsonSerializable(typeof(ArticleAct))]
[JsonSerializable(typeof(BuiltKnowledge))]
[JsonSerializable(typeof(Article))]
public sealed partial class ArticleJson : JsonSerializerContext;
