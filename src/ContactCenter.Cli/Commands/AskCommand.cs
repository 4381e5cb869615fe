using System.CommandLine;
using System.Text.Json;
using ContactCenter.Cli.Embedding;
using ContactCenter.Cli.Knowledge;
using ContactCenter.Core.Configuration;
using ContactCenter.Language.Embedding;
using ContactCenter.Language.Knowledge;

namespace ContactCenter.Cli.Commands;

/// <summary><c>contactcenter ask</c>: what self-service would answer.</summary>
internal static class AskCommand
{
    public static Command Create()
    {
        var question = new Argument<string?>("question")
        {
            Arity = ArgumentArity.ZeroOrOne,
            Description = Say.ArgumentQuestion
        };
        var knowledge = KnowledgeOption();
        var minimum = MinimumOption();
        var json = new Option<bool>("--json") { Description = Say.OptionJsonQuestion };
        var encoder = EncoderAtHand.Option();
        var command = new Command(
            "ask",
            Say.HelpAsk)
        {
            question, knowledge, minimum, json, encoder,
        };
        command.SetAction((parsed, cancellation) =>
        {
            var isOpen = KnowledgeSource.Open(parsed.GetValue(knowledge)!) is { } known
                && EncoderAtHand.TryOpenFor(known, parsed.GetValue(encoder), out var opened)
                && Ask(
                    parsed.GetValue(question), new Asked(known, opened, parsed.GetValue(minimum), parsed.GetValue(json)), cancellation);
            return Task.FromResult(isOpen ? ExitCode.Done : ExitCode.Problems);
        });
        return command;
    }

    /// <summary>The option of every command that asks a base.</summary>
    internal static Option<string> KnowledgeOption() => new("--knowledge", "-k")
    {
        Description = Say.OptionKnowledge,
        DefaultValueFactory = static _ => KnowledgeSource.BuiltIn,
    };

    /// <summary>The option of every command that decides whether an answer is sure enough.</summary>
    internal static Option<double> MinimumOption()
    {
        var minimum = new Option<double>("--minimum")
        {
            Description = Say.OptionMinimum,
            DefaultValueFactory = static _ => new SelfServiceSettings().MinimumConfidence,
        };
        minimum.Validators.Add(static option =>
        {
            if (option.TryRead<double>(out var value) && !(value is >= 0 and <= 1))
            {
                option.AddError(Say.MinimumWrong($"{value}"));
            }
        });
        return minimum;
    }

    private static bool Ask(string? question, Asked asked, CancellationToken cancellation)
    {
        if (question is not null and not "-")
        {
            Answer(asked, question);
            return true;
        }

        var input = StandardStreams.AwaitTexts();
        while (!cancellation.IsCancellationRequested && input.ReadLine() is { } line)
        {
            Answer(asked, line);
        }

        return true;
    }

    private static void Answer(Asked asked, string question)
    {
        var result = asked.Knowledge.Ask(question, null, asked.Encoder);
        var isSure = result.Confidence >= asked.Minimum;
        if (asked.Json)
        {
            var line = new AskedQuestion(
                isSure ? "ok" : "unsure",
                result.Confidence,
                [.. result.Articles.Select(static article => article.Id)],
                isSure ? result.Articles[0].Answer : null);
            Console.WriteLine(JsonSerializer.Serialize(line, AnswerJson.Default.AskedQuestion));
            return;
        }

        var near = string.Join(", ", result.Articles.Select(static article => article.Id));
        Console.WriteLine(isSure
            ? Say.SelfServiceAnswer(result.Articles[0].Answer, $"{100 * result.Confidence:F0}", near)
            : near.Length == 0 ? Say.AgentAnswers
            : Say.AgentAnswersUnsure($"{100 * result.Confidence:F0}", near));
    }

    /// <summary>What is asked, and how.</summary>
    private sealed record Asked(KnowledgeBase Knowledge, SentenceEncoder? Encoder, double Minimum, bool Json);
}
