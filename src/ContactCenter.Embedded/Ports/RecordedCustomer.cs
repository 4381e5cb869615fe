using ContactCenter.Core.Configuration;
using ContactCenter.Core.Contacts.Customers;
using ContactCenter.Core.Contacts.Flows;

namespace ContactCenter.Embedded.Ports;

/// <summary>The customer system with one reply for every customer; without one it knows nobody. It is checked like a real one.</summary>
public sealed class RecordedCustomer(ContactCenterConfiguration configuration) : ICustomerSystem
{
    /// <summary>What the system replies, as JSON, or null.</summary>
    public byte[]? Reply { get; set; }

    /// <inheritdoc/>
    public ValueTask<CustomerAnswer> LookUpAsync(FlowRequest request, TimeSpan limit, CancellationToken cancellationToken) => new(Answer(request));

    private CustomerAnswer Answer(FlowRequest request) =>
        configuration.Crm is not { } crm ? CustomerAnswer.Without(CustomerStatus.NotConfigured)
        : CustomerAnswer.IsSkipped(crm, request) ? CustomerAnswer.Without(CustomerStatus.Skipped)
        : CrmAddress.Of(crm.Url, request) is null ? CustomerAnswer.Without(CustomerStatus.NoKey)
        : Reply is null ? CustomerAnswer.Without(CustomerStatus.NotFound)
        : CustomerRecord.Read(Reply, crm.Attributes) is { } attributes ? new CustomerAnswer(CustomerStatus.Ok, attributes)
        : CustomerAnswer.Without(CustomerStatus.Failed);
}
