namespace ContactCenter.Core.Api.Access;

/// <summary>What somebody may do; each may do what those before it may.</summary>
public enum ApiRole
{
    /// <summary>May look.</summary>
    Viewer,

    /// <summary>May act on incidents.</summary>
    Responder,

    /// <summary>May change settings.</summary>
    Administrator,
}

/// <summary>Who calls.</summary>
/// <param name="Subject">Tells callers apart, for ever; nobody is shown it.</param>
/// <param name="Name">As the author of what they do: a name or an address that the caller cannot choose.</param>
/// <param name="Role">What they may do; null: nothing.</param>
public sealed record ApiCaller(string Subject, string Name, ApiRole? Role);

/// <summary>What came of asking who calls.</summary>
/// <param name="Caller">Who; null when nobody knows.</param>
/// <param name="Problem">Why nobody knows, for the log and for the caller; says nothing of the token.</param>
public sealed record CallerReading(ApiCaller? Caller, string? Problem);
