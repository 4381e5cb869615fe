using ContactCenter.Core.Monitoring;

namespace ContactCenter.Functions;

/// <summary>
/// Tells the metric that the alarm "heartbeat-missing" watches. Name and dimension come from the alarm's own definition.
/// </summary>
public sealed class HeartbeatMetric(MetricLine metrics)
{
    private static readonly MetricSource Metric = AlarmCatalog.Default.Find("heartbeat-missing")!.Metrics[0];

    private readonly Lock _gate = new();

    /// <summary>Tells one heartbeat.</summary>
    /// <param name="at">When.</param>
    /// <param name="component">Whose: <see cref="AlarmPlan.Clock"/> or <see cref="AlarmPlan.Pipeline"/>.</param>
    public void Tell(DateTimeOffset at, string component) => metrics.Tell(at, [(Metric.Dimensions[0].Name, component)], (Metric.Name, "Count", 1));
    public void Tell(DateTimeOffset at, string component)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            var dimension = Metric.Dimensions[0].Name;
            json.WriteStartObject();
            json.WriteStartObject("_aws");
            json.WriteNumber("Timestamp", at.ToUnixTimeMilliseconds());
            json.WriteStartArray("CloudWatchMetrics");
            json.WriteStartObject();
            json.WriteString("Namespace", Metric.Namespace);
            json.WriteStartArray("Dimensions");
            json.WriteStartArray();
            json.WriteStringValue(dimension);
            json.WriteEndArray();
            json.WriteEndArray();
            json.WriteStartArray("Metrics");
            json.WriteStartObject();
            json.WriteString("Name", Metric.Name);
            json.WriteString("Unit", "Count");
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteEndObject();
            json.WriteString(dimension, component);
            json.WriteNumber(Metric.Name, 1);
            json.WriteEndObject();
        }

        lock (_gate)
        {
            output.WriteLine(Encoding.UTF8.GetString(buffer.WrittenSpan));
            output.Flush();
        }
    }
}
