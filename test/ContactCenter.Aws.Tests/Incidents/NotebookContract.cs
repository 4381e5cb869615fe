using ContactCenter.Core.Incidents.Delivery;
using ContactCenter.Simulation.Stores;
using static ContactCenter.Aws.Tests.Incidents.Samples;

namespace ContactCenter.Aws.Tests.Incidents;

/// <summary>What every notebook promises.</summary>
public abstract class NotebookContract
{
    private readonly ManualClock _clock = new(Noon);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    protected abstract ValueTask<INotebook> NotebookAsync(TimeProvider clock);

    [Fact]
    public async Task A_name_is_added_once_until_it_expires()
    {
        var notebook = await NotebookAsync(_clock);

        Assert.True(await notebook.TryAddAsync("request-1", "seen", Noon.AddMinutes(10), Stop));
        Assert.False(await notebook.TryAddAsync("request-1", "again", Noon.AddMinutes(20), Stop));
        Assert.Equal("seen", await notebook.FindAsync("request-1", Stop));

        _clock.Now = Noon.AddMinutes(10);
        Assert.Null(await notebook.FindAsync("request-1", Stop));
        Assert.True(await notebook.TryAddAsync("request-1", "again", Noon.AddMinutes(20), Stop));
    }

    [Fact]
    public async Task The_newest_text_of_a_name_counts()
    {
        var notebook = await NotebookAsync(_clock);
        await notebook.SetAsync("slack/7Q2M9KXA-3", "1", Noon.AddDays(1), Stop);
        await notebook.SetAsync("slack/7Q2M9KXA-3", "2", Noon.AddDays(1), Stop);

        Assert.Equal("2", await notebook.FindAsync("slack/7Q2M9KXA-3", Stop));
        Assert.Null(await notebook.FindAsync("slack/7Q2M9KXA-4", Stop));
    }
}

/// <summary>The contract, kept in memory.</summary>
public sealed class InMemoryNotebookTests : NotebookContract
{
    protected override ValueTask<INotebook> NotebookAsync(TimeProvider clock) =>
        ValueTask.FromResult<INotebook>(new InMemoryNotebook(clock));
}
