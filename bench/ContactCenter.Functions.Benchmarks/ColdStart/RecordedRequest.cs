using System.Text;

namespace ContactCenter.Functions.Benchmarks.ColdStart;

/// <summary>A request that a function sent before it answered.</summary>
/// <param name="Method">GET and such.</param>
/// <param name="Address">Where it went.</param>
/// <param name="Headers">All but those of the connection.</param>
/// <param name="Body">Its body.</param>
/// <param name="Asked">When it came, in ticks.</param>
internal sealed record RecordedRequest(
    string Method, Uri Address, IReadOnlyList<(string Name, string Value)> Headers, byte[] Body, long Asked)
{
    /// <summary>When it was answered; null before.</summary>
    public long? Answered { get; set; }

    /// <summary>
    /// The requests as the empty function reads them: one after the other, and together what the function had sent before it had an answer.
    /// </summary>
    /// <param name="requests">In order.</param>
    /// <param name="renamed">Names in their bodies that are others now.</param>
    public static string Write(IReadOnlyList<RecordedRequest> requests, IReadOnlyDictionary<string, string> renamed)
    {
        var text = new StringBuilder();
        var until = long.MinValue;
        foreach (var request in requests)
        {
            text.Append(request.Asked < until ? '&' : '>').Append(request.Method).Append(' ').Append(request.Address).Append('\n');
            until = Math.Max(until, request.Answered ?? request.Asked);
            foreach (var (name, value) in request.Headers)
            {
                text.Append(name).Append(':').Append(value).Append('\n');
            }

            if (request.Body.Length > 0)
            {
                var body = Encoding.UTF8.GetString(request.Body);
                foreach (var (before, after) in renamed)
                {
                    body = body.Replace(before, after, StringComparison.Ordinal);
                }

                text.Append('=').Append(Convert.ToBase64String(Encoding.UTF8.GetBytes(body))).Append('\n');
            }
        }

        return text.ToString();
    }

    public HttpRequestMessage ToMessage()
    {
        var message = new HttpRequestMessage(new HttpMethod(Method), Address);
        if (Body.Length > 0)
        {
            message.Content = new ByteArrayContent(Body);
        }

        foreach (var (name, value) in Headers)
        {
            if (!message.Headers.TryAddWithoutValidation(name, value))
            {
                _ = message.Content?.Headers.TryAddWithoutValidation(name, value);
            }
        }

        return message;
    }
}
