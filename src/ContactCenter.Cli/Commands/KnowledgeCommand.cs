using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using ContactCenter.Cli.Classification;
using ContactCenter.Cli.Embedding;
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
        var encoder = EncoderAtHand.Option();
        var command = new Command(
            "build",
            Say.HelpKnowledgeBuild) { articles, output, judged, encoder };
        command.SetAction(parsed => Build(
            parsed.GetValue(articles)!, parsed.GetValue(output)!, parsed.GetValue(judged), parsed.GetValue(encoder)));
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
        var encoder = EncoderAtHand.Option();
        var command = new Command(
            "evaluate", Say.HelpKnowledgeEvaluate) { questions, knowledge, minimum, json, encoder };
        command.SetAction(parsed => Evaluate(
            parsed.GetValue(questions)!, parsed.GetValue(knowledge)!, parsed.GetValue(minimum), parsed.GetValue(json),
            parsed.GetValue(encoder)));
        return command;
    }

    private static int Build(string articles, string output, string? judged, string? named)
    {
        if (OutputFile.Problem(output) is { } unwritable)
        {
            Console.Error.WriteLine(unwritable);
            return ExitCode.Problems;
        }

        if (!EncoderAtHand.TryOpen(named, out var encoder) || KnowledgeSource.Build(articles, encoder) is not { } knowledge)
        {
            return ExitCode.Problems;
        }

        if (judged is not null)
        {
            if (Labelled.Read(judged) is not { } questions)
            {
                return ExitCode.Problems;
            }

            knowledge = knowledge.CalibratedBy([.. questions.Select(static question => (question.Text, question.Topic))], encoder);
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
        Console.WriteLine(knowledge.Encoder is { } id ? Say.BaseHasMeanings(id) : Say.BaseHasNoMeanings(EncoderAtHand.UsualPlace));
        return ExitCode.Done;
    }

    private static int Evaluate(string questions, string knowledge, double minimum, bool json, string? named)
    {
        if (KnowledgeSource.Open(knowledge) is not { } known || Labelled.Read(questions) is not { } judged
            || !EncoderAtHand.TryOpenFor(known, named, out var encoder))
        {
            return ExitCode.Problems;
        }

        try
        {
            var found = KnowledgeEvaluation.Of(
                known, [.. judged.Select(static question => (question.Text, question.Topic))], minimum, encoder);
            Console.WriteLine(json ? JsonSerializer.Serialize(found, AnswerJson.Default.KnowledgeEvaluation) : Say.Judged(
                $"{found.Questions}",
                $"{(double)found.FirstIsRight / Math.Max(1, found.Questions):P1}",
                $"{(double)found.AmongThree / Math.Max(1, found.Questions):P1}",
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
