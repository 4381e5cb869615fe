using System.CommandLine;
using System.Globalization;
using ContactCenter.Cli.History;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Learning.Reports;
using ContactCenter.Core.Learning.Routes;

namespace ContactCenter.Cli.Learning;

/// <summary>
/// <c>contactcenter advise routes</c>: which queue and which level solves contacts of a topic, and how loaded agent groups are.
/// </summary>
internal static class RoutesCommand
{
    public static Command Create()
    {
        var (config, endpoint, _) = StoredMemory.Common();
        var command = new Command("routes", Say.HelpRoutes) { endpoint, config };
        command.SetAction((parsed, cancellation) => StoredMemory.RunAsync(
            parsed.GetValue(config),
            parsed.GetValue(endpoint),
            async (memory, _) => Tell(
                await RouteAdviser.ReadAsync(
                    memory.Outcomes, memory.Numbers, memory.Configuration, TimeProvider.System.GetUtcNow(), cancellation),
                memory.Configuration),
            cancellation));
        return command;
    }

    internal static int Tell(RouteAdvice advice, ContactCenterConfiguration configuration)
    {
        foreach (var one in advice.Standings)
        {
            Console.WriteLine(Solved(one));
        }

        if (advice.Standings.IsEmpty)
        {
            Console.WriteLine(Say.RoutesNotCounted);
        }

        foreach (var group in advice.Groups)
        {
            Console.WriteLine(Loaded(group));
        }

        foreach (var proposal in advice.Proposals)
        {
            var (now, better) = (proposal.Now.Count, proposal.Better.Count);
            Console.WriteLine(proposal.IsLevel
                ? Say.RouteLevelBetter(proposal.Topic, now.Queue, $"{better.Level}", $"{now.Level}")
                : Say.RouteQueueBetter(proposal.Topic, better.Queue, now.Queue));
            Console.WriteLine($"  {Solved(proposal.Now)}");
            Console.WriteLine($"  {Solved(proposal.Better)}");
            Console.WriteLine($"  {proposal.Change}");
        }

        foreach (var level in advice.Levels)
        {
            TellLevel(level, configuration);
        }

        Console.WriteLine(advice.Proposals.IsEmpty
            ? Say.RoutesNothingBetter($"{RouteAdviser.MinimumContacts}")
            : Say.RoutesNoProof);
        return ExitCode.Done;
    }

    private static string Solved(RouteStanding one)
    {
        var count = one.Count;
        var where = count.Level is { } level ? Say.RouteAtLevel(count.Topic, count.Queue, $"{level}") : $"{count.Topic}, {count.Queue}";
        return one is { Solved.Value: { } share, Interval: { } interval }
            ? Say.RouteSolved(
                where, Percent(share), Percent(interval.Low), Percent(interval.High), $"{count.Known}", $"{count.Transferred}",
                $"{count.Contacts}", $"{count.Again}", one.Minutes.ToString("0.0", CultureInfo.InvariantCulture))
            : Say.RouteUnknown(where, $"{count.Contacts}", $"{count.Transferred}");
    }

    private static void TellLevel(LevelAdvice level, ContactCenterConfiguration configuration)
    {
        var difference = level.Difference is { } between
            ? Say.LevelDifference(Percent(between.Low), Percent(between.High))
            : Say.LevelNoDifference;
        Console.WriteLine(Say.LevelCompared(
            level.Topic, level.Skill, LevelOf(level.Has), Solved(level.Has), LevelOf(level.Next), Solved(level.Next), difference));
        switch (level.Verdict)
        {
            case LevelVerdict.Helps:
                Console.WriteLine($"  {(level.Agents is { } agents
                    ? Say.LevelAgents(LevelOf(level.Has), $"{agents}", level.Topic)
                    : Say.LevelHelps(LevelOf(level.Has)))}");
                Console.WriteLine(
                    "  " + Say.LevelCommand(
                        configuration.Instance.Id, configuration.Routing.SkillAttribute, level.Skill, $"{Math.Max(1, level.Has.From)}"));
                break;
            case LevelVerdict.IsNotNeeded:
                Console.WriteLine($"  {Say.LevelNotNeeded(LevelOf(level.Has), Percent(LevelAdviser.Margin))}");
                Console.WriteLine($"  {level.Change}");
                break;
            default:
                Console.WriteLine($"  {Say.LevelUnknown($"{RouteAdviser.MinimumContacts}", $"{CoachingSection.MinimumPeople}")}");
                break;
        }
    }

    private static string LevelOf(LevelStanding standing) => standing.From == 0 ? Say.LevelNone : Say.LevelFrom($"{standing.From}");

    private static string Solved(LevelStanding standing) => standing is { Solved.Value: { } share, Interval: { } interval }
        ? Say.LevelSolved(
            Percent(share), Percent(interval.Low), Percent(interval.High), $"{standing.Count.Known}",
            standing.Count.Agents < CoachingSection.MinimumPeople ? Say.LevelFewAgents : Say.LevelEnoughAgents)
        : Say.LevelNothing;

    private static string Loaded(GroupLoad group)
    {
        if (group.Occupancy is not { } occupancy)
        {
            return Say.GroupNobody(group.Profile);
        }

        var transfers = new Share(group.Transferred, group.Handled);
        var interval = ShareInterval.Of(transfers) ?? new ShareInterval(0, 0);
        return Say.GroupLoaded(
            group.Profile, Percent(occupancy), (group.StaffedSeconds / 3600.0).ToString("0", CultureInfo.InvariantCulture),
            $"{group.Handled}", Percent(transfers.Value ?? 0), Percent(interval.Low), Percent(interval.High));
    }

    private static string Percent(double share) => (100 * share).ToString("0.0", CultureInfo.InvariantCulture);
}
