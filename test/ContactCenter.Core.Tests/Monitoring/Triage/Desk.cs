using ContactCenter.Core.Configuration;
using ContactCenter.Core.Monitoring.Alarms;
using ContactCenter.Core.Monitoring.Catalog;
using ContactCenter.Core.Monitoring.Triage;
using ContactCenter.Core.Tests.Configuration;

namespace ContactCenter.Core.Tests.Monitoring.Triage;

/// <summary>Triage by the sample configuration.</summary>
internal static class Desk
{
    public static readonly ContactCenterConfiguration Sample = SampleConfiguration.Read();

    private static readonly AlarmTriage Default = new(Sample);

    public static TriagedAlarm Triage(AlarmChange change) => Default.Triage(change, change.At);

    public static TriagedAlarm Triage(UnrecognisedMessage message) => Default.Triage(message, message.At);

    public static TriagedAlarm Triage(AlarmChange change, ContactCenterConfiguration configuration) =>
        new AlarmTriage(configuration).Triage(change, change.At);

    /// <summary>The definition that a change was taken for, told by what only that definition says.</summary>
    public static string? Definition(AlarmChange change)
    {
        var description = Triage(change).Description;
        return AlarmCatalog.Default.Definitions.SingleOrDefault(definition =>
            description.StartsWith(definition.Description, StringComparison.Ordinal))?.Id;
    }
}
