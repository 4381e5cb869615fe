using ContactCenter.Core.Contacts.Flows;

namespace ContactCenter.Core.Contacts.Heard;

/// <summary>
/// Gathers in one process whether customers came again, and hands it to the store every few minutes, beside the requests. What a process
/// that ends has not handed over is lost: some minutes of one process among many days.
/// </summary>
/// <param name="heard">Where it goes; null where a deployment keeps none.</param>
/// <param name="clock">Says when it is time.</param>
public sealed class ReturnTally(IHeardContacts? heard, TimeProvider clock)
{
    /// <summary>Time between two writes.</summary>
    public static readonly TimeSpan Every = TimeSpan.FromMinutes(2);

    /// <summary>
    /// Topics between two writes that have a count of their own: a flow may set any, and each is an attribute of the item of the day.
    /// </summary>
    public const int MaximumTopics = 40;

    /// <summary>Characters of a topic.</summary>
    public const int MaximumTopic = 64;

    /// <summary>Contacts between two writes that are known by id, so that a flow that asks twice counts once.</summary>
    private const int MaximumSeen = 2000;

    private static readonly TimeSpan MaximumWrite = TimeSpan.FromSeconds(10);

    private readonly Lock _gate = new();
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private TopicDay _day = TopicDay.Empty(DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime));
    private Task _write = Task.CompletedTask;
    private DateTimeOffset _nextWrite = clock.GetUtcNow() + Every;

    /// <summary>Adds a contact, and begins to hand over when it is time. The task is the writing under way; it never fails.</summary>
    /// <param name="contactId">The contact with all its transfers.</param>
    /// <param name="topic">What the flow says that it is about; null where it does not know yet.</param>
    /// <param name="isAgain">Whether the customer was in touch in the days before.</param>
    public Task AddAsync(string contactId, string? topic, bool isAgain)
    {
        if (heard is null)
        {
            return Task.CompletedTask;
        }

        lock (_gate)
        {
            var name = NameOf(topic);
            if (_seen.Count < MaximumSeen && _seen.Add(contactId))
            {
                _day = _day.With(
                    _day.Returns.Count < MaximumTopics || _day.Returns.ContainsKey(name) ? name : FlowValue.None,
                    new ReturnCount(1, isAgain ? 1 : 0));
            }

            var now = clock.GetUtcNow();
            if (_write.IsCompleted && now >= _nextWrite)
            {
                _nextWrite = now + Every;
                var day = DateOnly.FromDateTime(now.UtcDateTime);
                var batch = _day with { Day = day };
                _day = TopicDay.Empty(day);
                _seen.Clear();
                _write = Task.Run(() => WriteAsync(heard, batch));
            }

            return _write;
        }
    }

    /// <summary>A topic as a name; what could be anything is none.</summary>
    private static string NameOf(string? topic) =>
        topic?.Trim() is { Length: > 0 and <= MaximumTopic } name
        && name.All(static letter => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '-' or '.') ? name : FlowValue.None;

    private async Task WriteAsync(IHeardContacts store, TopicDay batch)
    {
        using var limit = new CancellationTokenSource(MaximumWrite, clock);
        try
        {
            await store.AddAsync(batch, limit.Token);
        }
#pragma warning disable CA1031 // nobody waits for the counts; what cannot be written is left out of a share of many days
        catch (Exception)
#pragma warning restore CA1031
        {
            // a batch less does not matter among the contacts of weeks
        }
    }
}
