using ContactCenter.Core.Contacts.Flows;

namespace ContactCenter.Core.Contacts.Customers;

/// <summary>For a deployment whose configuration names no customer system.</summary>
public sealed class NoCustomerSystem : ICustomerSystem
{
    /// <inheritdoc/>
    public ValueTask<CustomerAnswer> LookUpAsync(FlowRequest request, TimeSpan limit, CancellationToken cancellationToken) =>
        ValueTask.FromResult(CustomerAnswer.Without(CustomerStatus.NotConfigured));
}
