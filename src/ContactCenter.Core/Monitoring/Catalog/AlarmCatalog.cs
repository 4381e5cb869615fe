using ContactCenter.Core.Monitoring.Alarms;

namespace ContactCenter.Core.Monitoring.Catalog;

/// <summary>
/// Every alarm that this system knows, as data. What is deployed, simulated, documented and triaged is drawn from here;
/// <c>contactcenter.json</c> may change thresholds and severities, never the list.
/// </summary>
public sealed class AlarmCatalog
{
    private readonly Dictionary<string, AlarmDefinition> _byId;

    /// <summary>Makes a catalog of the given definitions.</summary>
    /// <exception cref="ArgumentException">Two definitions share an id.</exception>
    public AlarmCatalog(IEnumerable<AlarmDefinition> definitions)
    {
        Definitions = [.. definitions];
        _byId = Definitions.ToDictionary(definition => definition.Id, StringComparer.Ordinal);
    }

    /// <summary>The catalog as shipped, without the changes of a configuration.</summary>
    public static AlarmCatalog Default { get; } = new(
    [
        .. TelephonyAlarms.All, .. DigitalChannelAlarms.All, .. ContactFlowAlarms.All, .. QueueAlarms.All,
        .. DigitalWaitAlarms.All, .. AgentAlarms.All,
        .. FunctionAlarms.All, .. BotAlarms.All, .. TableAlarms.All, .. ApiAlarms.All, .. ContactLensAlarms.All, .. TopicAlarms.All,
        .. SystemAlarms.All,
        .. AuditAlarms.All,
    ]);

    /// <summary>All definitions, in the order in which they are documented.</summary>
    public IReadOnlyList<AlarmDefinition> Definitions { get; }

    /// <summary>The definition with this id, or null.</summary>
    public AlarmDefinition? Find(string id) => _byId.GetValueOrDefault(id);
}
