using ContactCenter.Core.Configuration;

namespace ContactCenter.Core.Escalation;

/// <summary>Whose an address is: that of one person is theirs, one of several is nobody's.</summary>
public sealed class NamesOfPeople
{
    private readonly Dictionary<string, string> _names;

    /// <summary>The names in a configuration: those of participants of on-call schedules, and of endpoints.</summary>
    public NamesOfPeople(ContactCenterConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        _names = configuration.OnCall.Values
            .SelectMany(static schedule => schedule.Participants)
            .SelectMany(static person => person.Endpoints.Select(endpoint => (endpoint.To, Name: endpoint.Name ?? person.Name)))
            .Concat(configuration.Audiences.Values.SelectMany(static endpoints => endpoints)
                .Where(static endpoint => endpoint.Name is not null)
                .Select(static endpoint => (endpoint.To, Name: endpoint.Name!)))
            .GroupBy(static owned => owned.To, static owned => owned.Name, StringComparer.Ordinal)
            .Where(static names => names.Distinct(StringComparer.Ordinal).Count() == 1)
            .ToDictionary(static names => names.Key, static names => names.First(), StringComparer.Ordinal);
    }

    /// <summary>The name of whoever is told there; else the address.</summary>
    public string Of(string address) => _names.GetValueOrDefault(address, address);
}
