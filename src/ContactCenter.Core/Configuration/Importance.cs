namespace ContactCenter.Core.Configuration;

/// <summary>How much a queue matters; it moves the severity of its troubles by one.</summary>
public enum Importance
{
    /// <summary>Troubles count one severity less.</summary>
    Low,

    /// <summary>Troubles count as they are.</summary>
    Normal,

    /// <summary>Troubles count one severity more.</summary>
    High,
}
