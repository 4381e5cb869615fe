using System.CommandLine;
using System.Text.Json;
using ContactCenter.Cli.Flows;
using ContactCenter.Core.Contacts.FlowContent;

namespace ContactCenter.Cli.Commands;

/// <summary><c>contactcenter validate-flow</c>: what Amazon Connect would refuse in the content of flows and modules.</summary>
internal static class ValidateFlowCommand
{
    public static Command Create()
    {
        var files = new Argument<string[]>("files")
        {
            Arity = ArgumentArity.OneOrMore,
            Description = "Files with the content of a flow or module, or with what describe-contact-flow answered."
        };
        var json = new Option<bool>("--json") { Description = "Print one JSON object per problem instead." };
        var command = new Command(
            "validate-flow",
            """
            Checks flows and modules of Amazon Connect before they are published: every problem with its JSON path, what was found, what would be
            right, and what the service says of it. It says so itself with an empty message, and CloudFormation hides its list. Only what is
            published is validated there; what is saved (Status SAVED) may hold anything.

            Examples:
              contactcenter validate-flow inbound.json
              contactcenter validate-flow flows/*.json --json
              aws connect describe-contact-flow --instance-id ID --contact-flow-id ID > flow.json && contactcenter validate-flow flow.json
            """)
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
            Console.WriteLine(
                $"{file}: {(problem.Action is null ? "" : $"{problem.Action}: ")}{problem.Path}: found {problem.Found}; {problem.Expected}");
            if (problem.Message is not null)
            {
                Console.WriteLine($"  Amazon Connect says: {problem.Message}");
            }
        }

        if (problems.Count == 0)
        {
            Console.WriteLine($"{file} is right.");
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
