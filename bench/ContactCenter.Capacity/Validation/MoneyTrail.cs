using ContactCenter.Core.Remediation.Capacity;
using ContactCenter.Simulation.DynamoDb;

namespace ContactCenter.Capacity.Validation;

/// <summary>Where the money and the requests of a run went.</summary>
/// <param name="Used">Share of the cost for units that were consumed.</param>
/// <param name="Room">Share for units above that, up to a quarter more than the quarter of an hour around needs.</param>
/// <param name="Waiting">The rest: capacity that waits to be lowered, or was raised to make ready.</param>
/// <param name="Blind">Of what was turned away, the share in the first four minutes of an episode: nobody can answer those.</param>
public sealed record MoneyTrail(double Used, double Room, double Waiting, double Blind)
{
    private const int Around = 7;
    private const double Quarter = 1.25;
    private const int BlindMinutes = 4;
    private const int EpisodeGap = 10;
    private const double SecondsOfMinute = 60;

    public static MoneyTrail Of(SimulatedTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        var (used, room, waiting, blind, away) = (0.0, 0.0, 0.0, 0.0, 0.0);
        foreach (var part in table.Parts)
        {
            var minutes = table.Minutes(part);
            foreach (var kind in Enum.GetValues<CapacityKind>())
            {
                var price = kind is CapacityKind.Read ? DynamoDbPrices.Default.ReadUnitHour : DynamoDbPrices.Default.WriteUnitHour;
                var (began, last) = (0, int.MinValue / 2);
                for (var i = 0; i < minutes.Count; i++)
                {
                    var minute = minutes[i][kind];
                    var consumed = minute.Consumed / SecondsOfMinute;
                    var level = 0.0;
                    for (var near = Math.Max(0, i - Around); near <= Math.Min(minutes.Count - 1, i + Around); near++)
                    {
                        level = Math.Max(level, minutes[near][kind].Consumed / SecondsOfMinute);
                    }

                    var provisioned = (double)minutes[i].Provisioned[kind];
                    used += price * Math.Min(consumed, provisioned);
                    room += price * Math.Max(0, Math.Min(provisioned, Quarter * level) - consumed);
                    waiting += price * Math.Max(0, provisioned - Math.Max(consumed, Quarter * level));
                    var turned = minute.Throttled.Total - minute.Throttled.KeyRange;
                    if (turned > 0)
                    {
                        began = i - last > EpisodeGap ? i : began;
                        last = i;
                        away += turned;
                        blind += i - began < BlindMinutes ? turned : 0;
                    }
                }
            }
        }

        var all = used + room + waiting;
        return new MoneyTrail(used / all, room / all, waiting / all, away > 0 ? blind / away : 0);
    }
}
