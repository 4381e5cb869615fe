namespace ContactCenter.Core.Remediation.Runs;

/// <summary>Port: which resources a remediation looks after. A write succeeds only when nobody else wrote since the read.</summary>
public interface IHealingCases
{
    /// <summary>The case of a resource, or null.</summary>
    Task<HealingCase?> FindAsync(string resource, CancellationToken cancellationToken);

    /// <summary>Writes a case if its version is still the one that was read; false when it is not.</summary>
    Task<bool> WriteAsync(HealingCase healing, CancellationToken cancellationToken);

    /// <summary>Every case that is kept, also those that are over.</summary>
    Task<IReadOnlyList<HealingCase>> AllAsync(CancellationToken cancellationToken);
}
