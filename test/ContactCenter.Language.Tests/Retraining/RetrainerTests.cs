using ContactCenter.Language.Classification.Hearing;
using ContactCenter.Language.Classification.Model;
using ContactCenter.Language.Classification.Text;
using ContactCenter.Language.Classification.Training;
using ContactCenter.Language.Retraining;
using ContactCenter.Language.Tests.Classification;
using ContactCenter.Simulation;
using ContactCenter.Simulation.Stores;

namespace ContactCenter.Language.Tests.Retraining;

public sealed class RetrainerTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 3, 0, 0, TimeSpan.Zero);
    private readonly InMemoryModels _store = new() { Texts = TinyModel.Examples() };
    private readonly InMemoryCorrections _corrections = new(new VirtualClock(Now));
    private readonly InMemoryAnswers _answers = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Corrections_of_a_new_topic_make_a_better_model_that_is_promoted_and_reported()
    {
        var champion = _store.Promote(TinyModel.Trained.Model);
        await CorrectToAsync("refund", 120);

        var report = await RunAsync();

        Assert.NotNull(report.Promoted);
        Assert.Equal([report.Promoted, champion], _store.History.Versions.Select(version => version.Id));
        Assert.Equal(
            "refund",
            ServedModel.Read(
                report.Promoted, _store.Files[report.Promoted]).Classifier.Classify("give me my money back for order 77").Topic);
        Assert.All(report.Outcomes.Where(outcome => outcome.IsCorrection), outcome => Assert.Equal("refund", outcome.Topic));
        Assert.Contains($"Model {report.Promoted} serves instead of {champion}", Assert.Single(_store.Reports), StringComparison.Ordinal);
        Assert.Contains("refund: 0 % recognised before", report.ToText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_new_promotes_nothing()
    {
        var champion = _store.Promote(TinyModel.Trained.Model);

        var report = await RunAsync();

        Assert.Null(report.Promoted);
        Assert.Equal(champion, _store.History.Current!.Id);
        Assert.Contains($"Model {champion} stays in service", report.ToText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_model_in_service_that_this_program_cannot_read_is_replaced_after_a_comparison_with_the_packaged_one()
    {
        var earlier = TinyModel.Trained.Model.ToArray();
        earlier[8] = 1; // the version of the format
        var champion = _store.Promote(earlier);
        await CorrectToAsync("refund", 120);

        var report = await RunAsync();

        Assert.Equal(ServedModel.PackagedId, report.Champion);
        Assert.Equal([report.Promoted, champion], _store.History.Versions.Select(version => version.Id));
        Assert.Contains(
            $"Model {champion} cannot be read, so the packaged one serves", Assert.Single(_store.Reports), StringComparison.Ordinal);
        Assert.Contains("format version 1", report.ToText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_model_whose_file_is_gone_holds_nothing_back()
    {
        _store.Files.Remove(_store.Promote(TinyModel.Trained.Model));
        await CorrectToAsync("refund", 120);

        Assert.NotNull((await RunAsync()).Promoted);
    }

    [Fact]
    public async Task A_model_that_came_into_service_meanwhile_is_not_overwritten()
    {
        _store.Promote(TinyModel.Trained.Model);
        await CorrectToAsync("refund", 120);
        var other = new ModelVersion("other", Now, "by hand", 0.9);
        _store.BeforeWrite = () => _store.Rewrite(_store.History.Promote(other));

        var report = await RunAsync();

        Assert.Null(report.Promoted);
        Assert.Equal(other, _store.History.Current);
        Assert.Contains("meanwhile", report.Decision.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_a_rollback_a_better_model_is_reported_and_not_promoted_until_somebody_resumes()
    {
        _store.Promote(TinyModel.Trained.Model);
        _store.Promote(new byte[] { 7 });
        var register = new ModelRegister(_store);
        await register.RollBackAsync(Now, "wrong topics", Stop);
        await CorrectToAsync("refund", 120);

        var held = await RunAsync();
        await register.ResumeAsync(Stop);
        var resumed = await RunAsync();

        Assert.Null(held.Promoted);
        Assert.Contains(
            "(wrong topics): no model is promoted until `contactcenter models resume`", held.ToText(), StringComparison.Ordinal);
        Assert.NotNull(resumed.Promoted);
    }

    [Fact]
    public async Task A_model_of_ones_own_is_published_and_lifts_a_hold()
    {
        _store.Promote(new byte[] { 7 });
        var register = new ModelRegister(_store);
        await register.RollBackAsync(Now, null, Stop);

        var (_, after) = await register.PublishAsync(TinyModel.Trained.Model, "own texts", mayDropTopics: true, Now, Stop);

        Assert.Null(after.Hold);
        Assert.Equal(("own texts", TinyModel.Trained.Report.Card.HeldOutAccuracy), (after.Current!.Reason, after.Current.Accuracy));
        Assert.Contains(after.Current.Id, _store.Files.Keys);
    }

    [Fact]
    public async Task A_model_that_lacks_topics_of_the_one_in_service_is_published_only_when_that_is_meant()
    {
        var register = new ModelRegister(_store);

        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() =>
            register.PublishAsync(TinyModel.Trained.Model, "own", mayDropTopics: false, Now, Stop));

        Assert.Contains("card_lost", refused.Message, StringComparison.Ordinal);
        Assert.Empty(_store.History.Versions);
        Assert.Empty(_store.Files);
    }

    [Fact]
    public async Task What_is_no_model_or_serves_already_is_not_published()
    {
        var register = new ModelRegister(_store);
        await register.PublishAsync(TinyModel.Trained.Model, "own", mayDropTopics: true, Now, Stop);

        await Assert.ThrowsAsync<ModelFileException>(() => register.PublishAsync(new byte[100], "own", mayDropTopics: true, Now, Stop));
        var again = await Assert.ThrowsAsync<InvalidOperationException>(() =>
            register.PublishAsync(TinyModel.Trained.Model, "own", mayDropTopics: true, Now, Stop));

        Assert.Contains("serves already", again.Message, StringComparison.Ordinal);
        Assert.Single(_store.History.Versions);
    }

    [Fact]
    public async Task When_the_time_is_over_nothing_changes()
    {
        using var over = new CancellationTokenSource();
        _store.Promote(TinyModel.Trained.Model);
        var before = _store.History;
        _store.BeforeRead = () =>
        {
            over.Cancel();
            return Task.CompletedTask;
        };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Retrainer().RunAsync(Now, over.Token));

        Assert.Equal(before, _store.History);
        Assert.Empty(_store.Reports);
    }

    [Fact]
    public async Task Drift_is_measured_when_there_are_enough_answers()
    {
        _store.Promote(TinyModel.Trained.Model);
        Assert.Null((await RunAsync()).Drift);
        await _answers.AddAsync(
            _store.History.Current!.Id, DateOnly.FromDateTime(Now.UtcDateTime),
            AnswerCounts.Of([.. Enumerable.Repeat(new TopicProbability("fraud", 0.35f), 600)]), Stop);

        var report = await RunAsync();

        Assert.True(report.Drift!.Topics > TopicDrift.Clear);
    }

    [Fact]
    public async Task Nobody_learns_from_what_is_held_back_and_the_limits_hold()
    {
        await CorrectToAsync("refund", 120);
        await CorrectToAsync("typo", 3);
        var limits = new RetrainingLimits { MaximumTexts = 50, MaximumHeldBack = 7 };

        var texts = RetrainingTexts.Choose(TinyModel.Examples(), await _corrections.AllAsync(Stop), null, limits);

        Assert.Equal((50, 7), (texts.Training.Count, texts.HeldBack.Count));
        Assert.Equal(25, texts.Training.Count(example => example.Topic == "refund"));
        Assert.All(texts.Training, example => Assert.False(HeldBack.Contains(example.Text)));
        Assert.All(texts.HeldBack.Concat(texts.HeldBackCorrections), example => Assert.True(HeldBack.Contains(example.Text)));
        Assert.Equal(new KeyValuePair<string, int>("typo", 3), Assert.Single(texts.TooNew));
    }

    [Fact]
    public async Task Corrections_older_than_the_champion_are_not_among_the_newest()
    {
        await CorrectToAsync("refund", 120);

        Assert.Empty(RetrainingTexts.Choose(
            TinyModel.Examples(), await _corrections.AllAsync(Stop), Now, new RetrainingLimits()).HeldBackCorrections);
    }

    [Fact]
    public void A_correction_takes_the_place_of_a_base_text_of_the_same_words()
    {
        TrainingExample[] basis = [new("Where is it?", "delivery"), new("Other", "billing")];

        var texts = RetrainingTexts.Choose(basis, [new Correction("c", "where is IT", "billing", Now)], null, new RetrainingLimits());

        Assert.DoesNotContain(texts.Training.Concat(texts.HeldBack), example => example.Topic == "delivery");
    }

    [Theory]
    [InlineData("👍", "😡")]
    [InlineData("♥", "☹")]
    [InlineData("☎", "?")]
    public void Texts_of_nothing_but_pictures_are_texts_of_their_own(string one, string other) =>
        Assert.NotEqual(HeldBack.Key(one), HeldBack.Key(other));

    [Theory]
    [InlineData("thanks", "Thanks 👍!")]
    [InlineData("thanks", "♥ thanks ♥")]
    [InlineData("👍", "👍🏽!")]
    [InlineData("𠮷", "𠮷😡")]
    public void Decoration_does_not_make_another_text(string one, string other) => Assert.Equal(HeldBack.Key(one), HeldBack.Key(other));

    [Fact]
    public void The_packaged_model_is_not_judged_on_texts_that_it_has_seen()
    {
        TrainingExample[] held = [.. PackagedTexts.All.Where(example => HeldBack.Contains(example.Text))];
        var packagedAlone = held.Count(example => Challenge.IsRight(example, PackagedModel.Classifier.Classify(example.Text)));
        var texts = RetrainingTexts.Choose(PackagedTexts.All, [], null, new RetrainingLimits());

        var challenge = Challenge.Run(
            texts, ServedModel.Packaged, new PromotionRules(), new TrainingOptions { Folds = 2, Passes = 1 }, Stop);

        Assert.True(challenge.Outcomes.Count(outcome => outcome.ChampionIsRight) < packagedAlone);
        Assert.Equal(challenge.Decision.ChampionAccuracy, challenge.Decision.ChallengerAccuracy);
    }

    [Fact]
    public async Task Models_beyond_those_kept_are_deleted_and_a_rollback_keeps_the_file()
    {
        var register = new ModelRegister(_store);
        for (byte i = 0; i <= ModelHistory.Kept + 1; i++)
        {
            Assert.True(await register.TryPromoteAsync(
                new[] { i }, _store.History.Current?.Id ?? ServedModel.PackagedId, id => new ModelVersion(id, Now, "test", 0.5), Stop));
        }

        Assert.Equal(ModelHistory.Kept + 1, _store.Files.Count);
        var (before, after) = await register.RollBackAsync(Now, null, Stop);
        Assert.Equal(before.Versions[1], after.Current);
        Assert.Contains(before.Current!.Id, _store.Files.Keys);
    }

    [Fact]
    public async Task A_rollback_does_not_undo_a_promotion_that_it_has_not_seen()
    {
        _store.Promote(new byte[] { 1 });
        _store.BeforeWrite = () => _store.Promote(new byte[] { 2 });

        await Assert.ThrowsAsync<InvalidOperationException>(() => new ModelRegister(_store).RollBackAsync(Now, null, Stop));

        Assert.Equal(2, _store.History.Versions.Count);
    }

    private Task<RetrainingReport> RunAsync() => Retrainer().RunAsync(Now, Stop);

    private Retrainer Retrainer() => new(
        _store, _store, _corrections, _answers, _store, new PromotionRules { MinimumTexts = 20 }, TinyModel.Fast, new RetrainingLimits());

    private async Task CorrectToAsync(string topic, int count)
    {
        for (var i = 0; i < count; i++)
        {
            await _corrections.PutAsync(
                new Correction($"{topic}-{i}", $"give me my money back for order {i} {topic}", topic, Now.AddHours(-1)), Stop);
        }
    }
}
