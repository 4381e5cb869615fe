namespace ContactCenter.Core.Contacts.Service;

/// <summary>What a caller would run into.</summary>
public enum ServiceStatus
{
    /// <summary>Nothing that is known of.</summary>
    Ok,

    /// <summary>Something that makes the service worse.</summary>
    Degraded,

    /// <summary>Something without which the caller cannot be served as usual.</summary>
    Broken,

    /// <summary>Nobody can tell: the caller is served as usual.</summary>
    Unknown,
}
