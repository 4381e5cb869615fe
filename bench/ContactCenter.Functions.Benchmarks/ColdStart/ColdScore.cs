namespace ContactCenter.Functions.Benchmarks.ColdStart;

/// <summary>The starts of one function.</summary>
internal sealed class ColdScore(ColdCase one, IReadOnlyList<RecordedRequest> requests, string incidents, string contacts)
{
    private readonly Dictionary<Way, List<ColdProcess>> _starts = [];

    public ColdCase Case => one;

    /// <summary>The name under which it is deployed, as its handler would be written: two functions have the same handler.</summary>
    public string Name { get; } = string.Concat(
        one.Function.Name.Split('-').Select(static word => char.ToUpperInvariant(word[0]) + word[1..]));

    /// <summary>How many requests it sent, and had answers to, before it answered itself.</summary>
    public int Requests => requests.Count;

    /// <summary>The same requests to other tables, for the empty function.</summary>
    public string RequestsFor(Tables tables) => RecordedRequest.Write(
        requests, new Dictionary<string, string> { [incidents] = tables.Incidents, [contacts] = tables.Contacts });

    public void Add(Way way, ColdProcess start)
    {
        if (!_starts.TryGetValue(way, out var starts))
        {
            _starts[way] = starts = [];
        }

        starts.Add(start);
    }

    /// <summary>Whether it was started so.</summary>
    public bool Has(Way way) => _starts.ContainsKey(way);

    /// <summary>Milliseconds to an answer in the median: to the first from the start of the process.</summary>
    public double Median(Way way, int answer = 0) => Median(way, start => start.Times[answer]);

    /// <summary>The most milliseconds that any start took to an answer.</summary>
    public double Most(Way way, int answer) => _starts[way].Max(start => start.Times[answer].TotalMilliseconds);

    /// <summary>Milliseconds of processor time until the first answer in the median.</summary>
    public double Processor(Way way) => Median(way, static start => start.Processor);

    /// <summary>The most memory of any start, in MB.</summary>
    public double Peak(Way way) => _starts[way].Max(static start => start.PeakKilobytes) / 1024.0;

    /// <summary>How many times as long as the empty function.</summary>
    public double Ratio(Way way) => Median(way) / Median(way == Way.ReadyToRun ? Way.EmptyReadyToRun : Way.EmptyNative);

    private double Median(Way way, Func<ColdProcess, TimeSpan> of) =>
        _starts[way].Select(start => of(start).TotalMilliseconds).Order().ElementAt(_starts[way].Count / 2);
}
