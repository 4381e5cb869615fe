namespace ContactCenter.Simulation.Center.Description;

/// <summary>An Amazon Lex V2 bot.</summary>
/// <param name="Name">Name by which people know it.</param>
/// <param name="BotId">Bot id.</param>
/// <param name="AliasId">Alias id.</param>
/// <param name="Locale">Locale, such as <c>en_US</c>.</param>
public sealed record BotDescription(string Name, string BotId, string AliasId, string Locale);
