using Amazon.Lambda.Annotations;
using Amazon.Lambda.Core;
using ContactCenter.Core.Contacts.Corrections;
using ContactCenter.Core.Contacts.Flows;
using ContactCenter.Core.Contacts.Serving;
using ContactCenter.Language.Retraining;

namespace ContactCenter.Functions.Contacts;

/// <summary>
/// Keeps what an agent says a contact was really about, so that the next retraining learns it. Called by a flow or an agent's guide with
/// the parameter <c>correctTopic</c> and the customer's text; the text is masked before it is stored. A contact has one correction: the
/// same request again changes nothing, another topic takes its place.
/// </summary>
public sealed class RecordCorrectionFunction(ICorrectionStore corrections, ModelInService models, FlowHook hook, TimeProvider clock)
{
    private static readonly HookAnswer Prepared = Answer(new CorrectionReading("failed", null)) with { IsDefault = true };

    /// <summary>Records one correction; <c>status</c> says <c>ok</c>, what is missing, or <c>failed</c>.</summary>
    [LambdaFunction]
    public Task<Stream> RecordCorrection(Stream input, ILambdaContext context) =>
        hook.AnswerAsync(nameof(RecordCorrection), input, context, Prepared, AnswerAsync);

    private async Task<HookAnswer> AnswerAsync(HookCall call)
    {
        var topics = (await models.ServedAsync(call.TimeLeft)).Classifier.Topics;
        var reading = CorrectionReading.Of(call.Request, topics, clock.GetUtcNow());
        if (reading.Correction is { } correction && !call.IsSynthetic)
        {
            await corrections.PutAsync(correction, call.Stop);
        }

        return Answer(reading);
    }

    private static HookAnswer Answer(CorrectionReading reading) => new()
    {
        Decision = reading.Status,
        Values = new Dictionary<string, string?> { ["status"] = reading.Status, ["topic"] = reading.Correction?.Topic },
        Metrics = [new HookMetric("Corrections", "Count", reading.Correction is null ? 0 : 1, "Hook", nameof(RecordCorrection))],
    };
}
