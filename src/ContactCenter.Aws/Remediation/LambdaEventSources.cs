using Amazon.Lambda;
using Amazon.Lambda.Model;
using Amazon.Runtime;
using ContactCenter.Core.Remediation.EventSources;
using ContactCenter.Core.Remediation.Runs;

namespace ContactCenter.Aws.Remediation;

/// <summary>The event source mappings of Lambda functions.</summary>
public sealed class LambdaEventSources(IAmazonLambda lambda) : IRemediable<EventSourceMappingState, EventSourceMappingChange>
{
    /// <summary>More than any function has; it ends a listing that never would.</summary>
    private const int MaximumPages = 20;

    /// <inheritdoc/>
    /// <exception cref="AmazonServiceException">The service refused or could not answer.</exception>
    public async Task<EventSourceMappingState> ReadAsync(string resource, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var mappings = new List<EventSourceMapping>();
        var request = new ListEventSourceMappingsRequest { FunctionName = resource };
        for (var page = 0; page < MaximumPages; page++)
        {
            ListEventSourceMappingsResponse found;
            try
            {
                found = await lambda.ListEventSourceMappingsAsync(request, cancellationToken);
            }
            catch (ResourceNotFoundException)
            {
                break;
            }

            mappings.AddRange((found.EventSourceMappings ?? []).Select(Of));
            if (string.IsNullOrEmpty(found.NextMarker))
            {
                break;
            }

            request.Marker = found.NextMarker;
        }

        return new EventSourceMappingState(resource, mappings);
    }

    /// <inheritdoc/>
    /// <exception cref="AmazonServiceException">The change was refused for a reason that no later try cures, such as a missing
    /// permission.</exception>
    public async Task<ChangeOutcome> ApplyAsync(string resource, EventSourceMappingChange change, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(change);
        foreach (var id in change.Enable)
        {
            try
            {
                await lambda.UpdateEventSourceMappingAsync(
                    new UpdateEventSourceMappingRequest { UUID = id, Enabled = true }, cancellationToken);
            }
            catch (AmazonServiceException refused) when (LambdaRefusal.Outcome(refused) is { } outcome)
            {
                return outcome;
            }
        }

        return ChangeOutcome.Done;
    }

    private static EventSourceMapping Of(
        EventSourceMappingConfiguration mapping) => new(mapping.UUID, mapping.EventSourceArn ?? "", mapping.State ?? "")
        {
            StateTransitionReason = mapping.StateTransitionReason ?? "",
            LastModified = mapping.LastModified is { } at ? new DateTimeOffset(DateTime.SpecifyKind(at, DateTimeKind.Utc)) : default,
        };
}
