using ContactCenter.Core.Incidents;

namespace ContactCenter.Aws.Incidents;

/// <summary>Reads many items of which some may not be readable.</summary>
internal static class Readable
{
    /// <summary>What can be read, in order; each that cannot is told of and left out.</summary>
    public static IEnumerable<T> Of<TItem, T>(IEnumerable<TItem> items, Func<TItem, T> read, Action<UnreadableItemException> unreadable)
    {
        foreach (var item in items)
        {
            T value;
            try
            {
                value = read(item);
            }
            catch (UnreadableItemException problem)
            {
                unreadable(problem);
                continue;
            }

            yield return value;
        }
    }
}
