using Amazon.Runtime;
using ContactCenter.Aws.Monitoring;
using ContactCenter.Aws.Notifications;
using ContactCenter.Core.Texts;
using ContactCenter.Core.Validation.Account;

namespace ContactCenter.Aws.Account;

/// <summary>Gathers what could not be read, so that one part that is refused takes none of the others away.</summary>
internal sealed class Unread
{
    private readonly List<UnreadPart> _parts = [];

    /// <summary>All of it.</summary>
    public IReadOnlyList<UnreadPart> Parts => _parts;

    /// <summary>
    /// What <paramref name="read"/> gives; null, and a part that was not read, when it fails, or when the answer is not what it should be.
    /// </summary>
    /// <param name="what">What, as the subject of a sentence.</param>
    /// <param name="right">The right that it needs, such as <c>connect:ListQueues</c>.</param>
    /// <param name="read">Reads it.</param>
    /// <exception cref="AmazonClientException">There are no credentials, so nothing can be read.</exception>
    public async Task<T?> TryAsync<T>(string what, string right, Func<Task<T>> read)
        where T : class
    {
        try
        {
            return await read();
        }
        catch (Exception failure) when (failure is not (OperationCanceledException or AmazonClientException or OutOfMemoryException))
        {
            _parts.Add(new UnreadPart(
                what,
                failure is AmazonServiceException or HttpRequestException or ChannelException
                    ? AwsRefusal.Text(failure)
                    : Sentences.AnswerIsWrong(failure.GetType().Name),
                AwsRefusal.IsMissingRight(failure) ? Sentences.RightAllow(right) : Sentences.RightMend));
            return null;
        }
    }

    /// <summary>Reads each thing; null where it does not exist, and no entry where it could not be read.</summary>
    public async Task<Dictionary<string, T?>> EachAsync<T>(
        string what, string right, IEnumerable<string> names, Func<string, Task<T?>> read)
        where T : class
    {
        var found = new Dictionary<string, T?>(StringComparer.Ordinal);
        foreach (var name in names.Distinct(StringComparer.Ordinal))
        {
            var answer = await TryAsync($"{what} \"{name}\"", right, async () => new Answer<T>(await read(name)));
            if (answer is not null)
            {
                found[name] = answer.Value;
            }
        }

        return found;
    }

    private sealed record Answer<T>(T? Value);
}
