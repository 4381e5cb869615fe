using System.Security.Cryptography;

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
    private const int MaximumLength = 512;

    private readonly Lock _gate = new();
    private readonly Dictionary<Question, Entry> _answers = [];

    /// <summary>The answer that the contact got to this request, or null.</summary>
    public byte[]? Find(string contactId, ReadOnlySpan<byte> request)
    {
        lock (_gate)
        {
            return _answers.TryGetValue(Question.Of(contactId, request), out var entry) && clock.GetElapsedTime(entry.At) < Kept
                ? entry.Answer
                : null;
        }
    }

    /// <summary>Keeps an answer.</summary>
    public void Keep(string contactId, ReadOnlySpan<byte> request, byte[] answer)
    {
        lock (_gate)
        {
            if (_answers.Count >= MaximumLength)
            {
                _answers.Clear();
            }

            _answers[Question.Of(contactId, request)] = new Entry(clock.GetTimestamp(), answer);
        }
    }

    private readonly record struct Entry(long At, byte[] Answer);

    private readonly record struct Question(string Contact, UInt128 Request)
    {
        public static Question Of(string contact, ReadOnlySpan<byte> request)
        {
            Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
            _ = SHA256.HashData(request, hash);
            return new Question(contact, System.Buffers.Binary.BinaryPrimitives.ReadUInt128LittleEndian(hash));
        }
    }
}
