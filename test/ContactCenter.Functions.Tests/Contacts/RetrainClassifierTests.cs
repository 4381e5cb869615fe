using System.Text.Json.Nodes;
using ContactCenter.Aws.Contacts;
using ContactCenter.Aws.Tests;
using ContactCenter.Aws.Tests.Contacts;
using ContactCenter.Core.Monitoring.Catalog;
using ContactCenter.Core.Settings;
using ContactCenter.Functions.Contacts;
using ContactCenter.Language.Classification.Model;
using ContactCenter.Language.Retraining;
using ContactCenter.Language.Tests.Classification;
using ContactCenter.Simulation.Stores;
using static ContactCenter.Aws.Tests.Incidents.Samples;

namespace ContactCenter.Functions.Tests.Contacts;

public sealed class RetrainClassifierTests(Emulator emulator) : IDisposable
{
    private readonly StringWriter _metrics = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Corrections_become_the_next_model_with_report_and_metrics()
    {
        using var client = emulator.DynamoDb();
        using var bucket = await ModelsBucket.CreateAsync(emulator);
        var table = await ContactsTable.CreateAsync(client);
        var clock = new ManualClock(Noon);
        var corrections = new DynamoDbCorrections(client, table, clock);
        var answers = new DynamoDbAnswers(client, table);
        var champion = await bucket.PromoteAsync(TinyModel.Trained.Model);
        await bucket.PutAsync("classifier/texts.csv", Csv());
        for (var i = 0; i < 60; i++)
        {
            await corrections.PutAsync(new Correction($"c-{i}", $"give me my money back for order {i}", "refund", Noon.AddHours(-1)), Stop);
        }

        await answers.AddAsync(
            champion, DateOnly.FromDateTime(Noon.UtcDateTime),
            AnswerCounts.Of([.. Enumerable.Repeat(new TopicProbability("fraud", 0.3f), 600)]), Stop);
        var retrainer = new Retrainer(
            bucket.Store, bucket.Store, corrections, answers, bucket.Store, new PromotionRules { MinimumTexts = 10 }, TinyModel.Fast,
            new RetrainingLimits());
        var settings = new InMemorySettings();
        var function = new RetrainClassifierFunction(
            retrainer,
            new SettingsView(TestEnvironment.Create().Configuration, settings, clock),
            new MetricLine(_metrics),
            TestEnvironment.Create(),
            clock);
        var desk = new SettingsDesk(settings, TestEnvironment.Create().Configuration);
        var freeze = new TrainingFreeze { Author = "Ada", Reason = "campaign", From = Noon, Until = Noon.AddHours(1) };
        var act = Assert.IsType<SettingSaved>(await desk.SaveAsync(freeze, Noon, Stop)).Act;

        var held = JsonNode.Parse((await RuntimeLoop.InvokeAsync(function.RetrainClassifier, "{}")).Body)!;
        Assert.Equal((null, true), ((string?)held["promoted"], (bool?)held["held"]));
        Assert.Contains("Ada keeps the classifier as it is until", (string?)held["reason"], StringComparison.Ordinal);
        Assert.Empty(_metrics.ToString());

        _ = await desk.UndoAsync(act.Id, new SettingAuthor("Grace", "campaign is over"), Noon, Stop);
        clock.Now += SettingsView.FreshFor;
        var reply = JsonNode.Parse((await RuntimeLoop.InvokeAsync(function.RetrainClassifier, "{}")).Body)!;

        var promoted = (string?)reply["promoted"];
        Assert.Equal([promoted, champion], (await bucket.Store.HistoryAsync(Stop)).History.Versions.Select(version => version.Id));
        Assert.Equal((string?)reply["report"], await bucket.TextAsync(
            $"classifier/reports/{clock.GetUtcNow().UtcDateTime:yyyy-MM-ddTHH-mm-ss}.md"));
        var drift = _metrics.ToString()
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => JsonNode.Parse(line)!)
            .Single(line => line["TopicDrift"] is not null);
        var watched = AlarmCatalog.Default.Find("topic-drift")!;
        Assert.True((double)drift[watched.Metrics[0].Name]! > watched.Threshold);
        Assert.Equal(
            watched.Metrics[0].Dimensions.Select(dimension => dimension.Name),
            drift["_aws"]!["CloudWatchMetrics"]![0]!["Dimensions"]![0]!.AsArray().Select(name => (string?)name));
    }

    [Fact]
    public async Task The_deployed_function_reports_and_says_when_promotions_are_held()
    {
        await using var deployment = await Deployment.CreateAsync(emulator);
        using var client = emulator.DynamoDb();
        using var bucket = await ModelsBucket.CreateAsync(emulator);
        _ = deployment.With("MODELS_BUCKET", bucket.Name).With("CONTACTS_TABLE", await ContactsTable.CreateAsync(client));
        var champion = await bucket.PromoteAsync(TinyModel.Trained.Model);
        _ = await bucket.PromoteAsync(new byte[] { 7 });
        await new ModelRegister(bucket.Store).RollBackAsync(Noon, "wrong topics", Stop);
        await bucket.PutAsync("classifier/texts.csv", Csv());

        var outcome = await deployment.InvokeAsync("RetrainClassifier", "{}");

        Assert.True(outcome.Succeeded, outcome.Body);
        var reply = JsonNode.Parse(outcome.Body)!;
        Assert.Equal((champion, null, true), ((string?)reply["champion"], (string?)reply["promoted"], (bool?)reply["held"]));
        Assert.Contains("(wrong topics): no model is promoted", (string?)reply["report"], StringComparison.Ordinal);
        Assert.Equal(champion, (await bucket.Store.HistoryAsync(Stop)).History.Current!.Id);
    }

    [Fact]
    public async Task The_deployed_function_without_a_bucket_names_what_is_missing()
    {
        await using var deployment = await Deployment.CreateAsync(emulator);

        Assert.Contains("MODELS_BUCKET", await deployment.FailToStartAsync("RetrainClassifier"), StringComparison.Ordinal);
    }

    public void Dispose() => _metrics.Dispose();

    private static string Csv() =>
        "text,topic,urgency\n"
            + string.Concat(TinyModel.Examples().Select(example => $"{example.Text},{example.Topic},{example.Urgency}\n"));
}
