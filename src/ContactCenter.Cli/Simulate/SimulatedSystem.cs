using ContactCenter.Core.Configuration;
using ContactCenter.Core.Contacts.Service;
using ContactCenter.Core.Deployment;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Monitoring.Catalog;
using ContactCenter.Core.Monitoring.Parsing;
using ContactCenter.Core.Monitoring.Plan;
using ContactCenter.Simulation;
using ContactCenter.Simulation.Center;
using ContactCenter.Simulation.Center.Description;
using ContactCenter.Simulation.Evaluation;
using ContactCenter.Simulation.Scenarios;

namespace ContactCenter.Cli.Simulate;

/// <summary>
/// The embedded system looking after a simulated center: alarms come in as the events that would reach the functions, messages go to
/// simulated people, repairs go back to the center. Everything on the center's clock.
/// </summary>
internal sealed class SimulatedSystem
{
    private readonly ContactCenterSimulation _center;
    private readonly IncidentPipeline _pipeline;
    private readonly SimulatedInbox _inbox;
    private readonly SimulatedRemediations _repairs;
    private readonly ServiceCheck _check;
    private OpenIncidents _troubles = OpenIncidents.None;

    public SimulatedSystem(ContactCenterConfiguration configuration, Scenario scenario, long seed)
    {
        var alarms = AlarmPlan.For(configuration, AlarmCatalog.Default).ToArray();
        var source = new AlarmSource { AccountId = configuration.Instance.AccountId, Region = configuration.Instance.Region };
        _center = new ContactCenterSimulation(scenario, CenterDescription.Of(Names(configuration)), alarms, seed, source);
        _pipeline = new IncidentDesk(configuration, Store).Pipeline;
        _inbox = new SimulatedInbox(seed);
        _repairs = new SimulatedRemediations(_center, configuration);
        _check = new ServiceCheck(configuration);

        // what the hook CheckService would tell each contact
        _center.AskBefore(contact => _check.Check(new ServiceNeed(null, null, [], null, contact), _troubles).Skip);
    }

    /// <summary>The incidents.</summary>
    public InMemoryIncidentStore Store { get; } = new();

    /// <summary>When the scenario starts.</summary>
    public DateTimeOffset Start => _center.Start;

    /// <summary>What the center amounts to so far.</summary>
    public SimulationTotals Totals => _center.Totals;

    /// <summary>Messages by the address that they went to.</summary>
    public IReadOnlyDictionary<string, int> Messages => _inbox.Messages;

    /// <summary>What was repaired, in sentences.</summary>
    public IReadOnlyList<string> Remediations => _repairs.Log;

    /// <summary>Lets a minute pass.</summary>
    public async ValueTask<SimulatedMinute> AdvanceAsync(CancellationToken cancellationToken)
    {
        _troubles = await OpenIncidents.ReadAsync(Store, cancellationToken);
        var report = _center.Advance();
        var moments = new List<SimulatedMoment>();
        await CatchUpAsync(report.At, moments, cancellationToken);
        foreach (var alarm in report.AlarmEvents)
        {
            foreach (var input in AlarmParser.Parse(alarm.Json, report.At))
            {
                var outcome = await _pipeline.ReceiveAsync(input, report.At, cancellationToken);
                Take(new SimulatedMoment(report.At, outcome.Decision, outcome.Alarm), moments);
            }
        }

        foreach (var (incidentId, repaired) in await _repairs.RunAsync(report.At, cancellationToken))
        {
            if (await _pipeline.ActAsync(incidentId, repaired, report.At, cancellationToken) is { } decision)
            {
                Take(new SimulatedMoment(report.At, decision), moments);
            }
        }

        return new SimulatedMinute(report, moments);
    }

    /// <summary>Deadlines and people's actions up to a time, in order.</summary>
    private async ValueTask CatchUpAsync(DateTimeOffset until, List<SimulatedMoment> moments, CancellationToken cancellationToken)
    {
        while (true)
        {
            var due = Store.NextDueAt ?? DateTimeOffset.MaxValue;
            var acts = _inbox.NextAt ?? DateTimeOffset.MaxValue;
            if (due > until && acts > until)
            {
                return;
            }

            if (acts <= due)
            {
                var (incidentId, person, at) = _inbox.Next();
                if (!await IsTakenAsync(incidentId, cancellationToken) && await _pipeline.ActAsync(incidentId, new PersonActed(Core.Incidents.PersonAction.Acknowledge, person), at, cancellationToken) is { } decision)
                {
                    Take(new SimulatedMoment(at, decision, Person: person), moments);
                }
            }
            else
            {
                foreach (var decision in await _pipeline.AdvanceAsync(due, cancellationToken: cancellationToken))
                {
                    Take(new SimulatedMoment(due, decision), moments);
                }
            }
        }
    }

    /// <summary>Who opens the message and sees that somebody has it leaves it to them.</summary>
    private async ValueTask<bool> IsTakenAsync(string incidentId, CancellationToken cancellationToken) =>
        (await Store.FindAsync(incidentId, cancellationToken))?.Incident is { Acknowledgement: not null } or { IsActive: false };

    private void Take(SimulatedMoment moment, List<SimulatedMoment> moments)
    {
        moments.Add(moment);
        foreach (var message in moment.Decision.Effects.OfType<NotifyEffect>())
        {
            _inbox.Deliver(message);
        }

        foreach (var repair in moment.Decision.Effects.OfType<RemediateEffect>())
        {
            _repairs.Ask(repair);
        }
    }

    private static CenterNames Names(ContactCenterConfiguration configuration) => new()
    {
        InstanceId = configuration.Instance.Id,
        TimeZone = TimeZoneInfo.FindSystemTimeZoneById(configuration.TimeZone),
        Queues = [.. configuration.Queues.Select(queue => queue.Name)],
        Flows = [.. configuration.ContactFlows.Select(flow => flow.Name)],
        Functions = [.. DeploymentNames.FlowFunctions(configuration)],
        Hooks = SystemFunctions.For(configuration).Where(static function => function.IsHook).ToDictionary(
            DeploymentNames.Of(configuration).Function,
            function => function == SystemFunctions.LookUpCustomer ? configuration.Crm?.Api : null,
            StringComparer.Ordinal),
        HookBudgetMilliseconds = configuration.Crm?.BudgetMilliseconds ?? CrmSettings.UsualBudgetMilliseconds,
        OwnFlows = configuration.Flows is null ? [] : [DeploymentNames.Of(configuration).Flow(SystemFlows.Inbound)],
        Bots = [.. configuration.Bots.Select(bot => new BotDescription(bot.Name, bot.BotId, bot.AliasId, bot.Locale))],
        Tables = [.. configuration.Tables.Select(table => (table.Name, table.Indexes))],
        Apis = [.. configuration.Apis.Select(api => api.Name)],
        RoutingProfiles = [.. configuration.RoutingProfiles.Select(profile => profile.Name)],
    };
}
