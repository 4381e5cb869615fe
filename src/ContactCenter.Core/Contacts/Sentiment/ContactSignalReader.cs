using System.Globalization;
using System.Text;
using System.Text.Json;
using ContactCenter.Core.Contacts.Flows;
using ContactCenter.Core.Deployment;
using ContactCenter.Language.Sentiment;
using ContactCenter.Language.Text;
using static ContactCenter.Core.Contacts.Flows.LenientJson;

namespace ContactCenter.Core.Contacts.Sentiment;

/// <summary>
/// Reads what Amazon Connect and Contact Lens send through EventBridge, and the segments of real-time analysis from a Kinesis stream.
/// Names of members are compared without case, because the documentation has both; what is not understood says nothing.
/// </summary>
/// <param name="scorer">Scores what Contact Lens has not judged.</param>
/// <param name="rules">What rules of Contact Lens say.</param>
/// <param name="hearsAgents">Whether it also says when agents talked, which is a signal more for each of their turns.</param>
public sealed class ContactSignalReader(
    SentimentScorer scorer, IReadOnlyDictionary<string, double> rules, bool hearsAgents = false)
{
    /// <summary>Signals of one invocation; a stream's batch has at most 10,000 records.</summary>
    private const int MaximumSignals = 10_000;

    /// <summary>Segments of one record that are looked at.</summary>
    private const int MaximumSegments = 500;

    private const int MaximumId = 200;

    /// <summary>What Contact Lens calls positive or negative, as a score: clear, but not as far as words can go.</summary>
    private const double Clear = 0.6;

    /// <summary>Later than this after now a time is a mistake of a clock.</summary>
    private static readonly TimeSpan Ahead = TimeSpan.FromMinutes(5);

    /// <summary>Whether it is an event or a batch of a stream; whatever else it is, a contact flow may wait for an answer.</summary>
    public static bool IsEvent(ReadOnlyMemory<byte> json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return document.RootElement.ValueKind == JsonValueKind.Object
                && (Find(document.RootElement, "detail") ?? Find(document.RootElement, "Records")) is not null;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>The signals of an event, or of a batch of a stream; none when it says nothing about sentiment.</summary>
    public IReadOnlyList<ContactSignal> Read(ReadOnlyMemory<byte> json, DateTimeOffset now)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return Find(document.RootElement, "Records") is { ValueKind: JsonValueKind.Array } records
                ? [.. SpokenTurns.Signals(records.EnumerateArray().Take(MaximumSignals).Select(record => FromStream(record, now)))]
                : FromEvent(document.RootElement, now) is { } signal
                    && (signal.Queue is not null || signal.Scores.Count > 0 || signal.IsAnalysisFailure)
                    ? [signal]
                    : [];
        }
        catch (JsonException)
        {
            return [];
        }
    }

    private ContactSignal? FromEvent(JsonElement json, DateTimeOffset now)
    {
        if (Text(json, "id") is not { Length: > 0 and <= MaximumId } id
            || Find(json, "detail") is not { ValueKind: JsonValueKind.Object } detail)
        {
            return null;
        }

        var at = Time(Text(json, "time"), now);
        var type = Text(json, "detail-type") ?? "";
        return type switch
        {
            _ when ContactEvents.DetailTypes.Contains(type) =>
                new ContactSignal(
                    id, Text(detail, "contactId"), at, Find(detail, "queueInfo") is { } queue ? Text(queue, "queueArn") : null, []),
            "Contact Lens Analysis State Change" =>
                new ContactSignal(id, Last(Text(detail, "contact")), at, null, [], Text(detail, "state") == "FAILED"),
            _ when type.Contains("Rules Matched", StringComparison.Ordinal) && Last(Text(detail, "contactArn")) is { } contact =>
                new ContactSignal(
                    id,
                    contact,
                    at,
                    Text(detail, "queueArn"),
                    Text(detail, "ruleName") is { } rule && rules.TryGetValue(rule, out var score) ? [score] : []),
            _ => null,
        };
    }

    private SpokenTurns? FromStream(JsonElement record, DateTimeOffset now)
    {
        if (Find(record, "kinesis") is not { } kinesis || Text(kinesis, "data") is not { } data)
        {
            return null;
        }

        try
        {
            using var document = JsonDocument.Parse(Decoded(data));
            var json = document.RootElement;
            if (Text(json, "EventType") != "SEGMENTS" || Text(json, "ContactId") is not { Length: > 0 and <= MaximumId } contact
                || (Text(json, "EventId") ?? Text(record, "eventID") ?? Text(kinesis, "sequenceNumber"))
                    is not { Length: > 0 and <= MaximumId } id)
            {
                return null;
            }

            var at = Find(kinesis, "approximateArrivalTimestamp") is { ValueKind: JsonValueKind.Number } seconds
                && seconds.TryGetDouble(out var since)
                && since is > 0 and < 1e11
                ? Bounded(DateTimeOffset.UnixEpoch.AddSeconds(since), now)
                : now;
            var language = Languages.Code(Text(json, "LanguageCode"));
            SpokenTurn[] turns = Find(json, "Segments") is { ValueKind: JsonValueKind.Array } all
                ? [.. all.EnumerateArray().Take(MaximumSegments).Select(segment => Turn(segment, language)).OfType<SpokenTurn>()]
                : [];
            return new SpokenTurns(id, contact, at, turns, Text(kinesis, "sequenceNumber"))
            {
                Others = hearsAgents && Find(json, "Segments") is { ValueKind: JsonValueKind.Array } talk
                    ? [.. talk.EnumerateArray().Take(MaximumSegments).Select(Span).OfType<TalkSpan>()]
                    : [],
            };
        }
        catch (Exception damaged) when (damaged is JsonException or FormatException)
        {
            return null;
        }
    }

    // agents are not scored; an utterance is a piece of a turn that comes again, whole, as a transcript
    private SpokenTurn? Turn(JsonElement segment, string? language)
    {
        if (Find(segment, "Transcript") is not { ValueKind: JsonValueKind.Object } said || Text(said, "ParticipantRole") != "CUSTOMER")
        {
            return null;
        }

        double? judged = Text(said, "Sentiment") switch
        {
            "POSITIVE" => Clear,
            "NEGATIVE" => -Clear,
            "NEUTRAL" => 0,
            "MIXED" => 0,
            _ => null,
        };
        var score = judged ?? (Text(said, "Content") is { Length: > 0 } words ? scorer.Score(words, language) : null);
        return score is { } known
            ? new SpokenTurn(
                Text(said, "Id") is { Length: > 0 and <= MaximumId } id ? id : null, known, IsJudged: judged is not null, Begin(said),
                Offset(said, "EndOffsetMillis"))
            : null;
    }

    /// <summary>When an agent talked, or null.</summary>
    private static TalkSpan? Span(JsonElement segment) =>
        Find(segment, "Transcript") is { ValueKind: JsonValueKind.Object } said && Text(said, "ParticipantRole") == "AGENT"
            && Text(said, "Id") is { Length: > 0 and <= MaximumId } id && Offset(said, "EndOffsetMillis") is var end && end > Begin(said)
            ? new TalkSpan(id, Begin(said), end)
            : null;

    /// <summary>Where a turn begins, in milliseconds; calls have an offset from their beginning.</summary>
    private static long Begin(JsonElement said) => Offset(said, "BeginOffsetMillis");

    private static long Offset(JsonElement said, string name) =>
        Find(said, name) is { ValueKind: JsonValueKind.Number } offset && offset.TryGetInt64(out var milliseconds)
            ? Math.Max(milliseconds, 0)
            : 0;

    /// <summary>The bytes behind a base64 text, and behind the second one that some producers make of it.</summary>
    private static byte[] Decoded(string data)
    {
        var bytes = Convert.FromBase64String(data);
        return bytes.AsSpan().TrimStart(" \r\n\t"u8) is [(byte)'{', ..] ? bytes : Convert.FromBase64String(Encoding.ASCII.GetString(bytes));
    }

    private static DateTimeOffset Time(string? text, DateTimeOffset now) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
            ? Bounded(at.ToUniversalTime(), now)
            : now;

    private static DateTimeOffset Bounded(DateTimeOffset at, DateTimeOffset now) => at > now + Ahead ? now : at;

    private static string? Last(string? arn) => arn is { Length: > 0 and <= 500 } ? arn[(arn.LastIndexOf('/') + 1)..] : null;

    private static string? Text(JsonElement json, string name) =>
        LenientJson.Text(Find(json, name));
}

/// <summary>What an event says about the sentiment of one contact.</summary>
/// <param name="Id">Id of the event; an event that comes again has the same.</param>
/// <param name="ContactId">The contact, or null when the event is about none.</param>
/// <param name="At">When it happened.</param>
/// <param name="Queue">Id or ARN of the contact's queue, or null.</param>
/// <param name="Scores">How the customer sounded, -1 to 1, in the order in which it was said.</param>
/// <param name="IsAnalysisFailure">Contact Lens could not analyse the contact.</param>
public sealed record ContactSignal(
    string Id, string? ContactId, DateTimeOffset At, string? Queue, IReadOnlyList<double> Scores, bool IsAnalysisFailure = false)
{
    /// <summary>What the scores are of, when a call is followed while it lasts; a turn that is known counts no second time.</summary>
    public IReadOnlyList<HeardTurn> Turns { get; init; } = [];

    /// <summary>When agents talked, where that is asked for.</summary>
    public IReadOnlyList<TalkSpan> Others { get; init; } = [];

    /// <summary>Number of the record of the stream that brought it, or null.</summary>
    public string? Record { get; init; }
}
