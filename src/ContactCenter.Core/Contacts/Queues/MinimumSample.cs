namespace ContactCenter.Core.Contacts.Queues;

/// <summary>
/// How many there must be before a rate of them says anything: abandonment, service level, failed flows, agents who do not serve.
/// </summary>
public static class MinimumSample
{
    /// <summary>Contacts below which a rate says nothing; the alarms of the catalog promise as many.</summary>
    public const int Contacts = 10;

    /// <summary>Agents below which a share of them says nothing: one of two on a break would be half of them.</summary>
    public const int Agents = 5;
}
