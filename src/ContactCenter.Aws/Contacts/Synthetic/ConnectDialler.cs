using Amazon.Connect;
using Amazon.Connect.Model;
using Amazon.Runtime;
using ContactCenter.Core.Deployment;
using ContactCenter.Core.Deployment.Synthetic;

namespace ContactCenter.Aws.Contacts.Synthetic;

/// <summary>Calls that the instance places to numbers of its own.</summary>
/// <param name="connect">The client.</param>
/// <param name="instanceId">Id of the instance.</param>
/// <param name="flows">Ids of flows by their names, the one among them that speaks at the end that calls.</param>
internal sealed class ConnectDialler(IAmazonConnect connect, string instanceId, IReadOnlyDictionary<string, string> flows)
{
    /// <summary>A flow answers at once; what rings so long is not answered by one.</summary>
    private const int RingSeconds = 30;

    public async ValueTask<string?> DialAsync(SyntheticContact contact, string token, CancellationToken cancellationToken)
    {
        if (!flows.TryGetValue(SystemFlows.SyntheticCall, out var flow))
        {
            return "the flow of these calls is not deployed";
        }

        try
        {
            _ = await connect.StartOutboundVoiceContactAsync(
                new StartOutboundVoiceContactRequest
                {
                    InstanceId = instanceId,
                    ContactFlowId = flow,
                    DestinationPhoneNumber = contact.Number,
                    SourcePhoneNumber = contact.From,
                    RingTimeoutInSeconds = RingSeconds,
                    TrafficType = TrafficType.GENERAL,
                    ClientToken = token,
                },
                cancellationToken);
            return null;
        }
        catch (AmazonServiceException refused)
        {
            return ConnectTestCases.Text(refused);
        }
    }
}
