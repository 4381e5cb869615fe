using ContactCenter.Core.Monitoring.Alarms;

namespace ContactCenter.Core.Monitoring.Catalog;

/// <summary>Names of deployed alarms: <c>prefix/definition-id/resource</c>, so that a name leads back to its definition.</summary>
public static class AlarmName
{
    /// <summary>CloudWatch's limit on alarm names (API reference, PutMetricAlarm).</summary>
    public const int MaximumLength = 255;

    /// <summary>The name of the alarm of this definition on this resource; instance-wide alarms carry no resource.</summary>
    public static string For(string prefix, AlarmDefinition definition, string resource) =>
        definition.Scope is AlarmScope.Instance or AlarmScope.Account
            ? $"{prefix}/{definition.Id}"
            : $"{prefix}/{definition.Id}/{resource}";

    /// <summary>
    /// Reads a name made by <see cref="For"/>; false for alarms that were named by somebody else, however much their names look like it.
    /// </summary>
    public static bool TryRead(
        string name, string prefix, AlarmCatalog catalog, out AlarmDefinition? definition, out string? resource)
    {
        definition = null;
        resource = null;
        var first = prefix.Length;
        if (!name.StartsWith(prefix, StringComparison.Ordinal) || name.Length <= first || name[first] != '/')
        {
            return false;
        }

        var second = name.IndexOf('/', first + 1);
        var id = second < 0 ? name[(first + 1)..] : name[(first + 1)..second];
        definition = catalog.Find(id);
        resource = second < 0 ? null : name[(second + 1)..];
        return definition is not null;
    }
}
