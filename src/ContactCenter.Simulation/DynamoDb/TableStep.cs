namespace ContactCenter.Simulation.DynamoDb;

/// <summary>What became of one second's demand, in capacity units of the table.</summary>
/// <param name="ServedReads">Read units served.</param>
/// <param name="ServedWrites">Write units served.</param>
/// <param name="ThrottledReads">Read units turned away.</param>
/// <param name="ThrottledWrites">Write units turned away, also for an index that cannot take them.</param>
public readonly record struct TableStep(double ServedReads, double ServedWrites, double ThrottledReads, double ThrottledWrites)
{
    /// <summary>Read units of queries on indexes that were turned away.</summary>
    public double ThrottledIndexReads { get; init; }

    /// <summary>Units turned away because of a hot key, which no capacity would have served.</summary>
    public double KeyRange { get; init; }

    /// <summary>Units turned away.</summary>
    public double Throttled => ThrottledReads + ThrottledWrites + ThrottledIndexReads;
}
