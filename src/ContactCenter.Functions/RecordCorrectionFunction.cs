using Amazon.Lambda.Annotations;
using Amazon.Lambda.Core;
using ContactCenter.Core.Contacts.Corrections;
using ContactCenter.Core.Contacts.Flows;
using ContactCenter.Core.Contacts.Serving;

namespace ContactCenter.Functions;

/// <summary>
/// Keeps what an agent says a contact was really about, so that the next retraining learns it. Called by a flow or an agent's guide with
/// the parameter <c>correctTopic</c> and the customer's text; the text is masked before it is stored. A contact has one correction: the
/// same request again changes nothing, another topic takes its place.
/// </summary>
public sealed class RecordCorrectionFunction(
    ICorrectionStore corrections, ModelInService models, MetricLine metrics, FunctionEnvironment environment, TimeProvider clock)
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Margin = TimeSpan.FromMilliseconds(250);

    /// <summary>Records one correction; <c>status</c> says <c>ok</c>, what is missing, or <c>failed</c>.</summary>
    [LambdaFunction]
    public async Task<Stream> RecordCorrection(Stream input, ILambdaContext context)
    {
        var start = clock.GetTimestamp();
        var request = FlowRequest.Empty;
        var reading = new CorrectionReading("failed", null);
        try
        {
            request = FlowRequestReader.Read(await Reply.ReadAsync(input));
            var complete = CorrectionReading.Of(request, models.Current.Classifier.Topics, clock.GetUtcNow());
            if (complete.Correction is { } correction)
            {
                var left = context.RemainingTime - Margin;
                using var limit = new CancellationTokenSource(left < TimeSpan.Zero || left > Deadline ? Deadline : left, clock);
                await corrections.PutAsync(correction, limit.Token).AsTask().WaitAsync(limit.Token);
            }

            reading = complete;
        }
#pragma warning disable CA1031 // the flow goes on whatever happens to the correction
        catch (Exception failure)
#pragma warning restore CA1031
        {
            // its message may hold what the customer said
            context.Logger.LogError("The correction of contact {Contact} is not kept: {Failure}", request.ContactId ?? "unknown", failure.GetType().Name);
        }

        context.Logger.LogInformation("Correction of contact {Contact}: {Status}", request.ContactId ?? "unknown", reading.Status);
        metrics.Tell(
            clock.GetUtcNow(),
            [("InstanceId", environment.Configuration.Instance.Id), ("Hook", nameof(RecordCorrection))],
            ("HookLatency", "Milliseconds", clock.GetElapsedTime(start).TotalMilliseconds),
            ("HookDefaults", "Count", reading.Status == "failed" ? 1 : 0),
            ("Corrections", "Count", reading.Correction is null ? 0 : 1));
        var answer = new Dictionary<string, string> { ["status"] = reading.Status, ["topic"] = FlowValue.Of(reading.Correction?.Topic) };
        return Reply.Json(answer, FunctionsJson.Default.DictionaryStringString);
    }
}
