using System.CommandLine;
using System.Globalization;
using ContactCenter.Cli.History;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Contacts.Complexity;
using ContactCenter.Core.Learning.Complexity;
using ContactCenter.Core.Learning.Reports;
using ContactCenter.Simulation.Learning;

namespace ContactCenter.Cli.Learning;

/// <summary><c>contactcenter advise complexity</c>: how difficult contacts are by history, beside the rule.</summary>
internal static class ComplexityCommand
{
    private const int MaximumSeeds = 1000;
    private static readonly int[] Sizes = [50, 200, 1000];

    public static Command Create()
    {
        var planted = new Option<int?>("--planted") { Description = Say.OptionPlantedComplexity };
        planted.Validators.Add(static result =>
        {
            if (result.TryRead<int?>(out var seeds) && seeds is < 1 or > MaximumSeeds)
            {
                result.AddError(Say.SeedsWrong($"{seeds}"));
            }
        });
        var (config, endpoint, _) = StoredMemory.Common();
        var command = new Command("complexity", Say.HelpComplexity) { planted, endpoint, config };
        command.SetAction((parsed, cancellation) => parsed.GetValue(planted) is { } seeds
            ? Task.FromResult(Measure(seeds))
            : StoredMemory.RunAsync(
                parsed.GetValue(config),
                parsed.GetValue(endpoint),
                async (memory, _) =>
                {
                    var now = TimeProvider.System.GetUtcNow();
                    var from = DateOnly.FromDateTime(now.UtcDateTime).AddDays(-ComplexityLearner.Days);
                    return Tell(
                        ComplexityLearner.Advise(
                            await memory.Outcomes.SinceAsync(from, cancellation), memory.Configuration.Topics.Complexity, now),
                        memory.Configuration.Routing);
                },
                cancellation));
        return command;
    }

    /// <summary>Says what history has of it.</summary>
    internal static int Tell(ComplexityAdvice advice, RoutingSettings routing)
    {
        foreach (var topic in advice.Topics)
        {
            Console.WriteLine(topic is { Effort: { } effort, Learned: { } level }
                ? Say.ComplexityTopic(
                    topic.Topic, LevelOf(level), LevelOf(topic.Rule), Number(effort.Value), Number(effort.Interval.Low),
                    Number(effort.Interval.High), $"{topic.Contacts}", Minutes(topic), Percent(topic.Transferred), Percent(topic.Again))
                : Say.ComplexityFew(
                    topic.Topic, LevelOf(topic.Rule), $"{topic.Contacts}", Minutes(topic), Percent(topic.Transferred),
                    Percent(topic.Again)));
        }

        if (advice.Learned is not { } learned)
        {
            Console.WriteLine(Say.ComplexityTooFew(
                $"{ComplexityLearner.MinimumDays}", $"{ComplexityLearner.JudgingDays}", $"{ComplexityLearner.MinimumContacts}"));
            return ExitCode.Done;
        }

        foreach (var (name, change) in learned.Traits.OrderBy(static trait => trait.Key, StringComparer.Ordinal))
        {
            Console.WriteLine(Say.ComplexityTrait(
                TraitOf(name), Number(change.Value), Number(change.Interval.Low), Number(change.Interval.High), $"{change.Contacts}"));
        }

        Console.WriteLine(Say.ComplexityEffort(Number(learned.Average)));
        if (learned.SimpleBelow > double.MinValue)
        {
            Console.WriteLine(Say.ComplexitySimple(Number(learned.SimpleBelow)));
        }

        if (learned.DifficultFrom < double.MaxValue)
        {
            Console.WriteLine(Say.ComplexityDifficult(Number(learned.DifficultFrom)));
        }

        var judged = learned.Judged;
        Console.WriteLine(Say.ComplexityJudged(
            $"{judged.Contacts}", $"{ComplexityLearner.JudgingDays}", Number(judged.LearnedError), Number(judged.RuleError),
            judged.GainLow is { } low ? Number(low) : "?", judged.GainHigh is { } high ? Number(high) : "?"));
        Console.WriteLine(!judged.IsBetter ? Say.ComplexityRuleStays
            : routing.LearnsComplexity ? Say.ComplexityCounts : Say.ComplexityCould);
        return ExitCode.Done;
    }

    private static int Measure(int seeds)
    {
        foreach (var size in Sizes)
        {
            var held = Enumerable.Range(1, seeds).Select(seed => PlantedComplexity.Try(seed, size)).ToArray();
            var (rule, history) = (Shares(held, static one => one.ByRule), Shares(held, static one => one.ByHistory));
            Console.WriteLine(Say.ComplexityPlanted(
                $"{size}", $"{seeds}", Percent(rule[seeds / 2]), Percent(rule[0]), Percent(history[seeds / 2]), Percent(history[0]),
                $"{held.Count(static one => one.Counts)}", $"{held.Count(static one => one.ByHistory < one.ByRule)}"));
            var usual = Enumerable.Range(1, seeds).Select(seed => PlantedComplexity.Try(seed, size, isPlanted: false)).ToArray();
            Console.WriteLine(Say.ComplexityByChance(
                $"{size}", $"{usual.Count(static one => one.ByHistory < one.ByRule)}", $"{seeds}"));
        }

        return ExitCode.Done;
    }

    private static double[] Shares(PlantedComplexity.Held[] held, Func<PlantedComplexity.Held, int> right) =>
        [.. held.Select(one => (double)right(one) / one.Contacts).Order()];

    private static string LevelOf(string level) => level switch
    {
        ContactComplexity.Simple => Say.ComplexityIsSimple,
        ContactComplexity.Usual => Say.ComplexityIsUsual,
        ContactComplexity.Difficult => Say.ComplexityIsDifficult,
        _ => level,
    };

    // which a file may have been told by another version of the program
    private static string TraitOf(string name) => name.Split(' ') switch
    {
        [ContactTraits.OfChannel, var channel] => Say.TraitChannel(channel),
        [ContactTraits.OfLanguage, var language] => Say.TraitLanguage(language),
        _ => name switch
        {
            ContactTraits.Several => Say.TraitSeveral,
            ContactTraits.One => Say.TraitOne,
            ContactTraits.Before => Say.TraitBefore,
            ContactTraits.NotBefore => Say.TraitNotBefore,
            _ => name,
        },
    };

    private static string Minutes(TopicComplexity topic) => topic.Minutes.ToString("0.0", CultureInfo.InvariantCulture);

    private static string Percent(Share share) => Percent(share.Value ?? 0);

    private static string Percent(double share) => (100 * share).ToString("0.0", CultureInfo.InvariantCulture);

    private static string Number(double value) => value.ToString("0.00", CultureInfo.InvariantCulture);
}
