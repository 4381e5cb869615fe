namespace ContactCenter.Core.Contacts.Routing;

/// <summary>What an agent has to know, and how well.</summary>
/// <param name="Attribute">Name of the predefined attribute.</param>
/// <param name="Value">Its value.</param>
/// <param name="Level">Lowest level, 1 to 5.</param>
public sealed record Proficiency(string Attribute, string Value, int Level);
