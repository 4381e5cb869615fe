using System.Text.Json;
using System.Text.Json.Serialization;
using ContactCenter.Cli.Replay;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Incidents;
using ContactCenter.Embedded.World;

namespace ContactCenter.Cli.Simulate;

/// <summary>The lines of a replay, and the summary as the last line.</summary>
internal sealed partial class JsonSimulationOutput(Stream output, ContactCenterConfiguration configuration) : ISimulationOutput, IDisposable
{
    private readonly JsonReplayOutput _lines = new(output, configuration);
    private int _alarms;

    public ValueTask ShowAsync(SimulatedMinute minute, double progress, CancellationToken cancellationToken)
    {
        foreach (var moment in minute.Moments)
        {
            if (moment.Alarm is { } alarm)
            {
                _lines.Decided($"simulation#{_alarms++}", new PipelineOutcome(alarm, moment.Decision));
            }
            else
            {
                _lines.DeadlinePassed(moment.At, moment.Decision);
            }
        }

        return ValueTask.CompletedTask;
    }

    public void Finish(SimulationSummary summary)
    {
        JsonSerializer.Serialize(output, summary, SummaryJson.Default.SimulationSummary);
        output.WriteByte((byte)'\n');
        output.Flush();
    }

    public void Dispose() => _lines.Dispose();

    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
    [JsonSerializable(typeof(SimulationSummary))]
    private sealed partial class SummaryJson : JsonSerializerContext;
}
