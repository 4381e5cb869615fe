namespace ContactCenter.Core.Remediation.Runs;

/// <summary>What is out on lease.</summary>
internal static class LeaseList
{
    public static async Task<IReadOnlyList<string>> ResourcesAsync<TChange>(
        this IRemediationLeases<TChange> leases, CancellationToken cancellationToken)
        where TChange : class
    {
        var resources = new List<string>();
        await foreach (var resource in leases.DueAsync(DateTimeOffset.MaxValue, cancellationToken))
        {
            resources.Add(resource);
        }

        return resources;
    }
}
