namespace ContactCenter.EmptyFunction;

/// <summary>
/// Requests as the benchmark has recorded them. A line that begins with <c>&gt;</c> (after the ones before) or <c>&amp;</c> (together with
/// the one before) is method and address; lines with a colon are headers; one that begins with <c>=</c> is the body in base64.
/// </summary>
internal static class RequestFile
{
    /// <summary>The requests in order; those of one list are sent together.</summary>
    public static List<List<RecordedRequest>> Read(string path)
    {
        var all = new List<List<RecordedRequest>>();
        RecordedRequest? last = null;
        foreach (var line in File.ReadLines(path))
        {
            if (line[0] is '>' or '&')
            {
                var space = line.IndexOf(' ', StringComparison.Ordinal);
                last = new RecordedRequest(line[1..space], new Uri(line[(space + 1)..]));
                if (line[0] == '>' || all.Count == 0)
                {
                    all.Add([]);
                }

                all[^1].Add(last);
            }
            else if (line[0] == '=')
            {
                last!.Body = Convert.FromBase64String(line[1..]);
            }
            else
            {
                var colon = line.IndexOf(':', StringComparison.Ordinal);
                last!.Headers.Add((line[..colon], line[(colon + 1)..]));
            }
        }

        return all;
    }
}
