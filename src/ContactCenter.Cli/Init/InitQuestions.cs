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
            "Short name of this environment", known.Environment, "$.environment", known,
            static (all, text) => all with { Environment = text });
        answers = One(
            "ARN of the Amazon Connect instance (console, instance overview)", known.InstanceArn, "$.instance.arn", answers,
            static (all, text) => all with { InstanceArn = text });
        answers = One(
            "Alias of the instance, the first part of its address", known.Alias, "$.instance.alias", answers,
            static (all, text) => all with { Alias = text });
        answers = One(
            "Time zone, such as Europe/Berlin", known.TimeZone, "$.timeZone", answers, static (all, text) => all with { TimeZone = text });
        answers = One(
            "Service from Monday to Friday, such as 08:00-18:00; nothing: around the clock", known.Hours, "$.businessHours", answers,
            static (all, text) => all with { Hours = text });
        if (known.Queues.Count == 0)
        {
            answers = Several(
                "Queue as NAME=ID (the id is the last part of its ARN)", "$.queues", answers,
                static (all, text) => all with { Queues = [.. all.Queues, text] });
        }

        answers = Several(
            "Language that is spoken, such as en", "$.routing.languages", answers,
            static (all, text) => all with { Languages = [.. all.Languages, text] });
        answers = Several(
            "Mobile number of who is on call, such as +4915112345678", "$.audiences", answers,
            static (all, text) => all with { Phones = [.. all.Phones, text] });
        answers = Several(
            "E-mail address of who is on call", "$.audiences", answers,
            static (all, text) => all with { Emails = [.. all.Emails, text] });
        if (answers is { Phones.Count: 0, Emails.Count: 0 })
        {
            answers = One(
                "Somebody has to be told; e-mail address", "", "$.audiences", answers,
                static (all, text) => all with { Emails = [text] });
        }

        return Several(
            "DynamoDB table to watch", "$.tables", answers, static (all, text) => all with { Tables = [.. all.Tables, text] });
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
            output.Write($"{question}; nothing: no more: ");
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
            .Where(problem => problem.Path.StartsWith(path, StringComparison.Ordinal) && problem.Found != "no endpoint")
            .ToArray();
        foreach (var problem in wrong)
        {
            output.WriteLine($"  found {problem.Found}; {problem.Expected}");
        }

        return wrong.Length == 0;
    }
}
