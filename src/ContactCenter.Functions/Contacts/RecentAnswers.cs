namespace ContactCenter.Functions.Contacts;

/// <summary>
/// What contacts were answered in the last seconds. Amazon Connect asks again when it did not get an answer; the same question is then
/// answered alike, and counted once.
/// </summary>
public sealed class RecentAnswers(TimeProvider clock)
{
    /// <summary>Connect ends all attempts of a block within 8 seconds.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromSeconds(10);

    /// <summary>A process answers one contact after the other: more than these do not fit into the time.</summary>
    private const int MaximumLength = 256;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, Entry> _answers = [];

    /// <summary>The answer that the contact got to this request, or null.</summary>
    public byte[]? Find(string contactId, ReadOnlySpan<byte> request)
    {
        lock (_gate)
        {
            return _answers.TryGetValue(contactId, out var entry)
                && clock.GetElapsedTime(entry.At) < Kept
                && request.SequenceEqual(entry.Request)
                    ? entry.Answer
                    : null;
        }
    }

    /// <summary>Keeps an answer, until the contact asks something else: its blocks are asked one after the other.</summary>
    public void Keep(string contactId, ReadOnlySpan<byte> request, byte[] answer)
    {
        lock (_gate)
        {
            if (_answers.Count >= MaximumLength)
            {
                _answers.Clear();
            }

            _answers[contactId] = new Entry(clock.GetTimestamp(), request.ToArray(), answer);
        }
    }

    /// <summary>Requests are compared, not their hashes: the first hash of a process loads OpenSSL, and a caller waits for that.</summary>
    private readonly record struct Entry(long At, byte[] Request, byte[] Answer);
}
