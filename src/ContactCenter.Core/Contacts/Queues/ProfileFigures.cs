namespace ContactCenter.Core.Contacts.Queues;

/// <summary>What Amazon Connect says about the agents of a routing profile. Null: it could not be computed.</summary>
/// <param name="AgentsOnline">Agents who are not offline.</param>
/// <param name="AgentsAvailable">Those of them who can take a contact now.</param>
/// <param name="AgentsOnContact">Those who have one.</param>
/// <param name="AgentsNonProductive">Those in a status of their own.</param>
/// <param name="Occupancy">Share of their time for contacts that they had one in the window, in percent.</param>
public sealed record ProfileFigures(
    double? AgentsOnline = null, double? AgentsAvailable = null, double? AgentsOnContact = null, double? AgentsNonProductive = null, double? Occupancy = null);
