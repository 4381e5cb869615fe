using ContactCenter.Core.Configuration;

namespace ContactCenter.Core.Validation.Account;

/// <summary>The account that a configuration is about, with Slack and ServiceNow beside it. It is only read.</summary>
public interface IAccount
{
    /// <summary>Reads everything that the configuration concerns; what is refused is told and stops nothing else.</summary>
    Task<AccountReading> ReadAsync(ContactCenterConfiguration configuration, CancellationToken cancellationToken);
}
