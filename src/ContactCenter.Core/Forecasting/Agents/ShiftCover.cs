namespace ContactCenter.Core.Forecasting.Agents;

/// <summary>A shift that people can be asked to work.</summary>
/// <param name="Slots">How many slots it is long, 1 or more.</param>
/// <param name="First">The first slot of a day in which it may begin, from 0.</param>
/// <param name="Last">The last one.</param>
public sealed record ShiftPattern(int Slots, int First, int Last);

/// <summary>A shift with the people who work it.</summary>
/// <param name="Begin">The slot in which it begins, counted from the first that was asked for.</param>
/// <param name="Slots">How many slots it is long; its end may lie behind the last slot.</param>
/// <param name="People">How many people.</param>
public readonly record struct PlannedShift(int Begin, int Slots, int People);

/// <summary>Shifts that cover what is needed.</summary>
/// <param name="Shifts">The shifts, in order.</param>
/// <param name="Uncovered">Slots in which people are needed and no pattern may begin early enough.</param>
public sealed record ShiftCover(IReadOnlyList<PlannedShift> Shifts, IReadOnlyList<int> Uncovered)
{
    /// <summary>Of two plans with the same hours, that with fewer people.</summary>
    private const int CostOfSlot = 1000;

    private const long Far = long.MaxValue / 4;

    /// <summary>
    /// The shifts with the fewest paid hours that have at least as many people there as are needed in each slot. A shift is a stretch
    /// without a hole, so the conditions of two slots that follow each other differ by who begins and who ends, which is a flow through a
    /// network, and its cheapest is found exactly, in whole people (Dantzig 1954; Veinott and Wagner 1962). Breaks are within the needed:
    /// they count people who are paid.
    /// </summary>
    /// <param name="needed">People who are needed in each slot.</param>
    /// <param name="patterns">The shifts that there are.</param>
    /// <param name="slotsOfDay">Slots of a day; the first slot that is asked for begins a day.</param>
    public static ShiftCover Of(IReadOnlyList<int> needed, IReadOnlyList<ShiftPattern> patterns, int slotsOfDay)
    {
        ArgumentNullException.ThrowIfNull(needed);
        ArgumentNullException.ThrowIfNull(patterns);
        ArgumentOutOfRangeException.ThrowIfLessThan(slotsOfDay, 1);
        var network = new Network(needed.Count + 1);
        var starts = new List<(int Begin, int Slots, int Arc)>();
        var isCovered = new bool[needed.Count];
        foreach (var pattern in patterns)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(pattern.Slots, 1, nameof(patterns));
            for (var begin = 0; begin < needed.Count; begin++)
            {
                if (begin % slotsOfDay >= pattern.First && begin % slotsOfDay <= pattern.Last)
                {
                    var end = Math.Min(begin + pattern.Slots, needed.Count);
                    starts.Add((begin, pattern.Slots, network.Add(begin, end, (pattern.Slots * CostOfSlot) + 1)));
                    Array.Fill(isCovered, true, begin, end - begin);
                }
            }
        }

        // who is there without being needed costs nothing more
        for (var slot = 0; slot < needed.Count; slot++)
        {
            network.Add(slot + 1, slot, 0);
        }

        var before = 0;
        for (var slot = 0; slot <= needed.Count; slot++)
        {
            var people = slot < needed.Count && isCovered[slot] ? needed[slot] : 0;
            network.Supply[slot] = people - before;
            before = people;
        }

        network.Ship();
        return new(
            [
                .. starts.Select(start => new PlannedShift(start.Begin, start.Slots, network.Flow(start.Arc)))
                    .Where(static shift => shift.People > 0).OrderBy(static shift => shift.Begin).ThenBy(static shift => shift.Slots),
            ],
            [.. Enumerable.Range(0, needed.Count).Where(slot => needed[slot] > 0 && !isCovered[slot])]);
    }

    /// <summary>Arcs without a limit, each with its way back: the cheapest flow by ever next shortest paths.</summary>
    private sealed class Network(int nodes)
    {
        private readonly List<(int From, int To, int Cost, int Room)> _arcs = [];
        private readonly List<int>[] _out = [.. Enumerable.Range(0, nodes).Select(static _ => new List<int>())];

        /// <summary>What each node has to give; less than 0: what it wants.</summary>
        public int[] Supply { get; } = new int[nodes];

        public int Add(int from, int to, int cost)
        {
            _arcs.Add((from, to, cost, int.MaxValue));
            _arcs.Add((to, from, -cost, 0));
            _out[from].Add(_arcs.Count - 2);
            _out[to].Add(_arcs.Count - 1);
            return _arcs.Count - 2;
        }

        public int Flow(int arc) => _arcs[arc + 1].Room;

        public void Ship()
        {
            while (Array.Exists(Supply, static give => give > 0))
            {
                var (distance, by) = Distances();
                var end = Enumerable.Range(0, nodes).Where(node => Supply[node] < 0).MinBy(node => distance[node]);
                var amount = -Supply[end];
                var begin = end;
                for (; by[begin] >= 0; begin = _arcs[by[begin]].From)
                {
                    amount = Math.Min(amount, _arcs[by[begin]].Room);
                }

                amount = Math.Min(amount, Supply[begin]);
                for (var node = end; by[node] >= 0; node = _arcs[by[node]].From)
                {
                    Change(by[node], -amount);
                    Change(by[node] ^ 1, amount);
                }

                Supply[begin] -= amount;
                Supply[end] += amount;
            }
        }

        private void Change(int arc, int by)
        {
            if (_arcs[arc].Room != int.MaxValue)
            {
                _arcs[arc] = _arcs[arc] with { Room = _arcs[arc].Room + by };
            }
        }

        /// <summary>How far each node is from one that has something to give, and by which arc one comes there; -1: by none.</summary>
        private (long[] Distance, int[] By) Distances()
        {
            var (distance, by, isWaiting) = (new long[nodes], new int[nodes], new bool[nodes]);
            Array.Fill(distance, Far);
            Array.Fill(by, -1);
            var waiting = new Queue<int>();
            for (var node = 0; node < nodes; node++)
            {
                if (Supply[node] > 0)
                {
                    (distance[node], isWaiting[node]) = (0, true);
                    waiting.Enqueue(node);
                }
            }

            while (waiting.TryDequeue(out var node))
            {
                isWaiting[node] = false;
                foreach (var arc in _out[node])
                {
                    var (_, to, cost, room) = _arcs[arc];
                    if (room > 0 && distance[node] + cost < distance[to])
                    {
                        (distance[to], by[to]) = (distance[node] + cost, arc);
                        if (!isWaiting[to])
                        {
                            isWaiting[to] = true;
                            waiting.Enqueue(to);
                        }
                    }
                }
            }

            return (distance, by);
        }
    }
}
