using ContactCenter.Language.Retraining;

namespace ContactCenter.Language.Tests.Retraining;

public class ModelHistoryTests
{
    private static readonly DateTimeOffset At = new(2026, 3, 2, 3, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Rolling_back_returns_to_the_model_before() =>
        Assert.Equal("one", ModelHistory.Empty.Promote(Version("one")).Promote(Version("two")).RollBack(At).Current?.Id);

    [Fact]
    public void Rolling_back_the_first_model_returns_to_the_packaged_one() =>
        Assert.Null(ModelHistory.Empty.Promote(Version("one")).RollBack(At).Current);

    [Fact]
    public void Only_the_last_models_are_kept()
    {
        var history = Enumerable.Range(0, 20).Aggregate(ModelHistory.Empty, (history, i) => history.Promote(Version($"{i}")));
        Assert.Equal(ModelHistory.Kept + 1, history.Versions.Count);
        Assert.Equal("19", history.Current?.Id);
    }

    [Fact]
    public void Model_is_not_promoted_twice() =>
        Assert.Throws<ArgumentException>(() => ModelHistory.Empty.Promote(Version("one")).Promote(Version("one")));

    [Fact]
    public void Packaged_model_is_not_rolled_back() => Assert.Throws<InvalidOperationException>(() => ModelHistory.Empty.RollBack(At));

    private static ModelVersion Version(string id) => new(id, DateTimeOffset.UnixEpoch, "better", 0.9);

    [Fact]
    public void Rollback_holds_promotions_until_somebody_resumes_or_publishes()
    {
        var held = ModelHistory.Empty.Promote(Version("one")).RollBack(At, "wrong topics");

        Assert.Equal(new ModelHold(At, "one", "wrong topics"), held.Hold);
        Assert.Null(held.Resume().Hold);
        Assert.Null(held.Promote(Version("two")).Hold);
        Assert.Throws<InvalidOperationException>(() => held.Resume().Resume());
    }
}
