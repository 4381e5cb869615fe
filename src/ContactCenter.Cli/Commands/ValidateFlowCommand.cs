using System.CommandLine;
using System.Text.Json;
using ContactCenter.Cli.Flows;
using ContactCenter.Core.Contacts.FlowContent;
using ContactCenter.Core.Texts;

namespace ContactCenter.Cli.Commands;

/// <summary><c>contactcenter validate-flow</c>: what Amazon Connect would refuse in the content of flows and modules.</summary>
internal static class ValidateFlowCommand
{
    public static Command Create()
    {
        var files = new Argument<string[]>("files")
        {
            Arity = ArgumentArity.OneOrMore,
            Description = Say.ArgumentFlows
        };
        var json = new Option<bool>("--json") { Description = Say.OptionJsonProblems };
        var command = new Command(
            "validate-flow",
            Say.HelpValidateFlow)
        {
            files, json,
        };
        command.SetAction((parsed, cancellation) =>
            Task.FromResult(Validate(parsed.GetValue(files)!, parsed.GetValue(json), cancellation)));
        return command;
    }

    private static int Validate(string[] files, bool json, CancellationToken cancellation)
    {
        var code = ExitCode.Done;
        foreach (var file in files.TakeWhile(_ => !cancellation.IsCancellationRequested))
        {
            if (Read(file) is not { } content)
            {
                code = ExitCode.Problems;
                continue;
            }

            var problems = FlowContentReader.Check(content);
            code = problems.Count > 0 ? ExitCode.Problems : code;
            if (json)
            {
                foreach (var problem in problems)
                {
                    Console.WriteLine(JsonSerializer.Serialize(FlowProblemLine.Of(file, problem), FlowJson.Default.FlowProblemLine));
                }
            }
            else
            {
                Tell(file, problems);
            }
        }

        return code;
    }

    private static void Tell(string file, IReadOnlyList<FlowProblem> problems)
    {
        foreach (var problem in problems)
        {
            var finding = Spoken.Now.Finding(Findings.FindingAt(problem.Path, problem.Found, problem.Expected));
            Console.WriteLine($"{file}: {(problem.Action is null ? finding : Say.FindingOfAction(problem.Action, finding))}");
            if (problem.Message is not null)
            {
                Console.WriteLine(Say.ConnectSays(problem.Message));
            }
        }

        if (problems.Count == 0)
        {
            Console.WriteLine(Say.FileIsRight(file));
        }
    }

    /// <summary>No more of a file than can be a flow, whatever it is.</summary>
    private static byte[]? Read(string file)
    {
        try
        {
            using var input = File.OpenRead(file);
            var content = new byte[FlowContentReader.MaximumBytes + 1];
            return content[..input.ReadAtLeast(content, content.Length, throwOnEndOfStream: false)];
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine(InputFile.Problem(file, failure));
            return null;
        }
    }
}
