using ContactCenter.Core.Configuration;
using ContactCenter.Core.Incidents.Delivery;

namespace ContactCenter.Core.Notifications.Reach;

/// <summary>The last receipt of each endpoint: the proof that people could be reached, and when it was last shown.</summary>
/// <param name="configuration">The configuration.</param>
/// <param name="notebook">Where receipts are kept.</param>
public sealed class ReceiptBook(ContactCenterConfiguration configuration, INotebook notebook)
{
    /// <summary>How long a receipt is kept: a year and what a report on it takes.</summary>
    public static readonly TimeSpan KeptFor = TimeSpan.FromDays(400);

    /// <summary>So many endpoints are attended to at the same time: a broken channel keeps no other waiting for long.</summary>
    private const int MaximumAtOnce = 8;

    /// <summary>
    /// The last receipts of all endpoints that there are, in the order of the configuration; null where one was never tested.
    /// </summary>
    /// <param name="cancellationToken">Stops it.</param>
    /// <param name="audience">Only those of this audience or schedule; null: all.</param>
    public Task<IReadOnlyList<(TestedEndpoint Endpoint, Receipt? Last)>> LastAsync(
        CancellationToken cancellationToken, string? audience = null) =>
        LastAsync(TestedEndpoint.All(configuration, audience), cancellationToken);

    /// <summary>The last receipts of these endpoints, in their order; null where one was never tested.</summary>
    public async Task<IReadOnlyList<(TestedEndpoint Endpoint, Receipt? Last)>> LastAsync(
        IReadOnlyList<TestedEndpoint> endpoints, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        var last = new Receipt?[endpoints.Count];
        await Parallel.ForAsync(0, endpoints.Count, AtOnce(cancellationToken), async (i, token) =>
            last[i] = Receipt.Parse(await notebook.FindAsync(endpoints[i].NoteName, token)));
        return [.. endpoints.Zip(last)];
    }

    /// <summary>Keeps a receipt in the place of the one before.</summary>
    public ValueTask KeepAsync(TestedEndpoint endpoint, Receipt receipt, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        ArgumentNullException.ThrowIfNull(receipt);
        return notebook.SetAsync(endpoint.NoteName, receipt.ToString(), receipt.At + KeptFor, cancellationToken);
    }

    internal static ParallelOptions AtOnce(CancellationToken cancellationToken) =>
        new() { MaxDegreeOfParallelism = MaximumAtOnce, CancellationToken = cancellationToken };
}
