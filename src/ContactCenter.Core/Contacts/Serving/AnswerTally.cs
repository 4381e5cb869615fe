using ContactCenter.Language.Classification.Model;
using ContactCenter.Language.Retraining;

namespace ContactCenter.Core.Contacts.Serving;

/// <summary>
/// Gathers the answers of one process and hands them to the store every few minutes, beside the requests. What a process that ends has
/// not handed over is lost: some minutes of one process among many days.
/// </summary>
/// <param name="store">Where counts go; null when a deployment keeps none.</param>
/// <param name="clock">Says when it is time.</param>
public sealed class AnswerTally(IAnswerStore? store, TimeProvider clock)
{
    /// <summary>Time between two writes.</summary>
    public static readonly TimeSpan Every = TimeSpan.FromMinutes(2);

    // Held back while the store does not answer, and no more: drift does not need every answer.
    private const int MaximumLength = 10_000;

    private static readonly TimeSpan MaximumWrite = TimeSpan.FromSeconds(10);

    private readonly Lock _gate = new();
    private readonly List<(string Model, TopicProbability Answer)> _answers = [];
    private Task _write = Task.CompletedTask;
    private DateTimeOffset _nextWrite = clock.GetUtcNow() + Every;

    /// <summary>Adds an answer, and begins to hand over when it is time. The task is the writing under way; it never fails.</summary>
    public Task AddAsync(string model, TopicProbability answer)
    {
        if (store is null)
        {
            return Task.CompletedTask;
        }

        lock (_gate)
        {
            if (_answers.Count < MaximumLength)
            {
                _answers.Add((model, answer));
            }

            var now = clock.GetUtcNow();
            if (_write.IsCompleted && now >= _nextWrite)
            {
                _nextWrite = now + Every;
                var batch = _answers.ToArray();
                _answers.Clear();
                _write = Task.Run(() => WriteAsync(store, batch, DateOnly.FromDateTime(now.UtcDateTime)));
            }

            return _write;
        }
    }

    private async Task WriteAsync(IAnswerStore counts, (string Model, TopicProbability Answer)[] batch, DateOnly day)
    {
        using var limit = new CancellationTokenSource(MaximumWrite, clock);
        try
        {
            foreach (var model in batch.GroupBy(static entry => entry.Model, static entry => entry.Answer))
            {
                await counts.AddAsync(model.Key, day, AnswerCounts.Of([.. model]), limit.Token);
            }
        }
#pragma warning disable CA1031 // nobody waits for the counts; what cannot be written is left out of the measurement
        catch (Exception)
#pragma warning restore CA1031
        {
            // drift is measured on shares of many days, so a batch less does not matter
        }
    }
}
