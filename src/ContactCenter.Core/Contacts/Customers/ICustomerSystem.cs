using ContactCenter.Core.Contacts.Flows;

namespace ContactCenter.Core.Contacts.Customers;

/// <summary>Knows the customers.</summary>
public interface ICustomerSystem
{
    /// <summary>Looks up the customer of a request. A system that is broken is an answer and no exception.</summary>
    /// <param name="request">The request.</param>
    /// <param name="limit">The longest time that there is.</param>
    /// <param name="cancellationToken">Says that nobody waits any more.</param>
    ValueTask<CustomerAnswer> LookUpAsync(FlowRequest request, TimeSpan limit, CancellationToken cancellationToken);
}

/// <summary>For a deployment whose configuration names no customer system.</summary>
public sealed class NoCustomerSystem : ICustomerSystem
{
    /// <inheritdoc/>
    public ValueTask<CustomerAnswer> LookUpAsync(FlowRequest request, TimeSpan limit, CancellationToken cancellationToken) =>
        ValueTask.FromResult(CustomerAnswer.Without(CustomerStatus.NotConfigured));
}
