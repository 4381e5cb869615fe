using ContactCenter.Core.Common;
using ContactCenter.Core.Contacts.Queues;
using ContactCenter.Simulation.Center.Description;

namespace ContactCenter.Simulation.Center;

/// <summary>
/// Chats, tasks or e-mails that wait in a queue for agents of their own, in the hours of the queue; what comes at night waits for the
/// morning. In steps of a minute.
/// </summary>
internal sealed class DigitalLine
{
    private const int SecondsPerMinute = 60;

    /// <summary>Agents are planned for a load that leaves so much of their time free.</summary>
    private const double PlannedOccupancy = 0.7;

    private readonly Queue<long> _waiting = new();
    private readonly PriorityQueue<long, long> _busyUntil = new();
    private readonly SeededRandom _random;
    private readonly NumbersBook _numbers;
    private readonly FaultBoard _faults;
    private readonly string _queue;
    private readonly double _handleSeconds;
    private readonly double _perCall;
    private readonly int _agents;
    private int _present;

    public DigitalLine(
        ContactChannel channel, QueueDescription queue, CenterDescription center, NumbersBook numbers, FaultBoard faults, long seed)
    {
        _faults = faults;
        _queue = queue.Name;
        _numbers = numbers;
        Channel = channel;
        _random = new SeededRandom(seed, $"{channel} of {queue.Name}");
        _handleSeconds = channel switch { ContactChannel.Chat => 420, ContactChannel.Task => 240, _ => 300 };
        var share = queue.Share / center.Queues.Sum(static other => other.Share);
        _perCall = share * (channel == ContactChannel.Chat ? center.Traffic.ChatsPerCall : center.Traffic.TasksPerCall);

        // chats come as calls do and want an answer at once; the rest of a day is worked off over the day
        var peak = center.Traffic.CallsPerHour / 3600 * _perCall * _handleSeconds;
        _agents = channel == ContactChannel.Chat
            ? (int)Math.Ceiling(peak / PlannedOccupancy) + 2
            : (int)Math.Ceiling(peak / PlannedOccupancy) + 1;
    }

    public ContactChannel Channel { get; }

    /// <summary>A minute in which so many calls a second come.</summary>
    public void Advance(long second, double callsPerSecond, bool isOpen)
    {
        _present = isOpen ? (int)Math.Round(_agents * (1 - _faults.Share(FaultKind.ContactsLeft, Channel.ToString()))) : 0;
        if (isOpen || Channel != ContactChannel.Chat)
        {
            for (var arriving = _random.Poisson(callsPerSecond * _perCall * SecondsPerMinute); arriving > 0; arriving--)
            {
                _waiting.Enqueue(second);
            }
        }

        while (_busyUntil.TryPeek(out _, out var until) && until <= second)
        {
            _ = _busyUntil.Dequeue();
        }

        while (_busyUntil.Count < _present && _waiting.TryDequeue(out var enteredAt))
        {
            var end = second + (long)Math.Ceiling(_random.Exponential(_handleSeconds));
            _busyUntil.Enqueue(end, end);
            _numbers.Answer(_queue, Channel, enteredAt, second, end, isCallback: false);
        }
    }

    public ChannelFigures Figures(long second) => new()
    {
        Waiting = _waiting.Count,
        OldestSeconds = _waiting.TryPeek(out var since) ? second - since : 0,
        AgentsStaffed = _present,
        AgentsAvailable = Math.Max(0, _present - _busyUntil.Count),
    };
}
