using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using ContactCenter.Cli.Classification;
using ContactCenter.Cli.Knowledge;
using ContactCenter.Language.Knowledge;

namespace ContactCenter.Cli.Commands;

/// <summary>
/// <c>contactcenter knowledge</c>: articles become one file, which is packaged with the functions; and how well it answers.
/// </summary>
internal static class KnowledgeCommand
{
    public static Command Create() => new(
        "knowledge",
        Say.HelpKnowledge)
    {
        CreateBuild(), CreateEvaluate(),
    };

    private static Command CreateBuild()
    {
        var articles = new Argument<string>("articles")
        {
            Description =
                Say.ArgumentArticles,
        };
        var output = new Option<string>("--out") { Description = Say.OptionKnowledgeOut, Required = true };
        var judged = new Option<string?>("--judged")
        {
            Description =
                Say.OptionJudged,
        };
        var command = new Command(
            "build",
            Say.HelpKnowledgeBuild) { articles, output, judged };
        command.SetAction(parsed => Build(parsed.GetValue(articles)!, parsed.GetValue(output)!, parsed.GetValue(judged)));
        return command;
    }

    private static Command CreateEvaluate()
    {
        var questions = new Argument<string>("questions")
        {
            Description =
                Say.ArgumentJudged(KnowledgeEvaluation.NoArticle)
        };
        var knowledge = AskCommand.KnowledgeOption();
        var minimum = AskCommand.MinimumOption();
        var json = new Option<bool>("--json") { Description = Say.OptionJsonOne };
        var command = new Command(
            "evaluate", Say.HelpKnowledgeEvaluate) { questions, knowledge, minimum, json };
        command.SetAction(parsed =>
            Evaluate(parsed.GetValue(questions)!, parsed.GetValue(knowledge)!, parsed.GetValue(minimum), parsed.GetValue(json)));
        return command;
    }

    private static int Build(string articles, string output, string? judged)
    {
        if (OutputFile.Problem(output) is { } unwritable)
        {
            Console.Error.WriteLine(unwritable);
            return ExitCode.Problems;
        }

        if (KnowledgeSource.Build(articles) is not { } knowledge)
        {
            return ExitCode.Problems;
        }

        if (judged is not null)
        {
            if (Labelled.Read(judged) is not { } questions)
            {
                return ExitCode.Problems;
            }

            knowledge = knowledge.CalibratedBy(questions.Select(static question => (question.Text, question.Topic)));
        }

        var file = KnowledgeFile.Write(knowledge);
        try
        {
            OutputFile.Write(output, file);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine(error.Message);
            return ExitCode.Problems;
        }

        Console.WriteLine(Say.BaseBuilt(
            Counted.Of(knowledge.Articles.Count, Say.OneArticle, Say.ManyArticles),
            Counted.Of(knowledge.Articles.Sum(static article => article.Questions.Count), Say.OneQuestion, Say.ManyQuestions),
            output,
            (file.Length / 1024.0).ToString("F1", CultureInfo.InvariantCulture)));
        return ExitCode.Done;
    }

    private static int Evaluate(string questions, string knowledge, double minimum, bool json)
    {
        if (KnowledgeSource.Open(knowledge) is not { } known || Labelled.Read(questions) is not { } judged)
        {
            return ExitCode.Problems;
        }

        try
        {
            var found = KnowledgeEvaluation.Of(known, [.. judged.Select(static question => (question.Text, question.Topic))], minimum);
            Console.WriteLine(json ? JsonSerializer.Serialize(found, AnswerJson.Default.KnowledgeEvaluation) : Say.Judged(
                $"{found.Questions}",
                $"{(double)found.FirstIsRight / Math.Max(1, found.Questions):P1}",
                $"{(double)found.SharedWordsAreRight / Math.Max(1, found.Questions):P1}",
                $"{minimum}",
                $"{found.Answered}",
                $"{found.Coverage:P1}",
                $"{found.Accuracy:P1}",
                $"{found.UnanswerableAnswered}",
                $"{found.Unanswerable}",
                $"{found.CalibrationError:P1}"));
            return ExitCode.Done;
        }
        catch (ArgumentException wrong)
        {
            Console.Error.WriteLine($"{questions}: {Spoken.Now.Problem(wrong.Message)}");
            return ExitCode.Problems;
        }
    }
}
