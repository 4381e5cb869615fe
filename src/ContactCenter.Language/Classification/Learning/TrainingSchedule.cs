namespace ContactCenter.Language.Classification.Learning;

/// <summary>How often a network visits each training text.</summary>
/// <param name="Passes">Times that each text is visited.</param>
internal sealed record TrainingSchedule(int Passes)
{
    /// <summary>The texts in the order of their visits, with the share of the training that is done, from 0 to below 1.</summary>
    public IEnumerable<(int Text, float Progress)> Visits(int texts, Random random, CancellationToken cancellation)
    {
        var order = Enumerable.Range(0, texts).ToArray();
        for (var pass = 0; pass < Passes; pass++)
        {
            cancellation.ThrowIfCancellationRequested();
            random.Shuffle(order);
            for (var i = 0; i < order.Length; i++)
            {
                yield return (order[i], ((float)pass / Passes) + ((float)i / order.Length / Passes));
            }
        }
    }
}
