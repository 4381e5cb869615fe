using ContactCenter.Core.Configuration;
using ContactCenter.Core.Forecasting;

namespace ContactCenter.Routing;

/// <summary>
/// How many agents of each team are there: planned by Erlang C for what comes at that time of day on average, times a factor. Days
/// differ from their average, so some of them have too few.
/// </summary>
internal sealed class StaffPlan
{
    public const int ShiftSeconds = 1800;

    private readonly DateTimeOffset _start;
    private readonly Dictionary<(string Team, int Shift), int> _agents = [];

    public StaffPlan(CallTrace trace, RoutingSettings routing, double scale, double factor)
    {
        _start = trace.Bins[0].Start;
        foreach (var shift in trace.Bins.GroupBy(static bin => ShiftOf(bin.Start)))
        {
            var perSecond = shift.Average(static bin => bin.Calls) * scale / CallTrace.BinSeconds;
            foreach (var team in Team.All)
            {
                var load = perSecond * Callers.ShareOf(team.Name, routing) * Callers.MeanHandle;
                var needed = Staffing.RequiredAgents(load, Callers.MeanHandle, targetSeconds: 20, serviceLevel: 0.8, maximumOccupancy: 0.9);
                _agents[(team.Name, shift.Key)] = Math.Max(1, (int)Math.Round(needed * factor));
            }
        }
    }

    /// <summary>Agents of a team at a second; 0 at night.</summary>
    public int At(string team, int second) => _agents.GetValueOrDefault((team, ShiftOf(_start.AddSeconds(second))));

    private static int ShiftOf(DateTimeOffset at) => (int)(at.TimeOfDay.TotalSeconds / ShiftSeconds);
}
