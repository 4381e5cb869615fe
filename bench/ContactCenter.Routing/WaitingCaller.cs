using ContactCenter.Core.Contacts.Routing;

namespace ContactCenter.Routing;

/// <summary>A caller in a queue, or one who waits to be called back.</summary>
internal sealed record WaitingCaller(Caller Caller, Placement Placement, bool IsCallback)
{
    /// <summary>Whose turn it is: priority first, then time.</summary>
    public (int Level, double At) Turn => (Placement.Level, Caller.At - Placement.HeadStart);

    public bool HasGivenUp(int second) => !IsCallback && second - Caller.At >= Caller.Patience;

    /// <summary>Whether the step of the criteria that holds now is met by a team.</summary>
    public bool Takes(Team team, int second)
    {
        var left = second - Caller.At;
        foreach (var step in Placement.Criteria.Steps)
        {
            if (left < step.Seconds)
            {
                return step.Asked.All(one => IsMet(one, team));
            }

            left -= step.Seconds;
        }

        return true;
    }

    private static bool IsMet(Proficiency asked, Team team) => team.Levels.GetValueOrDefault(asked.Value) >= asked.Level;
}
