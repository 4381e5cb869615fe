using System.Collections.Immutable;
using ContactCenter.Core.Configuration;

namespace ContactCenter.Core.Escalation;

/// <summary>Tells who is on call at a moment.</summary>
public sealed class OnCallSchedule
{
    /// <summary>In such steps a hand-over is looked for.</summary>
    private static readonly TimeSpan Step = TimeSpan.FromMinutes(15);

    private readonly TimeZoneInfo _zone;
    private readonly DateOnly _from;
    private readonly TimeOnly _handOver;
    private readonly int _days;
    private readonly ImmutableArray<OnCallParticipant> _participants;
    private readonly ImmutableArray<OnCallOverride> _overrides;
    private readonly ImmutableArray<Shift> _shifts;
    private readonly ImmutableArray<OnCallSwap> _swaps;

    /// <summary>The schedule of a configuration.</summary>
    /// <param name="settings">The settings.</param>
    /// <param name="timeZone">IANA name of the zone where the settings name none.</param>
    /// <param name="swaps">Who takes whose turns for a while; of two that overlap the later in the list counts. Null: nobody.</param>
    /// <exception cref="TimeZoneNotFoundException">There is no such time zone.</exception>
    public OnCallSchedule(OnCallSettings settings, string timeZone, IEnumerable<OnCallSwap>? swaps = null)
    {
        _swaps = [.. swaps ?? []];
        _zone = TimeZoneInfo.FindSystemTimeZoneById(settings.TimeZone ?? timeZone);
        _from = settings.From;
        _handOver = settings.HandOver;
        _days = settings.Days;
        _participants = [.. settings.Participants];
        _overrides = [.. settings.Overrides];
        _shifts =
        [
            .. settings.Shifts.Select(shift => new Shift(
                shift,
                shift.TimeZone is { } zone ? TimeZoneInfo.FindSystemTimeZoneById(zone) : _zone,
                [.. shift.Participants.Select(name => settings.Participants.First(one => one.Name == name))])),
        ];
    }

    /// <summary>Who is on call, or null before the first hand-over and when nobody takes turns.</summary>
    public OnCallTurn? At(DateTimeOffset at)
    {
        for (var i = _overrides.Length - 1; i >= 0; i--)
        {
            var turn = _overrides[i];
            if (turn.From <= at
                && at < turn.To
                && _participants.FirstOrDefault(candidate => candidate.Name == turn.Participant) is { } stand)
            {
                return new OnCallTurn(stand, turn.From, turn.To);
            }
        }

        return (InShift(at) ?? InRotation(at)) is { } usual ? Swapped(usual, at) : null;
    }

    /// <summary>
    /// The newest hand-over within a time before a moment, to the second; null: whoever is on call has been for longer. It is found by
    /// looking back in steps, so whatever ends a turn counts, be it the rotation, a shift, an override or a swap; a turn that is shorter
    /// than a step may be passed over.
    /// </summary>
    /// <param name="now">The moment.</param>
    /// <param name="within">How far to look back.</param>
    public HandOver? LastHandOver(DateTimeOffset now, TimeSpan within)
    {
        var current = At(now)?.Participant;
        for (var (later, earlier) = (now, now - Step); later > now - within; (later, earlier) = (earlier, earlier - Step))
        {
            if (At(earlier)?.Participant == current)
            {
                continue;
            }

            while (later - earlier > TimeSpan.FromSeconds(1))
            {
                var middle = earlier + ((later - earlier) / 2);
                (earlier, later) = At(middle)?.Participant == current ? (earlier, middle) : (middle, later);
            }

            var at = DateTimeOffset.FromUnixTimeSeconds(later.ToUnixTimeSeconds());
            return At(at - TimeSpan.FromSeconds(1)) is var before && before?.Participant == current
                ? null
                : new HandOver(at, before, At(now));
        }

        return null;
    }

    /// <summary>A turn as it is after a swap; an override counts before it.</summary>
    private OnCallTurn Swapped(OnCallTurn turn, DateTimeOffset at)
    {
        for (var i = _swaps.Length - 1; i >= 0; i--)
        {
            var swap = _swaps[i];
            if (swap.From <= at && at < swap.To && swap.Instead(turn.Participant.Name) is { } other)
            {
                return _participants.FirstOrDefault(candidate => candidate.Name == other) is { } stand
                    ? new OnCallTurn(stand, turn.From > swap.From ? turn.From : swap.From, turn.To < swap.To ? turn.To : swap.To)
                    : turn;
            }
        }

        return turn;
    }

    private OnCallTurn? InRotation(DateTimeOffset at)
    {
        var day = LastHandOver(at);
        if (_participants.IsEmpty || day < _from)
        {
            return null;
        }

        var turns = (day.DayNumber - _from.DayNumber) / _days;
        var first = _from.AddDays(turns * _days);
        return new OnCallTurn(
            _participants[turns % _participants.Length], HandOverOn(first), HandOverOn(first.AddDays(_days)));
    }

    /// <summary>Who takes the shift that a moment is in: days of turns are counted by the day on which the shift begins.</summary>
    private OnCallTurn? InShift(DateTimeOffset at)
    {
        foreach (var shift in _shifts)
        {
            var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, shift.Zone).DateTime);
            foreach (var day in (ReadOnlySpan<DateOnly>)[today, today.AddDays(-1)])
            {
                var (from, to) = (shift.Settings.From, shift.Settings.To);
                var begin = MomentOf(day.ToDateTime(from), shift.Zone);
                var end = MomentOf((to > from ? day : day.AddDays(1)).ToDateTime(to), shift.Zone);
                if (at >= begin
                    && at < end
                    && day >= _from
                    && (shift.Settings.Days.Count == 0 || shift.Settings.Days.Contains(day.DayOfWeek)))
                {
                    var turns = (day.DayNumber - _from.DayNumber) / _days;
                    return new OnCallTurn(shift.Participants[turns % shift.Participants.Length], begin, end);
                }
            }
        }

        return null;
    }

    private DateTimeOffset HandOverOn(DateOnly day) => MomentOf(day.ToDateTime(_handOver), _zone);

    /// <summary>
    /// The day of the newest possible hand-over. Moments are compared, not clock readings: in the hour that daylight saving repeats the
    /// clock shows a time before the hand-over again, and nobody hands back.
    /// </summary>
    private DateOnly LastHandOver(DateTimeOffset at)
    {
        var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, _zone).DateTime).AddDays(1);
        while (HandOverOn(day) > at)
        {
            day = day.AddDays(-1);
        }

        return day;
    }

    /// <summary>
    /// The moment of a time on the wall. Of a time that comes twice it is the first; a time that is left out counts as the end of the gap.
    /// </summary>
    private static DateTimeOffset MomentOf(DateTime local, TimeZoneInfo zone)
    {
        if (zone.IsInvalidTime(local))
        {
            // the offset before the gap puts the time as far behind its begin as it was into it; the gap ends where the offset changes
            var inside = new DateTimeOffset(local, zone.GetUtcOffset(local.AddDays(-1)));
            return EndOfGap(inside, zone);
        }

        var offset = zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset);
    }

    /// <summary>The moment at which the clock jumped over the gap, found by halving down to the second.</summary>
    private static DateTimeOffset EndOfGap(DateTimeOffset inside, TimeZoneInfo zone)
    {
        var (before, after) = (inside.AddDays(-1), inside);
        var offset = zone.GetUtcOffset(before);
        while (after - before > TimeSpan.FromSeconds(1))
        {
            var middle = before + ((after - before) / 2);
            (before, after) = zone.GetUtcOffset(middle) == offset ? (middle, after) : (before, middle);
        }

        return DateTimeOffset.FromUnixTimeSeconds(after.ToUnixTimeSeconds());
    }

    /// <summary>A shift with what its names stand for.</summary>
    private sealed record Shift(OnCallShift Settings, TimeZoneInfo Zone, ImmutableArray<OnCallParticipant> Participants);
}

/// <summary>Somebody is on call, half-open: from <paramref name="From"/> until just before <paramref name="To"/>.</summary>
/// <param name="Participant">Who.</param>
/// <param name="From">When the turn began.</param>
/// <param name="To">When it ends, unless an override ends it earlier.</param>
public sealed record OnCallTurn(OnCallParticipant Participant, DateTimeOffset From, DateTimeOffset To);

/// <summary>One goes and another comes.</summary>
/// <param name="At">When.</param>
/// <param name="Before">The turn that ended, or null: nobody was on call.</param>
/// <param name="After">The turn that began, or null: nobody is.</param>
public sealed record HandOver(DateTimeOffset At, OnCallTurn? Before, OnCallTurn? After);

/// <summary>Two take each other's turns for a while, half-open.</summary>
/// <param name="From">Begin.</param>
/// <param name="To">End.</param>
/// <param name="First">Name of one participant.</param>
/// <param name="Second">Name of the other.</param>
public sealed record OnCallSwap(DateTimeOffset From, DateTimeOffset To, string First, string Second)
{
    /// <summary>Who takes the turn of a participant; null: they do.</summary>
    public string? Instead(string participant) => participant == First ? Second : participant == Second ? First : null;
}
