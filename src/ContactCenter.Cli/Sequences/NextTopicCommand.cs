using System.CommandLine;
using System.Globalization;
using ContactCenter.Cli.History;
using ContactCenter.Language.Sequences;

namespace ContactCenter.Cli.Sequences;

/// <summary>
/// <c>contactcenter next-topic</c>: whether what customers were in touch about says what they will be in touch about next.
/// </summary>
internal static class NextTopicCommand
{
    /// <summary>More than any center has in a year.</summary>
    private const int MaximumRows = 5_000_000;

    public static Command Create()
    {
        var file = new Argument<string?>("file") { Description = Say.ArgumentTopics, Arity = ArgumentArity.ZeroOrOne };
        var after = new Option<string?>("--after") { Description = Say.OptionAfterTopics };
        var (config, endpoint, _) = StoredMemory.Common();
        var command = new Command("next-topic", Say.HelpNextTopic) { file, after, config, endpoint };
        command.SetAction((parsed, cancellation) => parsed.GetValue(file) is { } path
            ? Task.FromResult(Read(path) is { } histories ? Tell(histories, parsed.GetValue(after)) : ExitCode.Problems)
            : StoredMemory.RunAsync(
                parsed.GetValue(config),
                parsed.GetValue(endpoint),
                async (memory, _) => Tell(await memory.Topics.AllAsync(cancellation), parsed.GetValue(after)),
                cancellation));
        return command;
    }

    private static int Tell(IReadOnlyList<IReadOnlyList<string>> histories, string? after)
    {
        var judged = NextTopicJudgement.Of(histories);
        Console.WriteLine(Say.NextTopicJudged(
            $"{judged.Steps}", Percent(judged.RightByFrequency, judged.Steps), Percent(judged.RightByHistory, judged.Steps),
            judged.Chance.ToString("0.####", CultureInfo.InvariantCulture)));
        var (low, high) = judged.Interval;
        Console.WriteLine(Say.NextTopicDifference(
            Percent(judged.Difference, 1), Percent(low, 1), Percent(high, 1), $"{histories.Count}"));
        Console.WriteLine(judged.IsBetter ? Say.NextTopicWorth : Say.NextTopicWorthless);
        if (after is not null && judged.IsBetter
            && NextTopic.Learn(histories).After(after.Split(',', StringSplitOptions.TrimEntries)) is { } guess)
        {
            Console.WriteLine(Say.NextTopicLikely(guess.Topic, Percent(guess.Probability, 1)));
        }

        return ExitCode.Done;
    }

    /// <summary>The topics of each customer in the order of the file, or null after it was told why not.</summary>
    private static List<IReadOnlyList<string>>? Read(string path)
    {
        var byCustomer = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        try
        {
            using var reader = new StreamReader(InputFile.OpenUtf8(path));
            for (var number = 1; reader.ReadLine() is { } line; number++)
            {
                if (line.Split(',', StringSplitOptions.TrimEntries) is not [{ Length: > 0 } customer, { Length: > 0 } topic]
                    || number > MaximumRows)
                {
                    Console.Error.WriteLine(Say.TopicLineWrong(path, $"{number}"));
                    return null;
                }

                // the first line may name its columns
                if (number > 1 || (customer, topic) != ("customer", "topic"))
                {
                    if (!byCustomer.TryGetValue(customer, out var topics))
                    {
                        byCustomer.Add(customer, topics = []);
                    }

                    topics.Add(topic);
                }
            }

            return [.. byCustomer.Values];
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine(InputFile.Problem(path, failure));
            return null;
        }
    }

    private static string Percent(double part, double whole) =>
        (whole == 0 ? 0 : 100 * part / whole).ToString("0.0", CultureInfo.InvariantCulture);
}
