using Amazon.Connect;
using Amazon.Connect.Model;
using ContactCenter.Core.Contacts.Flows;
using ContactCenter.Core.Contacts.Messaging;
using ContactCenter.Core.Contacts.Tickets;

namespace ContactCenter.Aws.Contacts.Tickets;

/// <summary>Contacts as Amazon Connect keeps them.</summary>
/// <param name="connect">The client.</param>
/// <param name="instanceId">Id of the instance.</param>
public sealed class ConnectContactRecords(IAmazonConnect connect, string instanceId) : IContactRecords
{
    /// <inheritdoc/>
    public async ValueTask<FlowRequest?> FindAsync(string contactId, CancellationToken cancellationToken)
    {
        try
        {
            var described = connect.DescribeContactAsync(
                new DescribeContactRequest { InstanceId = instanceId, ContactId = contactId }, cancellationToken);
            var attributes = connect.GetContactAttributesAsync(
                new GetContactAttributesRequest { InstanceId = instanceId, InitialContactId = contactId }, cancellationToken);
            await Task.WhenAll(described, attributes);
            return (await described).Contact is not { } contact ? null : new FlowRequest
            {
                ContactId = contactId,
                InitialContactId = contactId,
                Channel = contact.Channel?.Value,
                Messaging = MessagingChannel.Find(contact.SegmentAttributes?.GetValueOrDefault("connect:Subtype")?.ValueString),
                Name = contact.Name,
                Description = contact.Description,
                CustomerId = contact.CustomerId,
                CustomerAddress = contact.CustomerEndpoint?.Address,
                InitiationMethod = contact.InitiationMethod?.Value,
                Attributes = new Dictionary<string, string>((await attributes).Attributes ?? [], StringComparer.OrdinalIgnoreCase),
            };
        }
        catch (ResourceNotFoundException)
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public async ValueTask TellAsync(
        string contactId, IReadOnlyDictionary<string, string?> attributes, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(attributes);
        _ = await connect.UpdateContactAttributesAsync(
            new UpdateContactAttributesRequest
            {
                InstanceId = instanceId,
                InitialContactId = contactId,
                Attributes = attributes.ToDictionary(static one => one.Key, static one => one.Value ?? FlowValue.None),
            },
            cancellationToken);
    }
}
