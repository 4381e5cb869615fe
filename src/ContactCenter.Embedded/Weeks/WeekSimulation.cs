using ContactCenter.Core.Common;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Monitoring.Plan;
using ContactCenter.Embedded.World;
using ContactCenter.Simulation;
using ContactCenter.Simulation.Center.Description;
using ContactCenter.Simulation.Evaluation;
using ContactCenter.Simulation.Scenarios;

namespace ContactCenter.Embedded.Weeks;

/// <summary>
/// Plays a scenario with planted faults through the deployed functions, many times, and holds what is promised: nobody is woken up but for
/// what was planted, every fault is told in time, and who takes a P1 that lasts does not keep the others out. Meanwhile people decide what
/// holds for a while, and every act of theirs has its author, is heard, and is undone.
/// </summary>
/// <param name="configuration">The center, checked; its thresholds hold as they are.</param>
/// <param name="told">What happens.</param>
public sealed class WeekSimulation(ContactCenterConfiguration configuration, Scenario told)
{
    /// <summary>Without what no alarm of this center could tell.</summary>
    private readonly Scenario _scenario = told with { Planted = [.. Tellable(configuration, told)] };

    /// <summary>The clock looks once a minute.</summary>
    private static readonly TimeSpan ClockStep = TimeSpan.FromMinutes(1);

    /// <summary>Every seed is somewhere else: east and west, with half hours, and where the week begins on another day of UTC.</summary>
    private static readonly string[] TimeZones =
        ["Europe/Berlin", "America/New_York", "Asia/Kolkata", "Australia/Sydney", "America/Los_Angeles"];

    private readonly Lazy<AnomalyModel> _normal = new(() => Learn(configuration with { TimeZone = "UTC" }, told));

    /// <summary>Plays it once.</summary>
    /// <param name="seed">Everything that chance decides follows from it, and where the center is.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<WeekReport> RunAsync(long seed, CancellationToken cancellationToken)
    {
        var zone = TimeZones[(int)(((seed % TimeZones.Length) + TimeZones.Length) % TimeZones.Length)];
        var time = TimeZoneInfo.FindSystemTimeZoneById(zone);
        var later = -(int)time.GetUtcOffset(_scenario.StartLocal).TotalMinutes;
        using var system = new SimulatedSystem(
            configuration with { TimeZone = zone, Api = WeekPeople.Access }, _scenario, seed, _normal.Value.Later(later));
        var book = new WeekBook(_scenario, system.Start, time);
        var people = new WeekPeople(configuration, system);
        for (var minute = 0; minute < _scenario.Length.TotalMinutes; minute++)
        {
            book.Read((await system.AdvanceAsync(cancellationToken)).Moments);
            await people.ActAsync(system.Start + TimeSpan.FromMinutes(minute + 1));
        }

        return new WeekReport(
            seed, zone, [.. _scenario.Planted.SelectMany(fault => Of(fault, book, system))], book.FalsePages,
            system.Store.All.Count(incident => incident.Severity > Severity.P2 && !book.IsExpected(incident.OpenedAt)))
        {
            Answered = system.Totals.Last?.Total.Answered ?? 0,
            AlarmChanges = system.Totals.AlarmChanges,
            Acts = await people.ActsAsync(system.Start + _scenario.Length),
        };
    }

    private static IEnumerable<PlantedFault> Tellable(ContactCenterConfiguration configuration, Scenario told)
    {
        var known = AlarmPlan.For(configuration).Select(static alarm => alarm.Definition.Id).ToHashSet(StringComparer.Ordinal);
        return told.Planted
            .Select(fault => fault with { Promises = [.. fault.Promises.Where(promise => known.Contains(promise.Alarm))] })
            .Where(static fault => fault.Promises.Count > 0);
    }

    private IEnumerable<ToldFault> Of(PlantedFault fault, WeekBook book, SimulatedSystem system)
    {
        var told = fault.Promises.Select(promise => new ToldFault(promise.Alarm, promise.Within, book.After(fault, promise.Alarm)));
        return fault.Lasts ? told.Select((one, i) => i == 0 ? Lasting(one, fault, book, system) : one) : told;
    }

    private ToldFault Lasting(ToldFault answer, PlantedFault fault, WeekBook book, SimulatedSystem system)
    {

        // those who are due while it lasts, counted from when it was a P1
        var critical = system.Store.All.Where(incident => fault.Explains(incident.OpenedAt - system.Start))
            .Select(incident => (Incident: incident, Since: book.FirstP1(incident.Id))).Where(static one => one.Since is not null)
            .MinBy(static one => one.Since);
        if (critical.Incident is null)
        {
            return answer with { NotReached = [.. Unresolved.Select(static step => step.Audience)] };
        }

        var promised = critical.Incident.OpenedAt + configuration.Sla[Severity.P1].Resolve;
        var due = Unresolved
            .Select(step => (step.Audience, At: Later(critical.Since!.Value + step.After, IsSupport(step.Audience) ? promised : null)))
            .Where(step => step.At < system.Start + fault.Until)
            .ToArray();
        return answer with
        {
            NotReached =
            [
                .. due.Where(step => book.FirstTold(critical.Incident.Id, step.Audience) is not { } at || at > step.At + ClockStep)
                    .Select(static step => step.Audience)
            ],
            IsAcknowledged = critical.Incident.TimeToAcknowledge is { } taken
                && due.All(step => critical.Incident.OpenedAt + taken < step.At),
        };
    }

    private IReadOnlyList<EscalationStepSettings> Unresolved => configuration.Escalation[Severity.P1].Unresolved;

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset? other) => other > one ? other.Value : one;

    private bool IsSupport(string audience) => configuration.Audiences.GetValueOrDefault(audience) is { Count: > 0 } endpoints
        && endpoints.All(static endpoint => endpoint.Channel == Channel.Support);

    /// <summary>What is normal is the same everywhere, at another time of UTC.</summary>
    private static AnomalyModel Learn(ContactCenterConfiguration there, Scenario scenario) => ContactCenterSimulation.Learn(
        scenario, CenterDescription.Of(NamesOfCenter.Of(there)), [.. AlarmPlan.For(there)], seed: 1);
}
