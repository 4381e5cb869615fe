using System.Globalization;
using ContactCenter.Core.Contacts.Flows;
using ContactCenter.Language.Classification.Hearing;
using ContactCenter.Language.Classification.Model;
using ContactCenter.Language.Embedding;
using ContactCenter.Language.Retraining;
using ContactCenter.Language.Sentiment;
using ContactCenter.Language.Text;

namespace ContactCenter.Core.Contacts.Serving;

/// <summary>What a flow is told about a contact.</summary>
public sealed record TopicAnswer
{
    /// <summary>The topic of an answer that is unsure.</summary>
    public const string UnsureTopic = "unsure";

    /// <summary>The topic of a contact that is about nothing that the model knows.</summary>
    public const string OutOfScopeTopic = "out_of_scope";

    /// <summary>The topic under which who pressed a key of a menu is counted.</summary>
    public const string MenuTopic = "menu";

    // Below it people do not agree how a short text is meant.
    private const double Clear = 0.25;

    /// <summary>How far it can be used.</summary>
    public required TopicStatus Status { get; init; }

    /// <summary>What the topic was taken from.</summary>
    public TopicSource Source { get; init; }

    /// <summary>
    /// The topic to act on: a topic, <see cref="UnsureTopic"/>, <see cref="OutOfScopeTopic"/>, or <see cref="FlowValue.None"/>.
    /// </summary>
    public string Topic { get; init; } = FlowValue.None;

    /// <summary>Probability of the first of <see cref="Best"/>, 0 to 1; of an intent as Lex says it; 1 for a key of a menu.</summary>
    public double Confidence { get; init; }

    /// <summary>The up to three most probable topics, the first one first.</summary>
    public IReadOnlyList<string> Best { get; init; } = [];

    /// <summary>
    /// Level of urgency in the words of the training texts; where the model has not learned it, <c>high</c> or <c>low</c> where the
    /// customer says so; or null.
    /// </summary>
    public string? Urgency { get; init; }

    /// <summary>How the customer's words sound, -1 to 1, or null when there are none.</summary>
    public double? Sentiment { get; init; }

    /// <summary>Language as a two-letter code, or null when it is not known.</summary>
    public string? Language { get; init; }

    /// <summary>Id of the model that answered, or null.</summary>
    public string? Model { get; init; }

    /// <summary>What the classifier made of the customer's words, for the measurement of drift; null when there were none.</summary>
    public TopicProbability? Measured { get; init; }

    /// <summary>
    /// The topic under which the contact is counted; null where nothing was heard of it. A topic from a menu is whatever the flow says: as
    /// a dimension it would be a metric, and a bill, of its own.
    /// </summary>
    public string? Counted => Status switch
    {
        TopicStatus.Ok => Source == TopicSource.Menu ? MenuTopic : FlowValue.Of(Topic),
        TopicStatus.Unsure => UnsureTopic,
        TopicStatus.OutOfScope => OutOfScopeTopic,
        _ => null,
    };

    /// <summary>True of a topic; false of what counts contacts without one: nobody was sure, it is about nothing known, a key.</summary>
    /// <param name="counted">What a contact is counted under (<see cref="Counted"/>).</param>
    public static bool IsTopic(string counted) => counted is not (UnsureTopic or OutOfScopeTopic or MenuTopic);

    /// <summary>The prepared answer, which needs nothing.</summary>
    public static TopicAnswer Default { get; } = new() { Status = TopicStatus.Default };

    /// <summary>
    /// Answers a request. A key that the customer pressed counts before words, words of which the model is sure before an intent,
    /// and an intent that is called like a topic before a guess.
    /// </summary>
    /// <param name="request">What the flow tells.</param>
    /// <param name="model">The model in service.</param>
    /// <param name="scorer">Scores how the words sound.</param>
    /// <param name="emergencies">Topics that must not be missed beside a harmless one, and not be believed lightly.</param>
    /// <param name="encoder">Knows what English words mean; null: nobody does.</param>
    public static TopicAnswer To(
        FlowRequest request, ServedModel model, SentimentScorer scorer, IReadOnlySet<string>? emergencies = null,
        SentenceEncoder? encoder = null)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(scorer);
        var said = ContactWords.Of(request);
        var hasWords = !string.IsNullOrWhiteSpace(said.Words);
        var read = hasWords ? said.Words : said.IntentAsWords();

        // a key that was pressed and an intent are no evidence of a language that a flow has set because it had to set one
        var told = hasWords || !SpokenLanguage.IsAssumed(request) ? request.LanguageCode : null;
        var language = Languages.Code(told) ?? Languages.Guess(said.Words);
        if (read.Length == 0 && said.MenuTopic is null)
        {
            return new TopicAnswer { Status = TopicStatus.NoText, Language = language, Model = model.Id };
        }

        var found = read.Length == 0 ? null : model.Classifier.Classify(read, emergencies, encoder);
        found = found?.Verdict == ContactVerdict.NoText ? null : found;
        var answer = new TopicAnswer
        {
            Status = StatusOf(found),
            Source = hasWords ? TopicSource.Words : TopicSource.Intent,
            Topic = TopicOf(found),
            Confidence = found?.Confidence ?? 0,
            Best = found is null ? [] : [.. found.Topics.Select(static topic => topic.Topic)],
            Urgency = found?.Urgency?.Topic ?? UrgencyWords.Of(said.Words),
            Sentiment = hasWords ? scorer.Score(said.Words, language) : null,
            Language = language,
            Model = model.Id,
            Measured = hasWords && found is not null ? found.Topics[0] : null,
        };
        return said.MenuTopic is { } chosen ? answer.Chosen(chosen, TopicSource.Menu, 1)
            : (!hasWords || answer.Status != TopicStatus.Ok) && Named(said.Intent, model) is { } named
            ? answer.Chosen(named, TopicSource.Intent, said.IntentConfidence ?? 1)
            : answer;
    }

    /// <summary>The answer as a flow reads it.</summary>
    public HookAnswer ToHookAnswer()
    {
        var status = Status switch
        {
            TopicStatus.Ok => "ok",
            TopicStatus.Unsure => "unsure",
            TopicStatus.OutOfScope => "out_of_scope",
            TopicStatus.NoText => "no_text",
            _ => "default",
        };
        var confidence = Confidence.ToString("0.000", CultureInfo.InvariantCulture);

        return new HookAnswer
        {
            Decision = status,
            IsDefault = Status == TopicStatus.Default,
            Values = new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                ["status"] = status,
                ["topic"] = Topic,
                ["confidence"] = confidence,
                ["topic1"] = Best.ElementAtOrDefault(0),
                ["topic2"] = Best.ElementAtOrDefault(1),
                ["topic3"] = Best.ElementAtOrDefault(2),
                ["urgency"] = Urgency,
                ["language"] = Language,
                ["source"] = Source switch
                {
                    TopicSource.Words => "words",
                    TopicSource.Intent => "intent",
                    TopicSource.Menu => "menu",
                    _ => FlowValue.None,
                },
                ["model"] = Model,
                ["sentiment"] = Sentiment?.ToString("0.00", CultureInfo.InvariantCulture),
                ["mood"] = Sentiment switch
                {
                    null => FlowValue.None,
                    <= -Clear => "negative",
                    >= Clear => "positive",
                    _ => "neutral",
                },
            },
            Reasons =
            [
                $"topic {(Source == TopicSource.Menu ? "of the menu" : FlowValue.Of(Topic))}", $"confidence {confidence}", $"model {FlowValue.Of(Model)}"
            ],
            Metrics = [new HookMetric("ContactsByTopic", "Count", 1, "Topic", Counted ?? status)],
        };
    }

    private TopicAnswer Chosen(string topic, TopicSource source, double confidence) => this with
    {
        Status = TopicStatus.Ok,
        Source = source,
        Topic = topic,
        Confidence = confidence,
        Best = [topic, .. Best.Where(other => other != topic).Take(ContactClassifier.TopicsInAnswer - 1)],
    };

    private static string? Named(string? intent, ServedModel model) =>
        model.Classifier.Topics.FirstOrDefault(topic => string.Equals(topic, intent, StringComparison.OrdinalIgnoreCase));

    private static TopicStatus StatusOf(ContactClassification? found) => found?.Verdict switch
    {
        null => TopicStatus.NoText,
        ContactVerdict.Sure => TopicStatus.Ok,
        ContactVerdict.Unsure => TopicStatus.Unsure,
        _ => TopicStatus.OutOfScope,
    };

    private static string TopicOf(ContactClassification? found) => found?.Verdict switch
    {
        null => FlowValue.None,
        ContactVerdict.Sure => found.Topic,
        ContactVerdict.Unsure => UnsureTopic,
        _ => OutOfScopeTopic,
    };
}

/// <summary>What a topic was taken from.</summary>
public enum TopicSource
{
    /// <summary>There is no topic.</summary>
    None,

    /// <summary>The customer's own words.</summary>
    Words,

    /// <summary>The intent that Lex recognised.</summary>
    Intent,

    /// <summary>The key that the customer pressed.</summary>
    Menu,
}

/// <summary>How far the answer of the hook can be used.</summary>
public enum TopicStatus
{
    /// <summary>The topic can be acted on.</summary>
    Ok,

    /// <summary>One of the first three topics, but better ask back.</summary>
    Unsure,

    /// <summary>The contact is about nothing that the model knows.</summary>
    OutOfScope,

    /// <summary>The flow gave no text, or only marks, no intent and no key of a menu.</summary>
    NoText,

    /// <summary>The prepared answer: the real one was not there in time, or could not be made.</summary>
    Default,
}
