using ContactCenter.Core.Configuration;

namespace ContactCenter.Core.Escalation;

/// <summary>Whose an address is, in any letter case: that of one person is theirs, one of several is nobody's.</summary>
public sealed class NamesOfPeople
{
    private readonly Dictionary<string, string> _names;

    /// <summary>The names in a configuration: those of participants of on-call schedules, and of endpoints.</summary>
    public NamesOfPeople(ContactCenterConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        _names = configuration.OnCall.Values
            .SelectMany(static schedule => schedule.Participants)
            .SelectMany(static person => person.Endpoints.SelectMany(endpoint => Owned(endpoint, endpoint.Name ?? person.Name)))
            .Concat(configuration.Audiences.Values.SelectMany(static endpoints => endpoints)
                .Where(static endpoint => endpoint.Name is not null)
                .SelectMany(static endpoint => Owned(endpoint, endpoint.Name!)))
            .GroupBy(static owned => owned.At, static owned => owned.Name, StringComparer.OrdinalIgnoreCase)
            .Where(static names => names.Distinct(StringComparer.Ordinal).Count() == 1)
            .ToDictionary(static names => names.Key, static names => names.First(), StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>
    /// The name of whoever is told there, or of the user of Slack who is mentioned there by this id; else what was asked.
    /// </summary>
    public string Of(string address) => _names.GetValueOrDefault(address, address);

    /// <summary>
    /// Where somebody is: the address, and in Slack who is mentioned, by an id with U or W. A channel there is of many,
    /// and so is a user group, whose id begins with S.
    /// </summary>
    private static IEnumerable<(string At, string Name)> Owned(Endpoint endpoint, string name) =>
    [
        (endpoint.To, name),
        .. endpoint is { Channel: Channel.Slack, Mention: { } user } && !user.StartsWith('S')
            ? [(user, name)]
            : Array.Empty<(string, string)>(),
    ];
}
