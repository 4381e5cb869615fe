namespace ContactCenter.Capacity.Policies;

/// <summary>Who says which level shall be there within seconds.</summary>
public enum Readiness
{
    /// <summary>The planner, from the demand.</summary>
    Learned,

    /// <summary>People.</summary>
    Named,

    /// <summary>Nobody: a first growth takes the service its minutes.</summary>
    None,
}
