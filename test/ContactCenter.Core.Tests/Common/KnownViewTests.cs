using ContactCenter.Core.Common;

namespace ContactCenter.Core.Tests.Common;

public sealed class KnownViewTests
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Useful = TimeSpan.FromMinutes(10);
    private readonly SteppedClock _clock = new();
    private readonly KnownView<string> _view;
    private Func<ValueTask<string?>> _store = static () => new ValueTask<string?>("first");
    private int _reads;

    public KnownViewTests() => _view = new KnownView<string>(
        _ =>
        {
            _reads++;
            return _store();
        },
        Fresh,
        Useful,
        _clock);

    [Fact]
    public async Task It_is_read_again_when_it_is_no_longer_fresh_and_not_before()
    {
        Assert.Equal("first", await _view.GetAsync());
        _store = static () => new ValueTask<string?>("second");
        Assert.Equal("first", await _view.GetAsync());
        _clock.Pass(Fresh);

        Assert.Equal(("second", 2), (await _view.GetAsync(), _reads));
    }

    [Fact]
    public async Task While_the_store_fails_the_last_known_value_goes_on_until_it_is_of_no_use()
    {
        _ = await _view.GetAsync();
        _store = static () => throw new IOException("down");
        _clock.Pass(Fresh);
        Assert.Equal("first", await _view.GetAsync());
        _clock.Pass(Useful);

        Assert.Null(await _view.GetAsync());
    }

    [Fact]
    public async Task A_store_that_fails_is_not_asked_by_every_caller()
    {
        _store = static () => throw new IOException("down");
        _ = await _view.GetAsync();
        _ = await _view.GetAsync();

        Assert.Equal(1, _reads);
    }

    [Fact]
    public async Task A_store_that_does_not_answer_makes_one_caller_wait_and_is_believed_when_it_does()
    {
        var late = new TaskCompletionSource<string?>(TaskCreationOptions.RunContinuationsAsynchronously);
        _store = () => new ValueTask<string?>(late.Task);
        var first = _view.GetAsync().AsTask();
        _clock.Pass(KnownView<string>.FirstPatience);
        Assert.Null(await first);
        Assert.Null(await _view.GetAsync());
        late.SetResult("late");

        Assert.Equal("late", await UntilKnownAsync());
    }

    [Fact]
    public async Task Who_waits_for_news_of_something_known_waits_less()
    {
        _ = await _view.GetAsync();
        _store = static () => new ValueTask<string?>(new TaskCompletionSource<string?>().Task);
        _clock.Pass(Fresh);
        var second = _view.GetAsync().AsTask();
        _clock.Pass(KnownView<string>.Patience);

        Assert.Equal("first", await second);
    }

    // the read ends on another thread
    private async Task<string?> UntilKnownAsync()
    {
        string? known = null;
        while (known is null)
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            await Task.Yield();
            known = await _view.GetAsync();
        }

        return known;
    }
}
