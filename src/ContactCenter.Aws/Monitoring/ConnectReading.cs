using System.Globalization;
using Amazon.Connect.Model;
using ContactCenter.Core.Common;

namespace ContactCenter.Aws.Monitoring;

/// <summary>Values that the metric calls of Amazon Connect have answered, by resource, metric, and channel where it is told.</summary>
internal sealed class ConnectReading
{
    private readonly Dictionary<(string Id, ContactChannel? Channel, string Metric), double?> _values = [];
    private readonly HashSet<(string Id, ContactChannel Channel)> _channels = [];

    /// <summary>What was answered; null when there was no answer or it could not be computed.</summary>
    public double? this[string id, string metric, ContactChannel? channel = null] => _values.GetValueOrDefault((id, channel, metric));

    /// <summary>
    /// What was answered; 0 where there was no answer at all, because a queue in which nothing happens is not in an answer, and null where
    /// the answer says that the value could not be computed.
    /// </summary>
    public double? OrZero(string id, string metric, ContactChannel? channel = null) =>
        _values.TryGetValue((id, channel, metric), out var value) ? value : 0;

    /// <summary>Whether anything was answered about a channel.</summary>
    public bool Has(string id, ContactChannel channel) => _channels.Contains((id, channel));

    /// <summary>The key of a metric of <c>GetMetricDataV2</c>: one may be asked for several times with different thresholds.</summary>
    public static string Key(string name, double? threshold) =>
        threshold is { } seconds ? string.Create(CultureInfo.InvariantCulture, $"{name}<{seconds}") : name;

    /// <summary>Takes in an answer.</summary>
    /// <param name="results">The answer.</param>
    /// <param name="asked">The one channel that was asked for, by which the answer is not grouped; null: none.</param>
    public void Add(IEnumerable<CurrentMetricResult>? results, ContactChannel? asked = null)
    {
        foreach (var result in results ?? [])
        {
            var id = result.Dimensions?.Queue?.Id
                ?? result.Dimensions?.Queue?.Arn
                ?? result.Dimensions?.RoutingProfile?.Id
                ?? result.Dimensions?.RoutingProfile?.Arn;
            var channel = asked ?? ContactChannels.Find(result.Dimensions?.Channel?.Value);
            foreach (var value in result.Collections ?? [])
            {
                Add(id, channel, value.Metric?.Name?.Value, value.Value);
            }
        }
    }

    public void Add(IEnumerable<MetricResultV2>? results, string dimension)
    {
        foreach (var result in results ?? [])
        {
            var id = result.Dimensions?.GetValueOrDefault(dimension);
            var channel = ContactChannels.Find(result.Dimensions?.GetValueOrDefault("CHANNEL"));
            foreach (var value in result.Collections ?? [])
            {
                Add(
                    id,
                    channel,
                    value.Metric?.Name is { } name ? Key(name, value.Metric.Threshold?.FirstOrDefault()?.ThresholdValue) : null,
                    value.Value);
            }
        }
    }

    private void Add(string? id, ContactChannel? channel, string? metric, double? value)
    {
        if (id is null || metric is null)
        {
            return;
        }

        _values[(ConnectDirectory.IdOf(id), channel, metric)] = value;
        if (channel is { } known)
        {
            _channels.Add((ConnectDirectory.IdOf(id), known));
        }
    }
}
