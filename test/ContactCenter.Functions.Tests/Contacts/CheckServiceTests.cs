using ContactCenter.Aws.Tests;
using ContactCenter.Core.Contacts.Service;
using ContactCenter.Core.Incidents;
using ContactCenter.Simulation.Stores;
using Moq;
using static ContactCenter.Aws.Tests.Incidents.Samples;

namespace ContactCenter.Functions.Tests.Contacts;

public sealed class CheckServiceTests
{
    private readonly ManualClock _clock = new(Noon);

    [Fact]
    public async Task An_incident_is_heard_of_within_seconds_and_so_is_its_end()
    {
        using var hooks = new Hooks(_clock);
        Assert.Equal("ok", await StatusAsync(hooks));
        var opening = Opening("Billing", Noon);
        _ = await hooks.Incidents.CommitAsync(opening, TestContext.Current.CancellationToken);
        _clock.Now += IncidentView.FreshFor;
        Assert.Equal("degraded", await StatusAsync(hooks));
    }

    [Fact]
    public async Task While_the_store_is_down_the_last_known_incidents_count_and_then_nothing_is_known()
    {
        var memory = new InMemoryIncidentStore();
        _ = await memory.CommitAsync(Opening("Billing", Noon), TestContext.Current.CancellationToken);
        var store = new Mock<IIncidentStore>();
        var isDown = false;
        store.Setup(one => one.ActiveAsync(It.IsAny<Action<UnreadableItemException>>(), It.IsAny<CancellationToken>()))
            .Returns((Action<UnreadableItemException> unreadable, CancellationToken stop) =>
                isDown ? throw new IOException("down") : memory.ActiveAsync(unreadable, stop));
        using var hooks = new Hooks(_clock, store.Object);
        Assert.Equal("degraded", await StatusAsync(hooks));

        isDown = true;
        _clock.Now += TimeSpan.FromMinutes(5);
        Assert.Equal("degraded", await StatusAsync(hooks));
        _clock.Now += IncidentView.UsefulFor;
        Assert.Equal("unknown", await StatusAsync(hooks));
    }

    [Fact]
    public async Task The_standby_queue_and_what_callers_are_told_are_in_the_answer()
    {
        using var hooks = new Hooks(_clock);
        _ = await hooks.Incidents.CommitAsync(Opening("Billing", Noon), TestContext.Current.CancellationToken);

        var answer = await Hooks.AskAsync(hooks.Check.CheckService, FlowEvents.Voice("""{"queue":"Billing"}"""));

        Assert.Equal(("General", "yes", "P2"), (answer["standbyQueue"], answer["hasAnnouncement"], answer["severity"]));
    }

    // another text each time, or the answer of a moment ago would be given again
    private static async Task<string> StatusAsync(Hooks hooks) =>
        (await Hooks.AskAsync(
            hooks.Check.CheckService, FlowEvents.Voice("{\"queue\":\"Billing\",\"n\":\"" + Guid.NewGuid() + "\"}")))["status"];
}
