using System.Collections.Frozen;
using System.Globalization;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Common;
using ContactCenter.Core.Contacts.Complexity;
using ContactCenter.Core.Contacts.Customers;
using ContactCenter.Core.Contacts.Flows;
using ContactCenter.Core.Contacts.Entities;
using ContactCenter.Language.Classification.Hearing;
using ContactCenter.Language.Retraining;

namespace ContactCenter.Core.Contacts.Serving;

/// <summary>
/// What a configuration wants flows to know of a contact beside its topic: all concerns that are sure, how difficult it is, what the
/// customer names, and what the guide of agents needs. A configuration that wants none of it gives them the answer that they always had.
/// </summary>
public sealed class ContactDetails
{
    /// <summary>Concerns that a flow is told.</summary>
    public const int MaximumConcerns = 3;

    /// <summary>How many concerns are sure, of those that are told.</summary>
    public const string Concerns = "concerns";

    /// <summary>How difficult the contact is.</summary>
    public const string Complexity = "complexity";

    private static readonly FrozenSet<string> British =
        FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "en-GB", "en-AU", "en-NZ", "en-IE", "en-IN", "en-ZA");

    private static readonly Dictionary<string, string> Nothing = [];

    private readonly ContactCenterConfiguration _configuration;
    private readonly FrozenSet<string> _emergencies;
    private readonly EntityReading? _entities;
    private readonly IReadOnlyList<string> _names;
    private readonly Lazy<TimeZoneInfo> _zone;
    private readonly GuideDetails? _guide;

    /// <summary>Prepares what a configuration wants to know.</summary>
    public ContactDetails(ContactCenterConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        _configuration = configuration;
        _emergencies = EmergencyTopics.Of(configuration);
        _names = Names(configuration.Topics);
        _entities = configuration.Topics.Entities is { } entities ? new EntityReading(entities) : null;
        _zone = new Lazy<TimeZoneInfo>(() => TimeZoneInfo.FindSystemTimeZoneById(configuration.TimeZone));
        _guide = GuideDetails.Of(configuration);
        Prepared = Guided(With(TopicAnswer.Default.ToHookAnswer(), [], complexity: null, Nothing), TopicAnswer.Default, "");
    }

    /// <summary>The prepared answer, with all attributes.</summary>
    public HookAnswer Prepared { get; }

    private TopicSettings Settings => _configuration.Topics;

    /// <summary>The attributes that such settings add, always the same.</summary>
    public static IReadOnlyList<string> Names(TopicSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return
        [
            .. settings.Concerns ? [Concerns, .. Enumerable.Range(1, MaximumConcerns).Select(Concern)] : Array.Empty<string>(),
            .. settings.Complexity is null ? Array.Empty<string>() : [Complexity],
            .. settings.Entities is { } entities ? EntityReading.Names(entities) : [],
        ];
    }

    /// <summary>The answer with what is wanted beside the topic.</summary>
    /// <param name="answer">What the contact is about.</param>
    /// <param name="request">What the flow tells.</param>
    /// <param name="model">The model in service.</param>
    /// <param name="now">The time.</param>
    /// <param name="learned">How difficult contacts are by history; null: the rule alone says so.</param>
    public HookAnswer Tell(
        TopicAnswer answer, FlowRequest request, ServedModel model, DateTimeOffset now, LearnedComplexity? learned = null)
    {
        ArgumentNullException.ThrowIfNull(answer);
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(model);
        if (_names.Count == 0 && _guide is null)
        {
            return answer.ToHookAnswer();
        }

        var words = ContactWords.Of(request).Words;
        var topic = answer.Status == TopicStatus.Ok ? answer.Topic : null;
        var concerns = Settings is { Concerns: false, Complexity: null } ? []
            : string.IsNullOrWhiteSpace(words) ? (topic is null ? [] : [topic])
            : model.Classifier.Concerns(words, topic, _emergencies);
        var complexity = Settings.Complexity is { } rules
            ? ContactComplexity.Of(
                new KnownContact(
                    concerns, answer.Status is TopicStatus.Unsure or TopicStatus.OutOfScope, Count(words), answer.Sentiment,
                    Recent(request)),
                rules,
                topic is null ? null : learned?.Level(topic, TraitsOf(request, answer, concerns)))
            : null;
        return Guided(With(answer.ToHookAnswer(), concerns, complexity, Named(words, answer, request, now)), answer, words);
    }

    /// <summary>Earlier contacts count where it is routed, by when they are known.</summary>
    private static ContactTraits TraitsOf(FlowRequest request, TopicAnswer answer, IReadOnlyList<string> concerns) =>
        new(ContactChannels.Find(request.Channel)?.Name(), answer.Language, concerns.Count > 1, CameBefore: null);

    private HookAnswer Guided(HookAnswer told, TopicAnswer answer, string words) => _guide?.Tell(told, answer, words) ?? told;

    private IReadOnlyDictionary<string, string> Named(string words, TopicAnswer answer, FlowRequest request, DateTimeOffset now)
    {
        if (_entities is null)
        {
            return Nothing;
        }

        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, _zone.Value).DateTime);
        return _entities.Read(words, today, answer.Language == "en" && !British.Contains(request.LanguageCode ?? ""));
    }

    private HookAnswer With(
        HookAnswer told, IReadOnlyList<string> concerns, ContactComplexity? complexity, IReadOnlyDictionary<string, string> named)
    {
        if (_names.Count == 0)
        {
            return told;
        }

        var values = new Dictionary<string, string?>(told.Values, StringComparer.Ordinal);
        foreach (var name in _names)
        {
            values[name] = named.GetValueOrDefault(name);
        }

        if (Settings.Concerns)
        {
            values[Concerns] = Math.Min(concerns.Count, MaximumConcerns).ToString(CultureInfo.InvariantCulture);
            for (var i = 1; i <= MaximumConcerns; i++)
            {
                values[Concern(i)] = concerns.ElementAtOrDefault(i - 1);
            }
        }

        if (Settings.Complexity is not null)
        {
            values[Complexity] = complexity?.Level ?? ContactComplexity.Usual;
        }

        return told with { Values = values, Reasons = [.. told.Reasons, .. Reasons(concerns, complexity, named)] };
    }

    /// <summary>What a log may say: how many and of which kinds, and never what was said.</summary>
    private static IEnumerable<string> Reasons(
        IReadOnlyList<string> concerns, ContactComplexity? complexity, IReadOnlyDictionary<string, string> named)
    {
        if (concerns.Count > 1)
        {
            yield return $"concerns {string.Join(", ", concerns.Take(MaximumConcerns).Select(FlowValue.Of))}";
        }

        if (complexity is not null)
        {
            yield return $"{complexity.Level}{(complexity.Reasons.Count == 0 ? "" : $": {string.Join(", ", complexity.Reasons)}")}";
        }

        if (named.Count > 0)
        {
            yield return $"named {string.Join(", ", named.Keys)}";
        }
    }

    /// <summary>Attribute of a concern, from 1 on.</summary>
    internal static string Concern(int number) => $"concern{number}";

    private static int Recent(FlowRequest request) =>
        int.TryParse(request.Find(CustomerAnswer.RecentContacts), NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            ? count
            : 0;

    private static int Count(string words)
    {
        var (count, isInside) = (0, false);
        foreach (var letter in words)
        {
            count += !isInside && char.IsLetterOrDigit(letter) ? 1 : 0;
            isInside = !char.IsWhiteSpace(letter);
        }

        return count;
    }
}
