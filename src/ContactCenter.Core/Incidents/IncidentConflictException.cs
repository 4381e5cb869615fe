namespace ContactCenter.Core.Incidents;

/// <summary>A decision lost the race for its correlation every time; retrying later is safe.</summary>
public sealed class IncidentConflictException(string what, int attempts)
    : Exception($"the decision about {what} lost {attempts} races in a row; try again");
