using ContactCenter.Core.Validation;

namespace ContactCenter.Cli.Init;

/// <summary>Asks for what no flag has said, one question a line; a wrong answer is told and asked for again.</summary>
/// <param name="input">Where the answers come from: a terminal, or a file.</param>
/// <param name="output">Where the questions go.</param>
internal sealed class InitQuestions(TextReader input, TextWriter output)
{
    /// <summary>An answer that is wrong so often is not mended by asking once more.</summary>
    private const int Attempts = 5;

    /// <summary>All answers, or null when they ended before the questions did.</summary>
    /// <param name="known">What flags have said; it is not asked for.</param>
    public InitAnswers? Ask(InitAnswers known)
    {
        var answers = One(
            Say.AskEnvironment, known.Environment, "$.environment", known,
            static (all, text) => all with { Environment = text });
        answers = One(
            Say.AskInstance, known.InstanceArn, "$.instance.arn", answers,
            static (all, text) => all with { InstanceArn = text });
        answers = One(
            Say.AskAlias, known.Alias, "$.instance.alias", answers,
            static (all, text) => all with { Alias = text });
        answers = One(
            Say.AskTimeZone, known.TimeZone, "$.timeZone", answers, static (all, text) => all with { TimeZone = text });
        answers = One(
            Say.AskHours, known.Hours, "$.businessHours", answers,
            static (all, text) => all with { Hours = text });
        if (known.Queues.Count == 0)
        {
            answers = Several(
                Say.AskQueue, "$.queues", answers,
                static (all, text) => all with { Queues = [.. all.Queues, text] });
        }

        answers = Several(
            Say.AskLanguage, "$.routing.languages", answers,
            static (all, text) => all with { Languages = [.. all.Languages, text] });
        answers = Several(
            Say.AskPhone, "$.audiences", answers,
            static (all, text) => all with { Phones = [.. all.Phones, text] });
        answers = Several(
            Say.AskEmail, "$.audiences", answers,
            static (all, text) => all with { Emails = [.. all.Emails, text] });
        if (answers is { Phones.Count: 0, Emails.Count: 0 })
        {
            answers = One(
                Say.AskSomebody, "", "$.audiences", answers,
                static (all, text) => all with { Emails = [text] });
        }

        return Several(
            Say.AskTable, "$.tables", answers, static (all, text) => all with { Tables = [.. all.Tables, text] });
    }

    private InitAnswers? One(
        string question, string otherwise, string path, InitAnswers? answers, Func<InitAnswers, string, InitAnswers> with)
    {
        for (var i = 0; answers is not null && i < Attempts; i++)
        {
            output.Write($"{question}{(otherwise.Length > 0 ? $" [{otherwise}]" : "")}: ");
            if (input.ReadLine()?.Trim() is not { } answer)
            {
                return null;
            }

            var changed = with(answers, answer.Length == 0 ? otherwise : answer);
            if (IsRight(changed, path))
            {
                return changed;
            }
        }

        return null;
    }

    /// <summary>Asks until nothing is answered.</summary>
    private InitAnswers? Several(
        string question, string path, InitAnswers? answers, Func<InitAnswers, string, InitAnswers> with)
    {
        for (var wrong = 0; answers is not null && wrong < Attempts;)
        {
            output.Write($"{Say.NothingIsNoMore(question)} ");
            if (input.ReadLine()?.Trim() is not { } answer)
            {
                return null;
            }

            if (answer.Length == 0)
            {
                return answers;
            }

            if (IsRight(with(answers, answer), path))
            {
                answers = with(answers, answer);
            }
            else
            {
                wrong++;
            }
        }

        return null;
    }

    /// <summary>As "validate" checks it: only what is wrong at this setting is told.</summary>
    private bool IsRight(InitAnswers answers, string path)
    {
        var wrong = ConfigurationReader.Read(InitDocument.Of(answers, null)).Problems
            .Where(problem => problem.Path.StartsWith(path, StringComparison.Ordinal) && problem.Found != Say.NoEndpoint)
            .ToArray();
        foreach (var problem in wrong)
        {
            output.WriteLine($"  {Say.InReply(Spoken.Now.Finding(problem.Found), Spoken.Now.Finding(problem.Expected))}");
        }

        return wrong.Length == 0;
    }
}
