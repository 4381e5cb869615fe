using System.Collections.Concurrent;
using ContactCenter.Core.Contacts.Heard;
using ContactCenter.Language.Classification.Model;
using ContactCenter.Language.Retraining;

namespace ContactCenter.Core.Contacts.Serving;

/// <summary>
/// Gathers the answers of one process and hands them to the stores every few minutes, beside the requests. What a process that ends has
/// not handed over is lost: some minutes of one process among many days.
/// </summary>
/// <param name="store">Where counts of a model go; null when a deployment keeps none.</param>
/// <param name="heard">Where topics of a day go, and contacts of which it was not sure; null when a deployment keeps none.</param>
/// <param name="clock">Says when it is time.</param>
public sealed class AnswerTally(IAnswerStore? store, IHeardContacts? heard, TimeProvider clock)
{
    /// <summary>Time between two writes.</summary>
    public static readonly TimeSpan Every = TimeSpan.FromMinutes(2);

    // Held back while the store does not answer, and no more: drift does not need every answer.
    private const int MaximumLength = 10_000;

    /// <summary>Contacts of one process between two writes that somebody may look at: more of them tell nobody more.</summary>
    private const int MaximumUnsure = 20;

    private static readonly TimeSpan MaximumWrite = TimeSpan.FromSeconds(10);

    private readonly Lock _gate = new();
    private readonly ConcurrentQueue<ModelNews> _news = new();
    private readonly List<(string Model, TopicProbability Answer)> _answers = [];
    private readonly List<UnsureContact> _unsure = [];
    private TopicDay _topics = TopicDay.Empty(DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime));
    private Task _write = Task.CompletedTask;
    private DateTimeOffset _nextWrite = clock.GetUtcNow() + Every;
    private bool _failed;

    /// <summary>Adds an answer, and begins to hand over when it is time. The task is the writing under way; it never fails.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="unsure">The contact, where somebody is to say what it was about; else null.</param>
    public Task AddAsync(TopicAnswer answer, UnsureContact? unsure = null)
    {
        ArgumentNullException.ThrowIfNull(answer);
        if (store is null && heard is null)
        {
            return Task.CompletedTask;
        }

        lock (_gate)
        {
            if (answer is { Model: { } model, Measured: { } measured } && _answers.Count < MaximumLength)
            {
                _answers.Add((model, measured));
            }

            if (answer.Counted is { } topic)
            {
                _topics = _topics.With(topic, TopicCount.One(answer.Sentiment));
            }

            if (unsure is not null && _unsure.Count < MaximumUnsure)
            {
                _unsure.Add(unsure);
            }

            var now = clock.GetUtcNow();
            if (_write.IsCompleted && now >= _nextWrite)
            {
                _nextWrite = now + Every;
                var day = DateOnly.FromDateTime(now.UtcDateTime);
                (TopicDay Topics, UnsureContact[] Unsure, (string, TopicProbability)[] Answers) batch =
                    (_topics with { Day = day }, [.. _unsure], [.. _answers]);
                _topics = TopicDay.Empty(day);
                _unsure.Clear();
                _answers.Clear();
                _write = Task.Run(() => WriteAsync(batch.Topics, batch.Unsure, batch.Answers));
            }

            return _write;
        }
    }

    /// <summary>That writes have begun to fail, once until one of them succeeds; each piece of news is taken once.</summary>
    public IEnumerable<ModelNews> TakeNews()
    {
        while (_news.TryDequeue(out var news))
        {
            yield return news;
        }
    }

    private async Task WriteAsync(TopicDay topics, UnsureContact[] unsure, (string Model, TopicProbability Answer)[] answers)
    {
        using var limit = new CancellationTokenSource(MaximumWrite, clock);
        try
        {
            foreach (var model in store is null ? [] : answers.GroupBy(static entry => entry.Model, static entry => entry.Answer))
            {
                await store!.AddAsync(model.Key, topics.Day, AnswerCounts.Of([.. model]), limit.Token);
            }

            if (heard is not null)
            {
                await heard.AddAsync(topics, limit.Token);
                foreach (var contact in unsure)
                {
                    await heard.KeepAsync(contact, limit.Token);
                }
            }

            _failed = false;
        }
#pragma warning disable CA1031 // nobody waits for the counts; what cannot be written is left out of the measurement
        catch (Exception failure)
#pragma warning restore CA1031
        {
            // drift is measured on shares of many days, so a batch less does not matter; that none is written any more does
            if (!_failed)
            {
                _failed = true;
                _news.Enqueue(new ModelNews(
                    true, $"What contacts were about cannot be written down: {failure.GetType().Name}: {failure.Message}"));
            }
        }
    }
}
