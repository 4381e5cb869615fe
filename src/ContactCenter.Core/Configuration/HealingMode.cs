namespace ContactCenter.Core.Configuration;

/// <summary>How far automated repairs may go.</summary>
public enum HealingMode
{
    /// <summary>Plans are made and carried out.</summary>
    Act,

    /// <summary>Plans are made and told, nothing is changed.</summary>
    DryRun,

    /// <summary>The kill switch: nothing is planned.</summary>
    Off,
}
