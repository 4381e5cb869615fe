using System.CommandLine;
using System.Globalization;
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
            Description = "The question; without it, or with -, one question per line is read."
        };
        var knowledge = KnowledgeOption();
        var minimum = MinimumOption();
        var json = new Option<bool>("--json") { Description = "Print one JSON object per question." };
        var command = new Command(
            "ask",
            """
            Says what self-service would answer to a question.

            Examples:
              contactcenter ask "how do I block my card"
              contactcenter ask "wie kann ich meine Karte sperren" --json
              contactcenter ask - --knowledge knowledge.cck < questions.txt
            """)
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
        Description = "Knowledge base (.cck) that 'knowledge build' made. Default: the built-in sample.",
        DefaultValueFactory = static _ => KnowledgeSource.BuiltIn,
    };

    /// <summary>The option of every command that decides whether an answer is sure enough.</summary>
    internal static Option<double> MinimumOption()
    {
        var minimum = new Option<double>("--minimum")
        {
            Description = "Confidence from which an answer is given, 0 to 1.",
            DefaultValueFactory = static _ => new SelfServiceSettings().MinimumConfidence,
        };
        minimum.Validators.Add(static option =>
        {
            if (option.TryRead<double>(out var value) && !(value is >= 0 and <= 1))
            {
                option.AddError($"--minimum: expected a number from 0 to 1, found {value}.");
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
            ? string.Create(CultureInfo.InvariantCulture, $"{result.Articles[0].Answer}\n  ({100 * result.Confidence:F0} % sure: {near})")
            : string.Create(
                CultureInfo.InvariantCulture,
                $"An agent answers this: "
                    + $"{(near.Length == 0 ? "no article has a word of it" : $"only {100 * result.Confidence:F0} % sure of {near}")}."));
    }
}
