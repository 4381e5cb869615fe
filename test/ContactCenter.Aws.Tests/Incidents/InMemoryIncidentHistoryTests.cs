using ContactCenter.Core.Incidents.History;
using ContactCenter.Simulation.Stores;

namespace ContactCenter.Aws.Tests.Incidents;

/// <summary>The contracts, kept in memory.</summary>
public sealed class InMemoryIncidentHistoryTests : IncidentHistoryContract
{
    protected override ValueTask<IIncidentHistory> HistoryAsync() =>
        ValueTask.FromResult<IIncidentHistory>(new InMemoryIncidentHistory());
}

/// <summary>The contract, kept in memory.</summary>
public sealed class InMemoryAlarmHistoryTests : AlarmHistoryContract
{
    protected override ValueTask<IAlarmHistory> HistoryAsync() => ValueTask.FromResult<IAlarmHistory>(new InMemoryAlarmHistory());
}
