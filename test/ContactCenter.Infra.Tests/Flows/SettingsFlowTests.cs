using ContactCenter.Core.Deployment;
using ContactCenter.Core.Settings;
using ContactCenter.Infra.Tests.Flows.Simulation;

namespace ContactCenter.Infra.Tests.Flows;

/// <summary>What people decide at run time, in the deployed flows with the hooks that they ask in a deployment.</summary>
public sealed class SettingsFlowTests
{
    /// <summary>A Wednesday, eleven o'clock in Berlin.</summary>
    private static readonly DateTimeOffset Open = new(2026, 11, 18, 10, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task A_center_that_somebody_has_closed_is_closed_for_callers_who_hear_why_first()
    {
        var flows = new FlowSet(FlowSamples.Get("bot-and-menu"));
        var hooks = new RealHooks(flows.Configuration, Open);
        var desk = new SettingsDesk(hooks.Settings, flows.Configuration);
        Setting[] decided =
        [
            new QueueSwitch { Author = "Ada", Reason = "fire alarm", From = Open, Until = Open.AddHours(1), IsOpen = false },
            new EmergencyAnnouncement
            {
                Author = "Ada",
                Reason = "fire alarm",
                From = Open,
                Until = Open.AddHours(1),
                Texts = new Dictionary<string, string> { ["en"] = "Our building is evacuated." },
            },
        ];
        foreach (var setting in decided)
        {
            Assert.IsType<SettingSaved>(await desk.SaveAsync(setting, Open, TestContext.Current.CancellationToken));
        }

        var exploration = FlowExploration.Of(
            new FlowMachine(flows, new FlowWorld { Hooks = (hook, request) => [hooks.Answer(hook, request)], HooksRead = true }),
            SystemFlows.Inbound,
            "VOICE");

        Assert.Contains("inbound/announce-trouble", exploration.Blocks);
        Assert.Contains("inbound/closed", exploration.Blocks);
        Assert.DoesNotContain(exploration.Ends.Keys, static end => end.Kind == FlowEndKind.Queue);
    }
}
