using System.Text.Json.Nodes;
using ContactCenter.Core.Common;
using ContactCenter.Core.Deployment;
using ContactCenter.Infra.Tests.Flows.Simulation;

namespace ContactCenter.Infra.Tests.Flows;

/// <summary>The guide in which agents report what is wrong, with the hook that is deployed and with one that fails.</summary>
public sealed class AgentReportFlowTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 18, 11, 0, 0, TimeSpan.Zero);

    private readonly FlowSet _flows = new(FlowSamples.Get("bot-and-menu"));

    [Fact]
    public void What_an_agent_chooses_opens_an_incident_of_the_queue_and_the_agent_reads_which()
    {
        var hooks = new RealHooks(_flows.Configuration, Noon);

        var told = Report(hooks.Answer, "ann", "noAudio", "Billing");

        var incident = Assert.Single(hooks.Incidents.All);
        Assert.Equal(("Queue Billing, as people report", "no audio", Severity.P3), (incident.Subject, incident.Symptom, incident.Severity));
        Assert.Equal($"It is recorded: incident {incident.Id}, P3, owner operations.", told);
    }

    [Fact]
    public void Several_agents_are_one_incident_which_becomes_worse_and_each_reads_how_many_others_said_so()
    {
        var hooks = new RealHooks(_flows.Configuration, Noon);
        _ = Report(hooks.Answer, "ann", "noAudio", "Billing");
        _ = Report(hooks.Answer, "bob", "noAudio", "Billing");

        var told = Report(hooks.Answer, "cyd", "noAudio", "Billing");

        var incident = Assert.Single(hooks.Incidents.All);
        Assert.Equal($"2 others reported it: incident {incident.Id}, P2, owner operations.", told);
    }

    [Fact]
    public void What_customers_complain_about_is_written_and_stands_on_the_timeline()
    {
        var hooks = new RealHooks(_flows.Configuration, Noon);

        _ = Report(hooks.Answer, "ann", "customersComplain", "none");

        var incident = Assert.Single(hooks.Incidents.All);
        Assert.Equal("ann reports: I lost my card", incident.Description);
    }

    [Theory]
    [InlineData("bot-and-menu", "Nobody knows whether it is recorded, so tell somebody.")]
    [InlineData("bot-asked", "Ob es notiert ist, weiß niemand, also bitte jemandem sagen.")]
    public void When_the_hook_is_slow_or_gives_no_answer_the_agent_reads_that_nobody_may_know(string sample, string expected)
    {
        var flows = new FlowSet(FlowSamples.Get(sample));
        var hooks = new RealHooks(flows.Configuration, Noon);

        Assert.Equal(expected, Report(flows, hooks.Prepared, "ann", "noAudio", "Billing"));
        Assert.Equal(expected, Report(flows, static (_, _) => null, "ann", "noAudio", "Billing"));
    }

    [Theory]
    [InlineData("bot-and-menu")]
    [InlineData("bot-asked")]
    public void Whatever_fails_an_agent_who_has_chosen_something_and_does_not_go_back_is_told(string sample)
    {
        var flows = new FlowSet(FlowSamples.Get(sample));
        var machine = new FlowMachine(flows, new FlowWorld
        {
            Hooks = static (_, _) => ["""{"status":"known","incident":"7Q2M9KXA-1","answer":"It is known."}""", null, .. PlayedHooks.Garbage],
            ModulesFail = true,
            EverythingFails = true,
        });
        var ends = new HashSet<FlowEnd>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var open = new Queue<FlowState>([machine.Begin(SystemFlows.AgentReport, "CHAT") with { Block = "keep-what", Viewed = "noAudio" }]);
        while (open.TryDequeue(out var state))
        {
            foreach (var step in machine.Steps(state).Where(static step => !step.Branch.EndsWith(":Back", StringComparison.Ordinal)))
            {
                if (step.End is { } end)
                {
                    _ = ends.Add(end);
                }
                else if (seen.Add(machine.Key(step.State!)))
                {
                    open.Enqueue(step.State!);
                }
            }
        }

        Assert.Equal([FlowEndKind.PoliteEnd], ends.Select(static end => end.Kind));
        Assert.True(seen.Count > 10);
    }

    [Fact]
    public void An_agent_who_goes_back_or_does_nothing_reports_nothing()
    {
        var asked = 0;
        var machine = new FlowMachine(_flows, new FlowWorld { Hooks = (_, _) => [$"{asked++}"] });
        var first = machine.Begin(SystemFlows.AgentReport, "CHAT") with { Block = "what" };

        foreach (var label in new[] { "Back", "TimeLimitExceeded", "NoMatchingCondition" })
        {
            var step = machine.Steps(first).First(step => step.Branch == $"agent-report/what:{label}");
            Assert.Equal("end", step.State!.Block);
        }

        Assert.Equal(0, asked);
    }

    [Fact]
    public void The_views_say_what_they_need_in_the_form_that_exports_have()
    {
        var where = _flows.Blocks(SystemFlows.AgentReport)["where"]["Parameters"]!;

        Assert.Equal("""{"Id":"list","Version":"Latest"}""", where["ViewResource"]!.ToJsonString());
        var items = JsonNode.Parse((string)where["ViewData"]!["Items"]!)!.AsArray();
        Assert.Equal(
            ["none", .. _flows.Configuration.Queues.Where(static queue => queue.Id is not null).Select(static queue => queue.Name)],
            items.Select(static item => (string)item!["Id"]!));
    }

    [Fact]
    public void The_flows_of_contacts_show_the_guide_unless_it_is_reached_otherwise()
    {
        Assert.Contains("beside-the-contact", _flows.Blocks(SystemFlows.Inbound).Keys);
        Assert.Contains("beside-the-contact", _flows.Blocks(SystemFlows.Chat).Keys);
        Assert.DoesNotContain("beside-the-contact", new FlowSet(FlowSamples.Get("bot-asked")).Blocks(SystemFlows.Inbound).Keys);
        Assert.DoesNotContain("beside-the-contact", new FlowSet(FlowSamples.Get("bare")).Blocks(SystemFlows.Inbound).Keys);
    }

    private string Report(Func<string, JsonObject, string?> hooks, string agent, string kind, string queue) =>
        Report(_flows, hooks, agent, kind, queue);

    /// <summary>An agent goes through the guide; gives what is shown at the end.</summary>
    private static string Report(FlowSet flows, Func<string, JsonObject, string?> hooks, string agent, string kind, string queue)
    {
        var machine = new FlowMachine(flows, new FlowWorld { Hooks = (hook, request) => [hooks(hook, request)], AgentName = agent });
        var state = machine.Begin(SystemFlows.AgentReport, "CHAT");
        string? shown = null;
        while (true)
        {
            var steps = machine.Steps(state).ToArray();
            var wanted = state.Block switch { "what" => kind, "where" => queue, _ => "-" };
            var step = steps.FirstOrDefault(step => step.State?.Viewed == wanted) ?? steps[0];
            if (step.State is not { } next)
            {
                return shown!;
            }

            shown = next.Shown;
            state = next;
        }
    }
}
