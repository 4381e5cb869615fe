using System.CommandLine;
using System.Text.Json;
using ContactCenter.Cli.Knowledge;
using ContactCenter.Core.Configuration;
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
        var command = new Command(
            "ask",
            Say.HelpAsk)
        {
            question, knowledge, minimum, json,
        };
        command.SetAction((parsed, cancellation) => Task.FromResult(
            Ask(parsed.GetValue(question), parsed.GetValue(knowledge)!, parsed.GetValue(minimum), parsed.GetValue(json), cancellation)));
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

    private static int Ask(string? question, string knowledge, double minimum, bool json, CancellationToken cancellation)
    {
        if (KnowledgeSource.Open(knowledge) is not { } known)
        {
            return ExitCode.Problems;
        }

        if (question is not null and not "-")
        {
            Answer(known, question, minimum, json);
            return ExitCode.Done;
        }

        while (!cancellation.IsCancellationRequested && Console.In.ReadLine() is { } line)
        {
            Answer(known, line, minimum, json);
        }

        return ExitCode.Done;
    }

    private static void Answer(KnowledgeBase knowledge, string question, double minimum, bool json)
    {
        var result = knowledge.Ask(question);
        var isSure = result.Confidence >= minimum;
        if (json)
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
}
