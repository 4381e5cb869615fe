using System.Text.Json.Nodes;
using ContactCenter.Core.Configuration;

namespace ContactCenter.Core.Monitoring.Dashboards;

/// <summary>What a reader of a Grafana dashboard chooses at its top: data source, Region, instance and queues.</summary>
internal static class GrafanaVariables
{
    /// <summary>Name of the variable in place of an instance's id.</summary>
    public const string Instance = "$instance";

    /// <summary>Name of the variable in place of a queue's name.</summary>
    public const string Queue = "$queue";

    private const string Everything = "$__all";

    public static JsonArray For(ConnectInstance instance) => new(
        new JsonObject
        {
            ["name"] = "datasource",
            ["label"] = "Data source",
            ["type"] = "datasource",
            ["query"] = "cloudwatch",
        },
        Query("region", "Region", "regions()", Chosen(instance.Region)),
        Query("instance", "Instance", "dimension_values($region, AWS/Connect, ConcurrentCalls, InstanceId)", Chosen(instance.Id)),
        Several(Query(
            "queue",
            "Queue",
            "dimension_values($region, AWS/Connect, QueueSize, QueueName, {\"InstanceId\": \"$instance\"})",
            Chosen(Everything, "All"))));

    /// <summary>The data source that the reader chose.</summary>
    public static JsonObject Source() => new() { ["type"] = "cloudwatch", ["uid"] = "${datasource}" };

    private static JsonObject Query(string name, string label, string query, JsonObject current) => new()
    {
        ["name"] = name,
        ["label"] = label,
        ["type"] = "query",
        ["datasource"] = Source(),
        ["query"] = query,
        ["refresh"] = 1,
        ["sort"] = 1,
        ["current"] = current,
    };

    private static JsonObject Several(JsonObject variable)
    {
        variable["multi"] = true;
        variable["includeAll"] = true;
        return variable;
    }

    private static JsonObject Chosen(string value, string? text = null) => new() { ["text"] = text ?? value, ["value"] = value };
}
