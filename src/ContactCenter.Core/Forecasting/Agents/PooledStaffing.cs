using System.Collections.Immutable;
using ContactCenter.Core.Forecasting.Volume;

namespace ContactCenter.Core.Forecasting.Agents;

/// <summary>What comes in a slot for one skill.</summary>
/// <param name="Skill">The skill, such as the name of a queue.</param>
/// <param name="Slot">What may come.</param>
/// <param name="Goal">What is to be reached.</param>
public sealed record SkillDemand(string Skill, ForecastSlot Slot, StaffingGoal Goal);

/// <summary>What one skill needs of the agents of a group.</summary>
/// <param name="Skill">The skill.</param>
/// <param name="Least">So many are busy with it: with fewer who have the skill its work is not done.</param>
/// <param name="Alone">So many reach its goal by themselves: who has only this skill, or takes it first.</param>
public sealed record SkillNeed(string Skill, int Least, int Alone);

/// <summary>
/// The agents of one group that answers several queues. Who answers whatever comes is free more often than who waits for one kind of
/// contact, so together fewer do than apart.
/// </summary>
/// <param name="Together">The agents, where each of them has every skill.</param>
/// <param name="Skills">What each skill needs of them, in the order of the demands.</param>
public sealed record PooledStaffing(SlotStaffing Together, ImmutableArray<SkillNeed> Skills)
{
    /// <summary>The agents, where each has one skill only.</summary>
    public int Apart => Skills.Sum(static skill => skill.Alone);

    /// <summary>The agents for what comes in a slot.</summary>
    /// <param name="demands">What comes, a demand for each skill; shrinkage and the length of the slot are those of the first.</param>
    /// <exception cref="ArgumentException">There is no demand.</exception>
    public static PooledStaffing Of(IReadOnlyList<SkillDemand> demands)
    {
        ArgumentNullException.ThrowIfNull(demands);
        if (demands.Count == 0)
        {
            throw new ArgumentException("A group answers at least one queue.", nameof(demands));
        }

        var (slot, goal) = Pooled(demands);
        return new(
            SlotStaffing.Of(slot, goal),
            [
                .. demands.Select(static one => Need(one, SlotStaffing.Of(one.Slot, one.Goal).Agents)),
            ]);
    }

    private static SkillNeed Need(SkillDemand one, int alone) => new(
        one.Skill, Math.Min(alone, (int)Math.Ceiling(Math.Round(one.Goal.Load(one.Slot.Expected) / one.Goal.MaximumOccupancy, 9))), alone);

    /// <summary>
    /// All of it as one queue, whose contacts take and wait as long as theirs do in the mean. A busy day is busy for all, so that the cases
    /// are added one by one.
    /// </summary>
    /// <param name="demands">What comes, at least one demand.</param>
    public static (ForecastSlot Slot, StaffingGoal Goal) Pooled(IReadOnlyList<SkillDemand> demands)
    {
        ArgumentNullException.ThrowIfNull(demands);
        if (demands.Count == 1)
        {
            return (demands[0].Slot, demands[0].Goal);
        }

        var contacts = demands.Sum(static one => one.Slot.Expected);
        var slot = new ForecastSlot(
            contacts,
            Sum(static one => one.Low90),
            Sum(static one => one.High90),
            Sum(static one => one.Low50),
            Sum(static one => one.High50),
            [.. Enumerable.Range(0, demands.Min(static one => one.Slot.Cases.Length)).Select(i => Sum(one => one.Cases[i]))]);
        return (slot, demands[0].Goal with
        {
            HandleSeconds = Mean(static goal => goal.HandleSeconds),
            PatienceSeconds = Mean(static goal => goal.PatienceSeconds),
            TargetSeconds = Mean(static goal => goal.TargetSeconds),
            ServiceLevel = Mean(static goal => goal.ServiceLevel),
        });

        double Sum(Func<ForecastSlot, double> of) => demands.Sum(one => of(one.Slot));

        // what is the same for all stays that to the last digit
        double Mean(Func<StaffingGoal, double> of) => contacts > 0 && demands.Any(one => of(one.Goal) != of(demands[0].Goal))
            ? demands.Sum(one => one.Slot.Expected * of(one.Goal)) / contacts
            : of(demands[0].Goal);
    }
}
