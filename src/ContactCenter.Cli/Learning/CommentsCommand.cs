using System.CommandLine;
using System.Text;
using ContactCenter.Cli.Classification;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Learning.Reports;
using ContactCenter.Documents.Papers;
using ContactCenter.Documents.Reports;
using ContactCenter.Language.Classification.Model;
using ContactCenter.Language.Comments;

namespace ContactCenter.Cli.Learning;

/// <summary><c>contactcenter advise comments</c>: what customers wrote in surveys and public reviews, and what would help most.</summary>
internal static class CommentsCommand
{
    private const int MaximumExamples = 10;
    private const int DefaultExamples = 2;

    public static Command Create()
    {
        var file = new Argument<string>("file") { Description = Say.ArgumentComments };
        var model = new Option<string?>("--model") { Description = Say.OptionCommentsModel };
        var examples = new Option<int>("--examples")
        {
            Description = Say.OptionCommentsExamples($"{MaximumExamples}"),
            DefaultValueFactory = static _ => DefaultExamples,
        };
        examples.Validators.Add(static result =>
        {
            if (result.TryRead<int>(out var count) && count is < 0 or > MaximumExamples)
            {
                result.AddError(Say.OptionCommentsExamples($"{MaximumExamples}"));
            }
        });
        var output = new Option<string?>("--out") { Description = Say.OptionCommentsOut, HelpName = "FILE" };
        output.Validators.Add(static result =>
        {
            if (result.TryRead<string>(out var path) && !CommentFiles.Endings.Contains(Path.GetExtension(path)))
            {
                result.AddError(Say.OptionCommentsOut);
            }
        });
        var json = new Option<bool>("--json") { Description = Say.OptionJsonOne };
        var config = Settings.Option();
        var command = new Command("comments", Say.HelpComments) { file, model, examples, output, json, config };
        command.SetAction(parsed =>
        {
            var to = parsed.GetValue(output);
            if (to is not null && OutputFile.Problem(to) is { } problem)
            {
                Console.Error.WriteLine(problem);
                return ExitCode.Problems;
            }

            if (Settings.Load(parsed.GetValue(config), Console.Error) is not { } configuration
                || Read(parsed.GetValue(file)!, parsed.GetValue(model), configuration) is not { } heard)
            {
                return ExitCode.Problems;
            }

            var reader = new PaperReader(Spoken.Now.Language, TimeZoneInfo.FindSystemTimeZoneById(configuration.TimeZone));
            return Write(CommentDigest.Of(heard, parsed.GetValue(examples)), to, parsed.GetValue(json), reader);
        });
        return command;
    }

    /// <summary>The comments of a file as they are heard, or null after it was told why not.</summary>
    internal static IReadOnlyList<HeardComment>? Read(string path, string? model, ContactCenterConfiguration configuration)
    {
        using var mapped = model is null or Labelled.Packaged ? null : Labelled.Open(model);
        if (mapped is null && model is not (null or Labelled.Packaged))
        {
            return null;
        }

        try
        {
            using var reader = path == Labelled.StandardInput ? Console.In : new StreamReader(InputFile.OpenUtf8(path));
            return CommentReader.Read(CommentCsv.Read(reader), mapped?.Classifier ?? PackagedModel.Classifier, configuration);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or FormatException)
        {
            Console.Error.WriteLine(path == Labelled.StandardInput
                ? Say.StandardInputFails(Spoken.Now.Problem(failure.Message)) : InputFile.Problem(path, failure));
            return null;
        }
    }

    private static int Write(CommentDigest digest, string? path, bool json, PaperReader reader)
    {
        var text = CommentFiles.Text(digest, path is null ? json ? ".json" : CommentFiles.Screen : Path.GetExtension(path), reader);
        if (path is null)
        {
            Console.Write(text);
            return ExitCode.Done;
        }

        if (!OutputFile.TryWrite(path, Encoding.UTF8.GetBytes(text)))
        {
            return ExitCode.Problems;
        }

        Console.WriteLine(Say.ReportWritten(path));
        return ExitCode.Done;
    }
}
