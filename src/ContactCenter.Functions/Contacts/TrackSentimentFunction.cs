using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json.Serialization;
using Amazon.Lambda.Annotations;
using Amazon.Lambda.Core;
using ContactCenter.Aws.Monitoring;
using ContactCenter.Core.Contacts.Flows;
using ContactCenter.Core.Contacts.Queues;
using ContactCenter.Core.Contacts.Sentiment;
using ContactCenter.Core.Contacts.Serving;
using ContactCenter.Language.Sentiment;

namespace ContactCenter.Functions.Contacts;

/// <summary>
/// Follows how customers sound: rules of Contact Lens and contact events through EventBridge, segments of real-time analysis from a
/// Kinesis stream, and texts that a contact flow sends. Nothing that was said is stored or logged; numbers are.
/// </summary>
public sealed class TrackSentimentFunction(
    ContactSignalReader reader,
    SentimentScorer scorer,
    ISentimentStore store,
    ConnectDirectory directory,
    FlowHook hook,
    SupervisorAlerts supervisors,
    MetricLine metrics,
    FunctionEnvironment environment,
    TimeProvider clock)
{
    /// <summary>Digits after the point of a metric: what is beyond is the rounding of sums.</summary>
    private const int MetricDigits = 4;

    private static readonly HookAnswer Prepared = Answer("default", null, null) with { IsDefault = true };

    /// <summary>Takes an event, a batch of a stream, or a request of a contact flow.</summary>
    [LambdaFunction]
    public async Task<Stream> TrackSentiment(Stream input, ILambdaContext context)
    {
        ReadOnlyMemory<byte> json;
        try
        {
            json = await Reply.ReadAsync(input);
        }
        catch (IOException)
        {
            return await hook.AnswerAsync(nameof(TrackSentiment), input, context, Prepared, static _ => Task.FromResult(Prepared));
        }

        if (!ContactSignalReader.IsEvent(json))
        {
            using var again = new MemoryStream(json.ToArray(), writable: false);
            return await hook.AnswerAsync(nameof(TrackSentiment), again, context, Prepared, call => AnswerAsync(call, json));
        }

        using var limit = TimeLimit.Of(context);
        var signals = reader.Read(json, clock.GetUtcNow());
        var (duplicates, scores) = (0, 0);
        var failures = new List<RecordFailure>();
        foreach (var signal in signals)
        {
            try
            {
                var known = await RecordAsync(signal, await NameAsync(signal.Queue, limit.Token), limit.Token);
                duplicates += known is null ? 1 : 0;
                scores += known is null ? 0 : signal.Scores.Count;
                if (signal is { Turns.Count: > 0, ContactId: { } contact })
                {
                    await supervisors.TellAsync(contact, known, context.Logger, limit.Token);
                }
            }
            catch (Exception failure) when (signal.Record is not null && failure is not OutOfMemoryException)
            {
                // the record comes again, and the others of the batch count
                context.Logger.LogError(failure, "Record {Record} must come again", signal.Record);
                failures.Add(new RecordFailure(signal.Record));
            }
        }

        context.Logger.LogInformation("{Signals} signals, {Duplicates} of them again, {Scores} scores", signals.Count, duplicates, scores);
        return Reply.Json(
            new TrackReply(signals.Count, duplicates, scores) { BatchItemFailures = failures.Count > 0 ? failures : null },
            FunctionsJson.Default.TrackReply);
    }

    private async Task<HookAnswer> AnswerAsync(HookCall call, ReadOnlyMemory<byte> json)
    {
        var words = ContactWords.Of(call.Request).Words;
        if (words.Length == 0 || call.Request.ContactId is not { } contact)
        {
            return Answer("no_text", null, null);
        }

        var score = scorer.Score(words, SpokenLanguage.Known(call.Request));
        if (call.IsSynthetic)
        {
            return Answer("ok", score, null);
        }

        // the same request again has the same id; a hash of it tells nothing
        var id = $"flow/{contact}/{Convert.ToHexString(SHA256.HashData(json.Span).AsSpan(0, 8))}";
        var queue = NamedQueue.Find(call.Request.Queue, environment.Configuration)?.Name;
        var known = await RecordAsync(new ContactSignal(id, contact, clock.GetUtcNow(), null, [score]), queue, call.Stop);
        return Answer("ok", score, known?.Contact.Trend);
    }

    private async Task<RecordedSentiment?> RecordAsync(ContactSignal signal, string? queue, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var known = await store.RecordAsync(signal, queue, now, stop);
        var instance = environment.Configuration.Instance.Id;
        if (known is not null && signal.IsAnalysisFailure)
        {
            metrics.Tell(now, [("InstanceId", instance)], (OwnMetrics.ContactLensFailures.Name, OwnMetrics.ContactLensFailures.Unit, 1));
        }

        // a signal without scores moves those that waited for the contact's queue
        if (known is { HasQueueChanged: true, Queue: { } sentiment, Contact.Queue: { } name }
            && sentiment.IsKnown(now)
            && sentiment.Trend.Average is { } average)
        {
            metrics.Tell(
                now,
                [("InstanceId", instance), (OwnMetrics.Queue, name)],
                (OwnMetrics.CustomerSentiment.Name, OwnMetrics.CustomerSentiment.Unit, Math.Round(average, MetricDigits)),
                (OwnMetrics.CustomerSentimentTrend.Name,
                    OwnMetrics.CustomerSentimentTrend.Unit,
                    Math.Round(sentiment.Trend.SlopePerHour, MetricDigits)));
        }

        return known;
    }

    private async Task<string?> NameAsync(string? queue, CancellationToken stop) =>
        queue is null ? null : (await directory.QueuesAsync(stop)).GetValueOrDefault(ConnectDirectory.IdOf(queue));

    private static HookAnswer Answer(string status, double? score, SentimentTrend? trend) => new()
    {
        Decision = status,
        Values = new Dictionary<string, string?>
        {
            ["status"] = status,
            ["sentiment"] = Number(score),
            ["average"] = Number(trend?.Average ?? score),
            ["slope"] = Number(trend?.SlopePerHour),
        },
    };

    private static string? Number(double? value) => value?.ToString("0.00", CultureInfo.InvariantCulture);
}

/// <summary>What became of the events of one invocation.</summary>
/// <param name="Signals">Events that say something about a contact.</param>
/// <param name="Duplicates">Those of them that had come before.</param>
/// <param name="Scores">Scores that were new.</param>
public sealed record TrackReply(int Signals, int Duplicates, int Scores)
{
    /// <summary>Records of a stream that must come again, as Lambda reads it; null: none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<RecordFailure>? BatchItemFailures { get; init; }
}

/// <summary>A record of a stream that must come again.</summary>
/// <param name="ItemIdentifier">Its sequence number.</param>
public sealed record RecordFailure(string ItemIdentifier);
