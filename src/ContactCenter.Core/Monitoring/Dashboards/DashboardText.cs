using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace ContactCenter.Core.Monitoring.Dashboards;

/// <summary>What the two forms of a dashboard have in common.</summary>
internal static partial class DashboardText
{
    /// <summary>JSON as people read it: expressions and queues keep their letters.</summary>
    public static string Of(JsonObject document, bool isIndented)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(
            buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Indented = isIndented, NewLine = "\n" }))
        {
            document.WriteTo(writer);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>An id of a series' metric that no other series of the panel has.</summary>
    public static string Id(string id, int series) => $"{id}_{series}";

    /// <summary>
    /// An expression over the ids of one series. Names in small letters are ids; CloudWatch writes functions in capitals.
    /// </summary>
    public static string Expression(string expression, PanelSeries series, int number) =>
        Name().Replace(expression, name => series.Metrics.Any(metric => metric.Id == name.Value) ? Id(name.Value, number) : name.Value);

    [GeneratedRegex("\\b[a-z][a-zA-Z0-9_]*\\b")]
    private static partial Regex Name();
}
