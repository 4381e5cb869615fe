using System.Buffers;
using System.Text;
using System.Text.Json;
using ContactCenter.Core.Deployment;

namespace ContactCenter.Functions;

/// <summary>
/// Writes metrics in CloudWatch's embedded metric format: a line of JSON on standard output that becomes metrics without a call. A line
/// is one set of dimensions.
/// </summary>
public sealed class MetricLine(TextWriter output)
{
    private const string Namespace = OwnMetricNames.Namespace;

    /// <summary>Metrics that the format takes in one directive.</summary>
    private const int MaximumMetrics = 100;

    /// <summary>Characters of a value of a dimension; CloudWatch allows 1,024, and nobody reads that.</summary>
    private const int MaximumValue = 256;

    private readonly Lock _gate = new();

    /// <summary>Tells metrics; a value that is no number is left out, because CloudWatch would refuse the line.</summary>
    /// <param name="at">When they were measured.</param>
    /// <param name="dimensions">Names and values of the dimensions, at most thirty; a value is cut at 256 characters.</param>
    /// <param name="metrics">Names, units and values; beyond a hundred they are told in several lines.</param>
    public void Tell(DateTimeOffset at, (string Name, string Value)[] dimensions, params (string Name, string Unit, double Value)[] metrics)
    {
        foreach (var some in metrics.Where(static metric => double.IsFinite(metric.Value)).Chunk(MaximumMetrics))
        {
            Write(at, dimensions, some);
        }
    }

    private void Write(DateTimeOffset at, (string Name, string Value)[] dimensions, (string Name, string Unit, double Value)[] metrics)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteStartObject("_aws");
            json.WriteNumber("Timestamp", at.ToUnixTimeMilliseconds());
            json.WriteStartArray("CloudWatchMetrics");
            json.WriteStartObject();
            json.WriteString("Namespace", Namespace);
            json.WriteStartArray("Dimensions");
            json.WriteStartArray();
            foreach (var (name, _) in dimensions)
            {
                json.WriteStringValue(name);
            }

            json.WriteEndArray();
            json.WriteEndArray();
            json.WriteStartArray("Metrics");
            foreach (var (name, unit, _) in metrics)
            {
                json.WriteStartObject();
                json.WriteString("Name", name);
                json.WriteString("Unit", unit);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteEndObject();
            foreach (var (name, value) in dimensions)
            {
                json.WriteString(name, value.Length > MaximumValue ? value[..MaximumValue] : value);
            }

            foreach (var (name, _, value) in metrics)
            {
                json.WriteNumber(name, value);
            }

            json.WriteEndObject();
        }

        lock (_gate)
        {
            output.WriteLine(Encoding.UTF8.GetString(buffer.WrittenSpan));
            output.Flush();
        }
    }
}
