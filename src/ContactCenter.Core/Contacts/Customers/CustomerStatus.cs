namespace ContactCenter.Core.Contacts.Customers;

/// <summary>How looking up a customer ended.</summary>
public enum CustomerStatus
{
    /// <summary>The customer is known.</summary>
    Ok,

    /// <summary>The system has no such customer.</summary>
    NotFound,

    /// <summary>The request says nothing by which a customer could be found.</summary>
    NoKey,

    /// <summary>The flow knows that the system is down, so nobody was asked.</summary>
    Skipped,

    /// <summary>The system did not answer in time, or not usefully.</summary>
    Failed,

    /// <summary>No customer system is configured.</summary>
    NotConfigured,
}
