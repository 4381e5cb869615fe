using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using ContactCenter.Core.Incidents;

namespace ContactCenter.Aws.Incidents;

/// <summary>Reads many items of which some may not be readable.</summary>
internal static class Readable
{
    /// <summary>What can be read, in order; each that cannot is told of and left out.</summary>
    public static IEnumerable<T> Of<TItem, T>(IEnumerable<TItem> items, Func<TItem, T> read, Action<UnreadableItemException> unreadable)
        where T : class
    {
        foreach (var item in items)
        {
            if (TryRead(item, read, unreadable, out var value))
            {
                yield return value;
            }
        }
    }

    /// <inheritdoc cref="Of{TItem,T}"/>
    public static async IAsyncEnumerable<T> OfAsync<TItem, T>(
        IAsyncEnumerable<TItem> items, Func<TItem, T> read, Action<UnreadableItemException> unreadable,
        [EnumeratorCancellation] CancellationToken cancellationToken)
        where T : class
    {
        await foreach (var item in items.WithCancellation(cancellationToken))
        {
            if (TryRead(item, read, unreadable, out var value))
            {
                yield return value;
            }
        }
    }

    private static bool TryRead<TItem, T>(
        TItem item, Func<TItem, T> read, Action<UnreadableItemException> unreadable, [NotNullWhen(true)] out T? value)
        where T : class
    {
        try
        {
            value = read(item);
            return true;
        }
        catch (UnreadableItemException problem)
        {
            unreadable(problem);
            value = null;
            return false;
        }
    }
}
