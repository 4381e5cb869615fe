using Amazon.ServiceQuotas;
using Amazon.ServiceQuotas.Model;

namespace ContactCenter.Aws.Account;

/// <summary>Quotas of Amazon Connect as applied to an instance.</summary>
internal static class InstanceQuotas
{
    private const int PageSize = 100;

    /// <summary>Enough for a thousand quotas of each level; no answer is longer.</summary>
    private const int MaximumPages = 50;

    /// <summary>
    /// By AWS's names for people: those of the account first, then those of the instance, which count where there are both.
    /// </summary>
    public static async Task<Dictionary<string, double>> ReadAsync(
        IAmazonServiceQuotas quotas, string instanceArn, CancellationToken cancellationToken)
    {
        var found = new Dictionary<string, double>(StringComparer.Ordinal);
        var all = await Page<ServiceQuota>.AllAsync(MaximumPages, async token =>
        {
            var page = await quotas.ListServiceQuotasAsync(
                new ListServiceQuotasRequest
                {
                    ServiceCode = "connect",
                    QuotaAppliedAtLevel = AppliedLevelEnum.ALL,
                    MaxResults = PageSize,
                    NextToken = token,
                },
                cancellationToken);
            return new(page.Quotas, page.NextToken);
        });
        foreach (var quota in all)
        {
            var isOfInstance = quota.QuotaContext?.ContextId == instanceArn;
            if (quota is { QuotaName: { } name, Value: { } value }
                && (isOfInstance || quota.QuotaContext?.ContextId is null or "*")
                && (isOfInstance || !found.ContainsKey(name)))
            {
                found[name] = value;
            }
        }

        return found;
    }
}
