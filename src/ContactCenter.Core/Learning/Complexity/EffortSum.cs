using ContactCenter.Core.Contacts.Outcomes;

namespace ContactCenter.Core.Learning.Complexity;

/// <summary>Efforts of contacts put together: how many, their sum, and the sum of their squares.</summary>
/// <param name="Contacts">Contacts.</param>
/// <param name="Sum">Their efforts together.</param>
/// <param name="Squares">The squares of these together.</param>
internal readonly record struct EffortSum(long Contacts, double Sum, double Squares)
{
    public double Mean => Contacts == 0 ? 0 : Sum / Contacts;

    /// <summary>Variance of the efforts of single contacts.</summary>
    public double Variance => Contacts < 2 ? 0 : Math.Max(0, (Squares - (Sum * Mean)) / (Contacts - 1));

    /// <summary>Variance of the mean.</summary>
    public double VarianceOfMean => Contacts == 0 ? 0 : Variance / Contacts;

    /// <summary>
    /// The efforts of contacts of a kind: seconds by those of the average contact, one more for a transfer and one for another contact.
    /// </summary>
    public static EffortSum Of(KindCount count, double averageSeconds) => new(
        count.Contacts,
        (count.Seconds / averageSeconds) + count.Transferred + count.Again,
        (count.Squares / (averageSeconds * averageSeconds)) + count.Transferred + count.Again
            + (2 * ((count.TransferredSeconds + count.AgainSeconds) / averageSeconds)) + (2 * count.Both));

    public static EffortSum Of(IEnumerable<KindCount> counts, double averageSeconds) =>
        counts.Aggregate(default(EffortSum), (sum, one) => sum + Of(one, averageSeconds));

    public static EffortSum operator +(EffortSum one, EffortSum other) =>
        new(one.Contacts + other.Contacts, one.Sum + other.Sum, one.Squares + other.Squares);

    /// <summary>Squared errors of these contacts together, where each is taken for a value.</summary>
    public double ErrorAround(double value) => Squares - (2 * value * Sum) + (Contacts * value * value);
}
