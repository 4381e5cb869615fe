using Amazon.CloudWatch;
using Amazon.CloudWatch.Model;

namespace ContactCenter.Aws.Monitoring;

/// <summary>What CloudWatch says of a series beside its values.</summary>
internal static class MetricResults
{
    /// <summary>Whether all of it has been said; a series that goes on with the next page is partial until its last one.</summary>
    public static bool IsComplete(this MetricDataResult result) => result.StatusCode is null || result.StatusCode == StatusCode.Complete;
}
