using ContactCenter.Core.Monitoring.Alarms;
using ContactCenter.Core.Monitoring.Catalog;
using ContactCenter.Core.Monitoring.Plan;

namespace ContactCenter.Core.Tests.Incidents;

/// <summary>Alarm changes of the catalog, as they come out of the parser.</summary>
internal static class Alarms
{
    public static AlarmChange Change(string definitionId, string resource, AlarmState state, DateTimeOffset at, double? value = null)
    {
        var definition = AlarmCatalog.Default.Find(definitionId)
            ?? throw new ArgumentException($"no alarm {definitionId}", nameof(definitionId));
        var (table, index) = resource.Split('/') is [var first, var second] ? (first, second) : (resource, resource);
        var values = new Dictionary<string, string>
        {
            ["instance"] = "aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee",
            ["queue"] = resource,
            ["flow"] = resource,
            ["function"] = resource,
            ["table"] = table,
            ["index"] = index,
            ["api"] = resource,
            ["botId"] = resource,
            ["botAliasId"] = "TSTALIASID",
            ["locale"] = "en_US",
            ["routingProfile"] = resource,
            ["component"] = resource,
        };
        var bound = BoundAlarm.Bind(definition, "cc-test", resource, values);
        return new AlarmChange
        {
            AlarmArn = $"arn:aws:cloudwatch:eu-central-1:123456789012:alarm:{bound.Name}",
            AlarmName = bound.Name,
            AccountId = "123456789012",
            Region = "eu-central-1",
            State = state,
            At = at,
            Metrics = bound.Metrics,
            Threshold = definition.Threshold,
            Comparison = definition.Comparison,
            Value = value,
        };
    }
}
