using ContactCenter.Core.Common;

namespace ContactCenter.Core.Contacts.Service;

/// <summary>Something that is broken now.</summary>
/// <param name="Incident">Id of the incident.</param>
/// <param name="Group">Correlation group of the alarm catalog: <c>queue</c>, <c>api</c>, <c>function</c> …</param>
/// <param name="Resource">The queue, API, function … as metrics know it.</param>
/// <param name="Severity">How bad it is.</param>
/// <param name="Since">When the incident opened.</param>
public sealed record OpenTrouble(string Incident, string Group, string Resource, Severity Severity, DateTimeOffset Since);
