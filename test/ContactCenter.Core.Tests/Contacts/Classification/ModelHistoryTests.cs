using ContactCenter.Core.Contacts.Classification;

namespace ContactCenter.Core.Tests.Contacts.Classification;

public class ModelHistoryTests
{
    [Fact]
    public void Rolling_back_returns_to_the_model_before() =>
        Assert.Equal("one", ModelHistory.Empty.Promote(Version("one")).Promote(Version("two")).RollBack().Current?.Id);

    [Fact]
    public void Rolling_back_the_first_model_returns_to_the_packaged_one() => Assert.Null(ModelHistory.Empty.Promote(Version("one")).RollBack().Current);

    [Fact]
    public void Only_the_last_models_are_kept()
    {
        var history = Enumerable.Range(0, 20).Aggregate(ModelHistory.Empty, (history, i) => history.Promote(Version($"{i}")));
        Assert.Equal(ModelHistory.Kept + 1, history.Versions.Count);
        Assert.Equal("19", history.Current?.Id);
    }

    [Fact]
    public void Model_is_not_promoted_twice() => Assert.Throws<ArgumentException>(() => ModelHistory.Empty.Promote(Version("one")).Promote(Version("one")));

    [Fact]
    public void Packaged_model_is_not_rolled_back() => Assert.Throws<InvalidOperationException>(ModelHistory.Empty.RollBack);

    private static ModelVersion Version(string id) => new(id, DateTimeOffset.UnixEpoch, "better", 0.9);
}
