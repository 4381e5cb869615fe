using Amazon.ApplicationAutoScaling;
using Amazon.ApplicationAutoScaling.Model;
using ContactCenter.Core.Remediation.Capacity;
using Range = ContactCenter.Core.Remediation.Capacity.ScalableTarget;

namespace ContactCenter.Aws.Remediation;

/// <summary>The ranges in which Application Auto Scaling moves a table and its indexes.</summary>
internal sealed class ScalableRanges(IAmazonApplicationAutoScaling scaling)
{
    public async Task<TableState> ReadAsync(TableState state, CancellationToken cancellationToken)
    {
        var ranges = new Dictionary<(string Resource, string Dimension), Range>();
        var request = new DescribeScalableTargetsRequest
        {
            ServiceNamespace = ServiceNamespace.Dynamodb,
            ResourceIds = [.. state.Resources.Select(resource => ResourceId(state.Name, resource.Index))],
        };
        do
        {
            var page = await scaling.DescribeScalableTargetsAsync(request, cancellationToken);
            foreach (var target in page.ScalableTargets ?? [])
            {
                ranges[(target.ResourceId, target.ScalableDimension.Value)] = new Range(target.MinCapacity ?? 0, target.MaxCapacity ?? 0);
            }

            request.NextToken = page.NextToken;
        }
        while (!string.IsNullOrEmpty(request.NextToken));
        return state with
        {
            Resources = [.. state.Resources.Select(resource => resource with
            {
                ReadTarget = ranges.GetValueOrDefault((
                    ResourceId(state.Name, resource.Index), DimensionOf(resource.Index, CapacityKind.Read).Value)),
                WriteTarget = ranges.GetValueOrDefault((
                    ResourceId(state.Name, resource.Index), DimensionOf(resource.Index, CapacityKind.Write).Value)),
            })],
        };
    }

    public Task RegisterAsync(string table, ScalableTargetChange change, CancellationToken cancellationToken) =>
        scaling.RegisterScalableTargetAsync(
            new RegisterScalableTargetRequest
            {
                ServiceNamespace = ServiceNamespace.Dynamodb,
                ResourceId = ResourceId(table, change.Index),
                ScalableDimension = DimensionOf(change.Index, change.Kind),
                MinCapacity = (int)change.Target.Minimum,
                MaxCapacity = (int)change.Target.Maximum,
            },
            cancellationToken);

    private static string ResourceId(string table, string? index) => index is null ? $"table/{table}" : $"table/{table}/index/{index}";

    private static ScalableDimension DimensionOf(string? index, CapacityKind kind) => (index, kind) switch
    {
        (null, CapacityKind.Read) => ScalableDimension.DynamodbTableReadCapacityUnits,
        (null, _) => ScalableDimension.DynamodbTableWriteCapacityUnits,
        (_, CapacityKind.Read) => ScalableDimension.DynamodbIndexReadCapacityUnits,
        _ => ScalableDimension.DynamodbIndexWriteCapacityUnits,
    };
}
