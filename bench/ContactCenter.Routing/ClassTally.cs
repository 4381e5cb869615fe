namespace ContactCenter.Routing;

/// <summary>What became of the callers of a class.</summary>
internal sealed class ClassTally
{
    public int Callers { get; set; }

    public int Lost { get; set; }

    public int CalledBack { get; set; }

    public int InPromise { get; set; }

    public double LongestCallback { get; set; }

    public List<double> Waits { get; } = [];

    public ClassScore Score(CustomerClass own)
    {
        Waits.Sort();
        return new ClassScore(
            own.Name,
            Callers,
            (double)Lost / Callers,
            (double)(InPromise + CalledBack) / Callers,
            Waits.Count == 0 ? 0 : Waits.Average(),
            Waits.Count == 0 ? 0 : Waits[(int)(0.95 * (Waits.Count - 1))],
            Waits.Count == 0 ? 0 : Waits[^1],
            LongestCallback,
            own.Promise);
    }
}
