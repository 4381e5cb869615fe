using System.Text;
using ContactCenter.Language.Retraining;
using ContactCenter.Language.Tests.Classification;

namespace ContactCenter.Functions.Tests.Outside;

/// <summary>
/// A model in service, one that was rolled back and so holds promotions, texts of the center's own, and the report of a retraining. People
/// do the first by the command line, so here the types behind it must be named.
/// </summary>
internal static class BucketStory
{
    /// <summary>Few enough that a retraining takes no time to speak of.</summary>
    private const int EveryNth = 6;

    public static async Task BeginAsync(World world)
    {
        var bucket = world.Bucket.Models;
        _ = await bucket.PromoteAsync(StoredRecording.ModelInService() ?? TinyModel.Trained.Model);
        _ = await bucket.PromoteAsync("a model that was no good"u8.ToArray());
        _ = await new ModelRegister(bucket.Store).RollBackAsync(
            World.Noon.AddHours(-1), "wrong topics", TestContext.Current.CancellationToken);
        var texts = TinyModel.Examples().Where((_, i) => i % EveryNth == 0)
            .Select(example => $"{example.Text},{example.Topic},{example.Urgency}\n");
        await world.Bucket.PutAsync("classifier/texts.csv", Encoding.UTF8.GetBytes("text,topic,urgency\n" + string.Concat(texts)));
    }

    public static async Task EndAsync(World world)
    {
        world.At(10);
        _ = await world.Functions.InvokeAsync("RetrainClassifier", OutsideEvents.Schedule);
    }
}
