using ContactCenter.Core.Remediation.Capacity;
using static ContactCenter.Core.Tests.Remediation.Capacity.TableStates;

namespace ContactCenter.Functions.Tests.Remediation;

/// <summary>People move a range of Application Auto Scaling while a repair has it on lease.</summary>
public sealed class RangesOfPeopleTests
{
    private const string Schedule = """{"source":"aws.events","detail-type":"Scheduled Event","detail":{}}""";

    [Theory]
    [InlineData(1000)]
    [InlineData(700)]
    public async Task A_maximum_of_theirs_stays_the_incident_is_told_once_and_the_minimum_goes_back(long maximum)
    {
        var range = new ScalableTarget(10, 800);
        var desk = new HealCapacityDesk(now => Table(100, [.. Level(80), 400, 400], now: now).With(r => r with { ReadTarget = range }));
        await desk.AskAsync(await desk.OpenAsync());
        range = desk.Table.Changes[^1].Targets[0].Target with { Maximum = maximum };
        desk.Table.State = now => Table(120, Level(80), now: now).With(r => r with { ReadTarget = range });

        for (var i = 0; i < 3; i++)
        {
            desk.Clock.Advance(TimeSpan.FromMinutes(20));
            var before = desk.Table.Changes.Count;
            await desk.InvokeAsync(Schedule);
            range = desk.Table.Changes.Count > before ? desk.Table.Changes[^1].Targets[0].Target : range;
        }

        Assert.Equal(new ScalableTarget(10, maximum), range);
        Assert.Null((await desk.Leases.ReadAsync("customers", HealCapacityDesk.Stop)).Lease);
        Assert.Single(
            await desk.RepairsToldAsync(), static text => text.Contains("Somebody has changed a range", StringComparison.Ordinal));
    }
}
