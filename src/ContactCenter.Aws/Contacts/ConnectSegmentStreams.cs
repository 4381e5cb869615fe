using Amazon.Connect;
using Amazon.Connect.Model;
using ContactCenter.Core.Deployment;

namespace ContactCenter.Aws.Contacts;

/// <summary>The streams of segments of an instance, as its storage configurations have them.</summary>
/// <param name="connect">Client of Amazon Connect.</param>
/// <param name="instanceId">Id of the instance.</param>
public sealed class ConnectSegmentStreams(IAmazonConnect connect, string instanceId) : ISegmentStreams
{
    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<StreamAssociation>> ListAsync(CancellationToken cancellationToken)
    {
        var found = new List<StreamAssociation>();
        foreach (var kind in SegmentStream.Kinds)
        {
            try
            {
                // an instance takes one of a kind, so there is one page
                var page = await connect.ListInstanceStorageConfigsAsync(
                    new ListInstanceStorageConfigsRequest { InstanceId = instanceId, ResourceType = kind }, cancellationToken);
                found.AddRange(
                    from storage in page.StorageConfigs ?? []
                    select new StreamAssociation(kind, storage.AssociationId, storage.KinesisStreamConfig?.StreamArn));
            }
            catch (ResourceNotFoundException)
            {
                // an instance that is gone has no streams, so that what was joined with it can be taken away
                return [];
            }
        }

        return found;
    }

    /// <inheritdoc/>
    public async ValueTask<string> AssociateAsync(string kind, string stream, CancellationToken cancellationToken)
    {
        var answer = await connect.AssociateInstanceStorageConfigAsync(
            new AssociateInstanceStorageConfigRequest
            {
                InstanceId = instanceId,
                ResourceType = kind,
                StorageConfig = new InstanceStorageConfig
                {
                    StorageType = StorageType.KINESIS_STREAM,
                    KinesisStreamConfig = new KinesisStreamConfig { StreamArn = stream },
                },
            },
            cancellationToken);
        return answer.AssociationId;
    }

    /// <inheritdoc/>
    public async ValueTask DisassociateAsync(StreamAssociation association, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(association);
        try
        {
            _ = await connect.DisassociateInstanceStorageConfigAsync(
                new DisassociateInstanceStorageConfigRequest
                {
                    InstanceId = instanceId,
                    AssociationId = association.Id,
                    ResourceType = association.Kind,
                },
                cancellationToken);
        }
        catch (ResourceNotFoundException)
        {
            // somebody else has taken it away
        }
    }
}
